import type { WorkstationPorts } from '../ports.ts'

type Origins = Pick<WorkstationPorts['host'], 'appOrigin' | 'viewerOrigin'>

/** Hash of nothing: Fluent's style engine begins with an empty style element and fills it by rules. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

const policy = (directives: readonly string[]) => directives.join('; ')

/** The app: its own scripts, its own connection, and one frame in which documents are shown. */
export function appPolicy({ appOrigin, viewerOrigin }: Origins): string {
  const socket = appOrigin.startsWith('http://') ? ` ${appOrigin.replace('http://', 'ws://')}` : ''
  return policy([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    `frame-src ${viewerOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
}

/** The viewer: pdf.js and its data files, no connection but to them; only the app may frame it. */
export function viewerPolicy({ appOrigin }: Origins): string {
  return policy([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${appOrigin}`,
  ])
}

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { Scenario } from './page/scenario.ts'

const VIEWER_CONFIG = fileURLToPath(new URL('../../config/vite.viewer.config.ts', import.meta.url))
const PAGE_ROOT = fileURLToPath(new URL('page', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}
/** Fluent inserts an empty style element first; its hash is the only one allowed. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

export interface SeenRequest {
  readonly host: string
  readonly path: string
  readonly cookie: string | undefined
  readonly origin: string | undefined
}

export interface ViewerSite {
  readonly appOrigin: string
  readonly viewerOrigin: string
  readonly requests: SeenRequest[]
  /** Bytes by `documentId`. */
  readonly files: Map<string, Uint8Array>
  scenario: Scenario
  close(): Promise<void>
}

/** Builds the frame and the page that hosts it into a folder of its own and serves both under two host names. */
export async function startViewerSite(): Promise<ViewerSite> {
  const folder = await mkdtemp(join(tmpdir(), 'viewer-site-'))
  await build({ configFile: VIEWER_CONFIG, build: { outDir: join(folder, 'viewer') } })
  await build({
    configFile: false,
    root: PAGE_ROOT,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: join(folder, 'page'),
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      target: 'chrome150',
    },
  })
  const site = { requests: [], files: new Map(), scenario: undefined } as unknown as ViewerSite
  const server = createServer((request, response) => {
    answer(site, folder, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return Object.assign(site, {
    appOrigin: `http://127.0.0.1:${port}`,
    viewerOrigin: `http://viewer.localhost:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  })
}

async function answer(
  site: ViewerSite,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = request.headers.host ?? ''
  const path = new URL(request.url ?? '/', site.appOrigin).pathname
  site.requests.push({ host, path, cookie: request.headers.cookie, origin: request.headers.origin })
  const isViewer = site.viewerOrigin.endsWith(host)
  response.setHeader(
    'Content-Security-Policy',
    isViewer ? frameCsp(site.appOrigin) : pageCsp(site.viewerOrigin),
  )
  if (!isViewer && path === '/scenario.json') return send(response, JSON.stringify(site.scenario), '.json')
  if (!isViewer && path.startsWith('/documents/')) {
    const bytes = site.files.get(path.slice('/documents/'.length))
    return bytes ? send(response, bytes, '.bin') : void response.writeHead(404).end()
  }
  if (!isViewer) response.setHeader('Set-Cookie', 'session=app-only; HttpOnly; SameSite=Strict; Path=/')
  const file = join(folder, isViewer ? 'viewer' : 'page', normalize(path === '/' ? '/index.html' : path))
  const bytes = await readFile(file).catch(() => undefined)
  return bytes ? send(response, bytes, extname(file)) : void response.writeHead(404).end()
}

function send(response: ServerResponse, body: string | Uint8Array, type: string): void {
  response.setHeader('Content-Type', TYPES[type] ?? 'application/octet-stream')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.end(body)
}

/** On every response of the viewer origin, scripts included: a worker lives by the policy of its own file. */
function frameCsp(appOrigin: string): string {
  return [
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
  ].join('; ')
}

function pageCsp(viewerOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${viewerOrigin}`,
  ].join('; ')
}

import type { IncomingMessage } from 'node:http'

/** The two origins of one server. No slash at the end. */
export interface Origins {
  readonly port: number
  readonly app: string
  /** Another site for the browser: own renderer process, no cookies of the app. Serves files without data. */
  readonly viewer: string
}

export function originsAt(port: number): Origins {
  return { port, app: `http://127.0.0.1:${port}`, viewer: `http://viewer.localhost:${port}` }
}

export type Side = 'app' | 'viewer'

/**
 * Which of our two origins a request means; undefined = refuse it with 403 before anything else is looked at. Holds against
 * rebinding (exact Host, once), against other pages of this machine (Origin, Sec-Fetch-Site) and against proxy-style targets.
 */
export function sideOf(request: IncomingMessage, origins: Origins): Side | undefined {
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length !== 1 || request.url?.startsWith('/') !== true) return undefined
  const side = sideOfHost(request.headers.host, origins)
  if (side === undefined) return undefined
  const { origin } = request.headers
  if (origin !== undefined && origin !== origins[side]) return undefined
  return side === 'viewer' || comesFromUs(request) ? side : undefined
}

/** A socket needs more: the Origin must be there, and it must be the app's. */
export function maySpeak(request: IncomingMessage, origins: Origins): boolean {
  return sideOf(request, origins) === 'app' && request.headers.origin === origins.app
}

function sideOfHost(host: string | undefined, origins: Origins): Side | undefined {
  if (host === `127.0.0.1:${origins.port}`) return 'app'
  return host === `viewer.localhost:${origins.port}` ? 'viewer' : undefined
}

/** Other ports of 127.0.0.1 are "same-site" to a browser, so only same-origin and what a person typed will do. */
function comesFromUs(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  return isLaunch(request) && isTopNavigation(request)
}

export function isLaunch(request: IncomingMessage): boolean {
  return request.url === '/launch' || request.url?.startsWith('/launch?') === true
}

function isTopNavigation({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}

/** Cookies of 127.0.0.1 are shared by all ports, hence the port in the name. */
export function cookieName(origins: Origins): string {
  return `proofdesk-${origins.port}`
}

/** The session that the request shows; undefined when it shows none. */
export function sessionIn(request: IncomingMessage, origins: Origins): string | undefined {
  const prefix = `${cookieName(origins)}=`
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length)
}

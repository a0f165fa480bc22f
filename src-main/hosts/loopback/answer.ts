import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** Sent with every answer of the host itself, which never holds a page of the app. */
const OWN_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** An answer of a few words; the same ones whatever was asked, so that it tells nothing. */
export function answerPlain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...OWN_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

export function answerHtml(response: ServerResponse, headers: Record<string, string>, html: string): void {
  response.writeHead(200, { ...OWN_HEADERS, ...headers, 'content-type': 'text/html; charset=utf-8' })
  response.end(html)
}

export function answerRedirect(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(303, { ...OWN_HEADERS, ...headers })
  response.end()
}

/** What of a request the core may see: never cookies, and no header that it has no use for. */
export function toWebRequest(request: IncomingMessage, origin: string): Request {
  const headers = new Headers()
  for (const name of ['accept', 'if-none-match', 'range'] as const) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  // Put together as text: given a base, the URL parser would read a path like //other/x as another host.
  const method = request.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(`${origin}${request.url ?? '/'}`, {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(request) as BodyInit, duplex: 'half' }),
  })
}

/** Passes the core's answer on as it stands. Stops reading when the browser has gone. */
export async function sendWebResponse(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body === null) {
    response.end()
    return
  }
  try {
    // The same stream under two names: the DOM's type knows less than Node's.
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response)
  } catch (error) {
    // Half an answer cannot be taken back: only a broken connection tells the browser that it is half.
    if (!response.destroyed) response.destroy(error instanceof Error ? error : undefined)
  }
}

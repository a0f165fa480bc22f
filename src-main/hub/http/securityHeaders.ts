import { secureHeaders } from 'hono/secure-headers'
import { createMiddleware } from 'hono/factory'

/** A year, as browsers' lists ask for. */
const HSTS = 'max-age=31536000; includeSubDomains'

/**
 * On every answer, errors too: nothing here is a page, is to be guessed at, framed, or kept by anybody in between. What may be kept
 * says so itself.
 * @param isBehindTls callers come by https alone, by a proxy that was told so.
 */
export const securityHeaders = (isBehindTls: boolean) => [
  secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: isBehindTls ? HSTS : false,
    xFrameOptions: 'DENY',
  }),
  createMiddleware(async (context, next) => {
    await next()
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store')
  }),
]

import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'
import { problem } from './problem.ts'

const LOOPBACK_NAMES = ['127.0.0.1', '[::1]']

/**
 * For a hub that listens on this machine alone: the Host must be the loopback address with the very port, written as a number,
 * so that no page of the web gets here by rebinding a name; and a browser, which is who sends Origin, has no business here.
 */
export const callerGuard = createMiddleware<{ Bindings: HttpBindings }>(async (context, next) => {
  const port = context.env.incoming.socket.localPort
  const allowed = LOOPBACK_NAMES.map((name) => (port === 80 ? name : `${name}:${port}`))
  const { host, origin } = context.env.incoming.headers
  if (host === undefined || !allowed.includes(host) || origin !== undefined) return problem('forbidden')
  return next()
})

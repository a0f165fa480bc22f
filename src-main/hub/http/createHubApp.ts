import { randomUUID } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { partsOf, type RouteName, ROUTES } from '../api/routes.ts'
import type { RateClass, Route } from '../api/routeShape.ts'
import { ownIssuer } from '../identity/ownIssuer.ts'
import { tokenVerifier } from '../identity/verifyToken.ts'
import { callerGuard } from './callerGuard.ts'
import { requireCaller, requireRole } from './callers.ts'
import { claimGuard } from './claimGuard.ts'
import { handlersOf } from './handlers.ts'
import type { HubEnv, HubHandler, HubPorts } from './hubPorts.ts'
import { createLimiter, limitedBy } from './limits.ts'
import { asNobody, onBehalf } from './onBehalf.ts'
import { methodNotAllowed, problem } from './problem.ts'
import { securityHeaders } from './securityHeaders.ts'

/** The hub's interface, made of the table in `api/routes.ts`. Needs the bindings of `@hono/node-server`. */
export function createHubApp(ports: HubPorts): Hono<HubEnv> {
  if (ports.signIn === 'open' && !(ports.isLoopback && ports.hasDemo))
    throw new Error('Sign-in without a code is for demo people of this machine alone')
  const app = new Hono<HubEnv>()
  app.use(requestLog(ports))
  app.use(...securityHeaders(ports.isBehindTls ?? false))
  app.use(lastOnItsLine(ports))
  app.use(asNobody)
  if (ports.isLoopback) app.use(callerGuard)
  // Bytes of documents go as they are: ranges of them count what the sender has.
  app.use(compress({ encoding: 'gzip', contentTypeFilter: /^application\/(problem\+)?json/ }))
  app.notFound(() => problem('not_found'))
  app.onError((error) => {
    const incident = randomUUID()
    ports.log({ level: 'error', event: 'request failed', facts: { incident }, error })
    return problem('internal', { headers: { 'x-incident': incident } })
  })
  addRoutes(app, ports)
  return app
}

/** While the hub stops, each answer ends its line (RFC 9112, 9.6): the next request of that caller would come to one just being closed. */
const lastOnItsLine = ({ isStopping = () => false }: HubPorts): MiddlewareHandler<HubEnv> =>
  async function endLine(context, next) {
    await next()
    if (isStopping()) context.header('connection', 'close')
  }

/** Every route of the table that this hub serves, and the way out for other methods of the same address. */
function addRoutes(app: Hono<HubEnv>, ports: HubPorts): void {
  const own = ownIssuer(ports.db, ports.now)
  const handlers: Partial<Record<RouteName, HubHandler>> = handlersOf(ports, own)
  const limits = limitersOf(ports)
  const known = requireCaller(tokenVerifier(ports, own))
  const served = Object.entries<Route>(ROUTES).flatMap(([name, route]) => {
    const handler = Object.entries(handlers).find(([one]) => one === name)?.[1]
    return handler === undefined || !isServed(route, ports) ? [] : [{ route, handler }]
  })
  const byPath = Map.groupBy(served, ({ route }) => route.path)
  for (const [path, here] of [...byPath].sort(([a], [b]) => literalFirst(a, b))) {
    const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1')
    for (const { route, handler } of here)
      app.on([route.method], [pattern], ...guardsOf(route, { ports, known, limits }), handler)
    app.all(pattern, methodNotAllowed(here.map(({ route }) => allowed(route)).join(', ')))
  }
}

const isServed = ({ signIn }: Route, ports: HubPorts): boolean =>
  signIn === undefined || signIn === ports.signIn

/** `delta` before `{claimId}`: the first pattern that fits is taken. */
function literalFirst(a: string, b: string): number {
  return partsOf(a).length - partsOf(b).length
}

const allowed = ({ method }: Route): string => (method === 'GET' ? 'GET, HEAD' : method)

interface Guarding {
  readonly ports: HubPorts
  readonly known: MiddlewareHandler<HubEnv>
  readonly limits: Readonly<Record<RateClass, MiddlewareHandler<HubEnv>>>
}

/** Who asks, how often, whether they may, how much they send, whether the claim is for them. */
function guardsOf(route: Route, { ports, known, limits }: Guarding): MiddlewareHandler<HubEnv>[] {
  const { callers, rate, body, path } = route
  if (callers === 'anyone') return [limits[rate], ...(body === undefined ? [] : [limitedTo(body.maxBytes)])]
  return [
    known,
    limits[rate],
    requireRole(callers),
    ...(body === undefined ? [] : [limitedTo(body.maxBytes)]),
    onBehalf(ports.db),
    ...(hidesClaim(route) && partsOf(path).includes('claimId') ? [claimGuard(ports.db)] : []),
  ]
}

/** An operation on a claim that is not for its person, or gone, is answered by a conflict that stays. */
const hidesClaim = (route: Route): boolean => route !== ROUTES.operate

const limitedTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    // The rest of the body stays unread, so this connection is good for nothing more.
    onError: () =>
      problem('too_large', {
        detail: `Send no more than ${Math.floor(maxSize / 1_000_000)} MB.`,
        headers: { connection: 'close' },
      }),
  })

function limitersOf({ limits, trustedProxies = [] }: HubPorts): Guarding['limits'] {
  const of = (name: RateClass) => limitedBy(createLimiter(limits[name]), trustedProxies)
  return {
    open: of('open'),
    signIn: of('signIn'),
    read: of('read'),
    feed: of('feed'),
    document: of('document'),
    write: of('write'),
    intake: of('intake'),
  }
}

/** The pattern of the address, never the address: tokens and texts stand there. */
function requestLog({ log, metrics, isStopping = () => false }: HubPorts) {
  return createMiddleware<HubEnv>(async (context, next) => {
    const startedAt = performance.now()
    await next()
    // The next request of this caller should go to another hub.
    if (isStopping()) context.header('connection', 'close')
    const facts = {
      method: context.req.method,
      route: matchedRoutes(context).findLast(({ path }) => path !== '/*')?.path ?? null,
      status: context.res.status,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
    }
    metrics?.request(facts.route, facts.method, facts.status, facts.durationMs / 1000)
    log({ level: context.res.status >= 500 ? 'error' : 'debug', event: 'request answered', facts })
  })
}

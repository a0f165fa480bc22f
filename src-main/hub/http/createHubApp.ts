import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { HubCaller, HubUser } from '../api/people.ts'
import type { IntakePorts } from '../intake/intakeAct.ts'
import type { Log } from '../log.ts'
import { findUserByToken, teamMember } from '../store/peopleRepo.ts'
import { callerGuard } from './callerGuard.ts'
import { serveAssignment } from './serveAssignment.ts'
import { serveDelta } from './serveDelta.ts'
import { demoPeople, demoSignIn } from './serveDemo.ts'
import { serveDocument } from './serveDocument.ts'
import { serveHealth } from './serveHealth.ts'
import { serveReference } from './serveReference.ts'
import { serveOperation } from './serveOperation.ts'
import { addIntakeRoutes } from './intakeRoutes.ts'
import { methodNotAllowed, problem } from './problem.ts'
import { addSyncRoutes } from './syncRoutes.ts'

const MAX_BODY_BYTES = 1_000_000

export interface HubPorts extends IntakePorts {
  readonly log: Log
  /** Listens on this machine alone. */
  readonly isLoopback: boolean
  /** Lets demo people in. Only for a hub that listens on this machine alone. */
  readonly hasDemo: boolean
}

export interface HubEnv {
  Bindings: HttpBindings
  /** `user` is set where only the team may ask. */
  Variables: { caller: HubCaller; user: HubUser }
}

/** The hub's interface. Needs the bindings of `@hono/node-server`. */
export function createHubApp(ports: HubPorts): Hono<HubEnv> {
  if (ports.hasDemo && !ports.isLoopback) throw new Error('Demo people are for a hub of this machine alone')
  const app = new Hono<HubEnv>()
  app.use(requestLog(ports))
  if (ports.isLoopback) app.use(callerGuard)
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

function addRoutes(app: Hono<HubEnv>, ports: HubPorts): void {
  const known = requireCaller(ports)
  const signedIn = every(known, requireTeam)
  const limited = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    // The rest of the body stays unread, so this connection is good for nothing more.
    onError: () => problem('too_large', { headers: { connection: 'close' } }),
  })
  app.get('/healthz', serveHealth(ports))
  app.all('/healthz', methodNotAllowed('GET, HEAD'))
  app.get('/v1.0/me', signedIn, (context) => context.json(context.var.user))
  app.all('/v1.0/me', methodNotAllowed('GET, HEAD'))
  app.get('/v1.0/reference', signedIn, serveReference(ports))
  app.all('/v1.0/reference', methodNotAllowed('GET, HEAD'))
  app.post('/v1.0/policyAssignments', signedIn, limited, serveAssignment(ports))
  app.all('/v1.0/policyAssignments', methodNotAllowed('POST'))
  app.get('/v1.0/claims/delta', signedIn, serveDelta(ports))
  app.all('/v1.0/claims/delta', methodNotAllowed('GET, HEAD'))
  addSyncRoutes(app, ports, { signedIn, limited })
  app.get('/v1.0/claims/:claimId/documents/:sha256', signedIn, serveDocument(ports))
  app.all('/v1.0/claims/:claimId/documents/:sha256', methodNotAllowed('GET, HEAD'))
  app.post('/v1.0/claims/:claimId/operations', signedIn, limited, serveOperation(ports))
  app.all('/v1.0/claims/:claimId/operations', methodNotAllowed('POST'))
  addIntakeRoutes(app, ports, known)
  if (ports.hasDemo) {
    app.get('/v1.0/demo/users', demoPeople(ports))
    app.all('/v1.0/demo/users', methodNotAllowed('GET, HEAD'))
    app.post('/v1.0/demo/sign-in', limited, demoSignIn(ports))
    app.all('/v1.0/demo/sign-in', methodNotAllowed('POST'))
  }
}

/** Lets through who sends a good token, and says who it is. */
function requireCaller({ db, now, hasDemo }: HubPorts) {
  return createMiddleware<HubEnv>(async (context, next) => {
    const token = /^Bearer ([\w-]{32,128})$/.exec(context.req.header('authorization') ?? '')?.[1]
    const caller =
      token === undefined ? undefined : await findUserByToken(db, token, { nowMs: now(), withDemo: hasDemo })
    if (caller === undefined) return problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } })
    context.set('caller', caller)
    return next()
  })
}

/** What reviewers read and do is nothing for the service of the other sides. */
const requireTeam = createMiddleware<HubEnv>(async (context, next) => {
  const user = teamMember(context.var.caller)
  if (user === undefined) return problem('forbidden')
  context.set('user', user)
  return next()
})

/** The pattern of the address, never the address: tokens and texts stand there. */
function requestLog({ log }: HubPorts) {
  return createMiddleware<HubEnv>(async (context, next) => {
    const startedAt = performance.now()
    await next()
    const facts = {
      method: context.req.method,
      route: matchedRoutes(context).findLast(({ path }) => path !== '/*')?.path ?? null,
      status: context.res.status,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
    }
    log({ level: context.res.status >= 500 ? 'error' : 'debug', event: 'request answered', facts })
  })
}

import type { Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { IntakePorts } from '../intake/intakeAct.ts'
import type { HubEnv } from './createHubApp.ts'
import { methodNotAllowed, problem } from './problem.ts'
import { intakeActs, serveAddDocument, serveCreate, serveDispute } from './serveIntake.ts'
import { serveChecks } from './serveChecks.ts'
import { serveOwnClaim } from './serveOwnClaim.ts'

/** What a viewer would refuse to show (domain.md section 1.6). */
const MAX_DOCUMENT_BYTES = 100 * 1024 * 1024
const MAX_JSON_BYTES = 1_000_000

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () =>
      problem('too_large', {
        detail: `Send no more than ${Math.floor(maxSize / 1_000_000)} MB.`,
        headers: { connection: 'close' },
      }),
  })

/** The other sides act through one service, which speaks for partners and customers (Partner Center). */
const requireIntake = createMiddleware<HubEnv>(async (context, next) =>
  context.var.caller.role === 'intake' ? next() : problem('forbidden'),
)

const CLAIMS = '/v1.0/intake/claims'
const CHECKS = '/v1.0/intake/checks'

/** Adds the addresses of partners and customers. `signedIn` says who asks. */
export function addIntakeRoutes(
  app: Hono<HubEnv>,
  ports: IntakePorts,
  signedIn: MiddlewareHandler<HubEnv>,
): void {
  app.use(`${CLAIMS}/*`, signedIn, requireIntake)
  app.use(CLAIMS, signedIn, requireIntake)
  app.use(CHECKS, signedIn, requireIntake)
  app.post(CHECKS, limited(MAX_JSON_BYTES), serveChecks(ports))
  app.all(CHECKS, methodNotAllowed('POST'))
  app.post(CLAIMS, limited(MAX_JSON_BYTES), serveCreate(ports))
  app.all(CLAIMS, methodNotAllowed('POST'))
  app.get(`${CLAIMS}/:claimId`, serveOwnClaim(ports))
  app.all(`${CLAIMS}/:claimId`, methodNotAllowed('GET, HEAD'))
  app.post(`${CLAIMS}/:claimId/documents`, limited(MAX_DOCUMENT_BYTES), serveAddDocument(ports))
  app.post(`${CLAIMS}/:claimId/dispute`, limited(MAX_DOCUMENT_BYTES), serveDispute(ports))
  for (const [name, serve] of Object.entries(intakeActs(ports)))
    app.post(`${CLAIMS}/:claimId/${name}`, limited(MAX_JSON_BYTES), serve)
  for (const name of ['documents', 'dispute', ...Object.keys(intakeActs(ports))])
    app.all(`${CLAIMS}/:claimId/${name}`, methodNotAllowed('POST'))
}

import type { Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HubEnv, HubPorts } from './createHubApp.ts'
import { methodNotAllowed, problem } from './problem.ts'
import { MAX_FACTS_BYTES, tooLarge } from './readFacts.ts'
import { serveBucket, serveCheckpoint } from './serveCheckpoint.ts'
import { serveEvents } from './serveEvents.ts'
import { serveFacts, servePutFacts, serveSightings } from './serveFacts.ts'
import { serveRenew, serveTakeNext } from './serveLeases.ts'

/** `signedIn`: lets the team through. `limited`: refuses bodies past the usual size. */
export interface SyncGuards {
  readonly signedIn: MiddlewareHandler<HubEnv>
  readonly limited: MiddlewareHandler<HubEnv>
}

const CLAIMS = '/v1.0/claims'
const DOCUMENT = `${CLAIMS}/:claimId/documents/:sha256`
const READ = 'GET, HEAD'

/** Adds what workstations keep themselves up to date by. To be added before an address that takes any claim's id. */
export function addSyncRoutes(app: Hono<HubEnv>, ports: HubPorts, { signedIn, limited }: SyncGuards): void {
  const factsLimited = bodyLimit({
    maxSize: MAX_FACTS_BYTES,
    onError: () => problem('too_large', { detail: tooLarge, headers: { connection: 'close' } }),
  })
  app.get(`${CLAIMS}/events`, signedIn, serveEvents(ports))
  app.all(`${CLAIMS}/events`, methodNotAllowed(READ))
  app.get(`${CLAIMS}/checkpoint`, signedIn, serveCheckpoint(ports))
  app.all(`${CLAIMS}/checkpoint`, methodNotAllowed(READ))
  app.get(`${CLAIMS}/buckets/:bucket`, signedIn, serveBucket(ports))
  app.all(`${CLAIMS}/buckets/:bucket`, methodNotAllowed(READ))
  app.get(`${DOCUMENT}/facts/:readerVersion`, signedIn, serveFacts(ports))
  app.put(`${DOCUMENT}/facts/:readerVersion`, signedIn, factsLimited, servePutFacts(ports))
  app.all(`${DOCUMENT}/facts/:readerVersion`, methodNotAllowed(`${READ}, PUT`))
  app.get(`${DOCUMENT}/sightings`, signedIn, serveSightings(ports))
  app.all(`${DOCUMENT}/sightings`, methodNotAllowed(READ))
  app.post('/v1.0/assignments/next', signedIn, limited, serveTakeNext(ports))
  app.all('/v1.0/assignments/next', methodNotAllowed('POST'))
  app.post('/v1.0/assignments/renew', signedIn, limited, serveRenew(ports))
  app.all('/v1.0/assignments/renew', methodNotAllowed('POST'))
}

import type { Context } from 'hono'
import { type ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type FactsResult, ReaderVersion, type Sightings } from '../api/facts.ts'
import { keepFacts } from '../facts/keepFacts.ts'
import { findDocument, findTenant } from '../store/claimsRepo.ts'
import { findFacts, listSightings } from '../store/factsRepo.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import type { HubEnv, HubPorts } from './createHubApp.ts'
import { listsTag } from './entityTag.ts'
import { StorableClaimId } from './pathParts.ts'
import { problem } from './problem.ts'
import { readFacts } from './readFacts.ts'

interface Asked {
  readonly claimId: ClaimId
  readonly sha256: Sha256
}

/** The document that the address names; null = there is none. Claims that the caller may not see do not come this far. */
async function askedDocument({ db }: HubPorts, context: Context<HubEnv>): Promise<Asked | null> {
  const claimId = StorableClaimId.safeParse(context.req.param('claimId'))
  const sha256 = Sha256.safeParse(context.req.param('sha256'))
  if (!claimId.success || !sha256.success) return null
  const tenantId = await findTenant(db, claimId.data)
  if (tenantId === undefined) return null
  const key = { tenantId, claimId: claimId.data }
  const document = await findDocument(db, key, sha256.data)
  return document === undefined ? null : { claimId: claimId.data, sha256: sha256.data }
}

/** `GET /v1.0/claims/{id}/documents/{sha256}/facts/{readerVersion}` */
export const serveFacts =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const version = ReaderVersion.safeParse(context.req.param('readerVersion'))
    const asked = version.success ? await askedDocument(ports, context) : null
    if (asked === null || !version.success) return problem('not_found')
    const found = await findFacts(ports.db, { sha256: asked.sha256, readerVersion: version.data })
    if (found === undefined) return problem('not_found')
    const etag = `"${found.factsSha256}"`
    context.header('etag', etag)
    context.header('cache-control', 'private')
    return listsTag(context.req.header('if-none-match'), etag)
      ? context.body(null, 304)
      : context.json(found.facts as Record<string, unknown>) // only objects are put in
  }

/** `PUT /v1.0/claims/{id}/documents/{sha256}/facts/{readerVersion}`: 201 for the first, 200 when there are some already. */
export const servePutFacts =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const version = ReaderVersion.safeParse(context.req.param('readerVersion'))
    const asked = version.success ? await askedDocument(ports, context) : null
    if (asked === null || !version.success) return problem('not_found')
    const facts = await readFacts(context)
    if (facts instanceof Response) return facts
    const key = { sha256: asked.sha256, readerVersion: version.data }
    const outcome = await keepFacts(ports, key, facts, context.var.user.userId)
    return context.json({ outcome } satisfies FactsResult, outcome === 'stored' ? 201 : 200)
  }

/** `GET /v1.0/claims/{id}/documents/{sha256}/sightings` */
export const serveSightings =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const asked = await askedDocument(ports, context)
    if (asked === null) return problem('not_found')
    const { sha256, claimId } = asked
    const linked = await linkedPartners(ports.db, context.var.user.userId)
    const claims = await listSightings(ports.db, sha256, { notClaim: claimId, notOf: linked })
    context.header('cache-control', 'no-store')
    return context.json({ claims } satisfies Sightings)
  }

import type { Context } from 'hono'
import { type AlikeAnswer, AlikeRequest, type Sightings } from '../api/facts.ts'
import { findAlike } from '../facts/findAlike.ts'
import { isPrintValue } from '../../domain/evidence/prints.ts'
import { listSightings } from '../store/factsRepo.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { askedDocument } from './askedDocument.ts'
import type { HubEnv, HubPorts } from './hubPorts.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** `GET /v1.0/claims/{id}/documents/{sha256}/sightings` */
export const serveSightings =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const asked = await askedDocument(ports, context)
    if (asked === null) return problem('not_found')
    const notOf = await linkedPartners(ports.db, context.var.user.userId)
    const found = await listSightings(ports.db, [asked.sha256], { notClaim: asked.claimId, notOf })
    context.header('cache-control', 'no-store')
    return context.json({ claims: found.map(({ claim }) => claim) } satisfies Sightings)
  }

/** `POST /v1.0/claims/{id}/documents/{sha256}/alike`: changes nothing; what is looked for is too long for an address. */
export const serveAlike =
  (ports: HubPorts) =>
  async (context: Context<HubEnv>): Promise<Response> => {
    const asked = await askedDocument(ports, context)
    if (asked === null) return problem('not_found')
    const request = AlikeRequest.safeParse(await readJson(context))
    if (!request.success) return problem('bad_request')
    const { prints } = request.data
    if (!prints.every(({ kind, value }) => isPrintValue(kind, value))) return problem('bad_request')
    const notOf = await linkedPartners(ports.db, context.var.user.userId)
    const found = await findAlike(ports.db, prints, { ...asked, notOf })
    context.header('cache-control', 'no-store')
    return context.json({ found } satisfies AlikeAnswer)
  }

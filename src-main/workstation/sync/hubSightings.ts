import type { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { listCheckedDocuments, listPrints } from '../../store/evidenceRepo.ts'
import { listUnaskedDocuments, putSightings, type Sighting } from '../../store/sightingsRepo.ts'
import { AlikeAnswer, MOST_PRINTS, Sightings } from '../../hub/api/facts.ts'
import type { Core } from '../core.ts'
import { ask, askingAs, asJson, claimPath, json } from './asking.ts'

/** What the hub has seen is asked again after this. */
const GOOD_FOR_MS = 60 * 60 * 1000

/**
 * Asks the hub, which has the facts that all workstations read, where else the documents of a claim lie that somebody looks at, and what
 * looks or reads like them. Rejects with HubUnavailable; what it said before stays.
 */
export async function askSightings(core: Core, claimId: ClaimId, shouldStop: () => boolean): Promise<void> {
  if (core.ports.hub.state() !== 'ready') return
  const now = () => core.ports.clock.now()
  const unasked = core.store.read((store) => listUnaskedDocuments(store, claimId, now() - GOOD_FOR_MS))
  for (const sha256 of unasked) {
    if (shouldStop()) return
    const path = `${claimPath(claimId)}/documents/${sha256}`
    const claims = [...(await sameBytes(core, path)), ...(await alike(core, path, sha256))]
    if (shouldStop()) return
    const isNew = core.store.write((store) => {
      // What a paper looks like is known once it was checked: until then the hub is asked again.
      const isRead = listCheckedDocuments(store, claimId).some((one) => one.sha256 === sha256)
      return putSightings(store, claimId, sha256, claims, isRead ? now() : 0)
    })
    if (isNew) core.emit('claims.changed', { ids: [claimId] })
  }
}

async function sameBytes(core: Core, path: string): Promise<Sighting[]> {
  const said = Sightings.safeParse(await answerOf(await ask(askingAs(core), `${path}/sightings`)))
  return said.success ? said.data.claims.map(nameOf) : []
}

async function alike(core: Core, path: string, sha256: Sha256): Promise<Sighting[]> {
  const prints = core.store.read((store) => listPrints(store, sha256)).slice(0, MOST_PRINTS)
  if (prints.length === 0) return []
  const answer = await ask(askingAs(core), `${path}/alike`, asJson('POST', { prints }))
  const said = AlikeAnswer.safeParse(await answerOf(answer))
  return said.success ? said.data.found.map(({ claim, ...alike }) => ({ ...nameOf(claim), alike })) : []
}

/** Null where an older hub does not say; another one says what this version does not read: nothing is known then. */
async function answerOf(response: Response): Promise<unknown> {
  if (response.ok) return json(response)
  await response.body?.cancel()
  return null
}

const nameOf = ({
  claimId,
  partnerName,
  customerName,
  mpnId,
  tenantId,
}: Sightings['claims'][number]): Sighting => ({ claimId, partnerName, customerName, mpnId, tenantId })

import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { listUnaskedDocuments, putSightings } from '../../store/sightingsRepo.ts'
import { Sightings } from '../../hub/api/facts.ts'
import type { Core } from '../core.ts'
import { ask, askingAs, claimPath, json } from './asking.ts'

/** What the hub has seen is asked again after this. */
const GOOD_FOR_MS = 60 * 60 * 1000

/**
 * Asks the hub, which sees the claims of the whole team, where else the documents of a claim lie that somebody looks at. Rejects with
 * HubUnavailable; what it said before stays.
 */
export async function askSightings(core: Core, claimId: ClaimId, shouldStop: () => boolean): Promise<void> {
  if (core.ports.hub.state() !== 'ready') return
  const now = () => core.ports.clock.now()
  const unasked = core.store.read((store) => listUnaskedDocuments(store, claimId, now() - GOOD_FOR_MS))
  for (const sha256 of unasked) {
    if (shouldStop()) return
    const response = await ask(askingAs(core), `${claimPath(claimId)}/documents/${sha256}/sightings`)
    if (!response.ok) await response.body?.cancel()
    const said = response.ok ? Sightings.safeParse(await json(response)) : null
    // An older hub does not say, and another one says what this version does not read: nothing is known then.
    const claims = said?.success ? said.data.claims : []
    if (shouldStop()) return
    const isNew = core.store.write((store) => putSightings(store, claimId, sha256, claims, now()))
    if (isNew) core.emit('claims.changed', { ids: [claimId] })
  }
}

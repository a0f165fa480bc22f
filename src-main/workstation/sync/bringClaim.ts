import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { forgetBrought } from '../../store/answeredRepo.ts'
import type { Core } from '../core.ts'
import { applyItem } from './applyItem.ts'
import { askingAs } from './asking.ts'
import { fetchClaim } from './hubClient.ts'
import { tellOf } from './tellOf.ts'

/** Brings one claim outside the feed, which will repeat it. Rejects with HubUnavailable. */
export async function bringClaim(core: Core, claimId: ClaimId): Promise<void> {
  const raw = await fetchClaim(askingAs(core), claimId)
  if (raw === null) return
  const now = core.ports.clock.now()
  const changed = core.store.write((store) => {
    const item = applyItem(store, raw, { now, seen: null, isFinal: false })
    if (item === null || !('claimId' in item)) return []
    forgetBrought(store, [item.claimId])
    return [item.claimId]
  })
  tellOf(core, { claims: changed, cases: [] })
}

import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { forgetBrought } from '../../store/answeredRepo.ts'
import type { Core } from '../core.ts'
import { applyItem } from './applyItem.ts'
import { askingAs } from './asking.ts'
import { fetchClaim } from './hubClient.ts'
import { tellOfClaims } from './tellOfClaims.ts'

/** Brings one claim outside the feed, which will repeat it. Rejects with HubUnavailable. */
export async function bringClaim(core: Core, claimId: ClaimId): Promise<void> {
  const raw = await fetchClaim(askingAs(core), claimId)
  if (raw === null) return
  const now = core.ports.clock.now()
  const changed = core.store.write((store) => {
    const claim = applyItem(store, raw, { now, seen: null, isFinal: false })
    if (claim !== null) forgetBrought(store, [claim])
    return claim
  })
  if (changed !== null) tellOfClaims(core, [changed])
}

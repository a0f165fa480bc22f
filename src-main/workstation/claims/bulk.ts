import type { CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { LeftOut } from '../../../src-preload/contract/desk.ts'
import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { BulkAct } from '../../../src-preload/contract/vocabulary/words.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { Core } from '../core.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { getClaimAtHand } from './claimAtHand.ts'
import { decideNow, release, take } from './commands.ts'
import { actingNow, blocksOfAct } from './guards.ts'
import type { OnClaim } from './makeOperation.ts'

/** The same guards that each claim meets when its turn comes, asked before: what is left out is known before anybody says yes. */
export function bulkPlan(core: Core, { act, claimIds }: Input<'claims.bulkPlan'>): Output<'claims.bulkPlan'> {
  const acting = actingNow(core)
  const able: ClaimId[] = []
  const leftOut: LeftOut[] = []
  core.store.read((store) => {
    for (const claimId of claimIds) {
      const isHere = findClaim(store, claimId) !== null
      const claim = isHere ? claimFor(store, getClaimAtHand(store, claimId), acting.actor.userId) : null
      const blocks = claim === null ? [] : blocksOfAct(act, claim, acting)
      if (claim !== null && blocks.length === 0) able.push(claimId)
      else leftOut.push({ claimId, claimName: claim?.record.form.claimName ?? claimId, blocks })
    }
  })
  return { able, leftOut }
}

/** One operation, one audit entry and one undo for each; what is refused does not stop the others. */
export function bulk(core: Core, { act, claims }: Input<'claims.bulk'>): Output<'claims.bulk'> {
  return {
    outcomes: claims.map((on) => ({ claimId: on.claimId, outcome: actOn(core, act, on) })),
  }
}

function actOn(core: Core, act: BulkAct, on: OnClaim): CommandOutcome | null {
  if (core.store.read((store) => findClaim(store, on.claimId)) === null) return null
  switch (act) {
    case 'take':
      return take(core, on)
    case 'release':
      return release(core, on)
    case 'approve':
      return decideNow(core, { ...on, decision: 'approve', ...NOTHING_SAID })
  }
}

/** An approval of many carries no words: whoever has something to say opens the claim. */
const NOTHING_SAID = {
  reasons: [],
  comment: '',
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}

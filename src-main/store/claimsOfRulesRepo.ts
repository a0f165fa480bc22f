import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Claims on which a clock runs or stands still. */
export function listClockedClaims(store: ReadStore): ClaimId[] {
  return statement(store, `select claim_id from claims where clocks <> '[]'`).pluck().all() as ClaimId[]
}

/** Claims of a profile that were submitted, or came to where they are, after an instant; newest first. */
export function listClaimsOfProfile(store: ReadStore, policyId: string, since: number): ClaimId[] {
  return statement(
    store,
    `select claim_id from claims
     where policy_id = ? and state <> 'editing' and max(submitted_at, state_changed_at) >= ?
     order by submitted_at desc, claim_id`,
  )
    .pluck()
    .all(policyId, since) as ClaimId[]
}

import type { ClaimStanding } from '../domain/sync/stateText.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

export interface StateRow extends ClaimStanding {
  readonly claimId: ClaimId
  readonly claimKey: number
}

/** The states of the claims that follow a key, in the order of keys: a slice of all. */
export function listStates(store: ReadStore, afterKey: number, limit: number): StateRow[] {
  return statement(
    store,
    `select claim_key as claimKey, claim_id as claimId, revision, assigned_user_id as assignedUserId, assigned_until as leaseUntilMs
     from claims where claim_key > ? order by claim_key limit ?`,
  ).all(afterKey, limit) as StateRow[]
}

/** Ids of the claims and cases of which something lies in quarantine; what had no readable id is not among them. */
export function listQuarantinedIds(store: ReadStore): string[] {
  return statement(
    store,
    'select coalesce(claim_id, item_key) from quarantine where claim_id is not null or length(item_key) = 36',
  )
    .pluck()
    .all() as string[]
}

import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Claims whose lease this person holds at this instant, epoch milliseconds. */
export function listLeases(store: ReadStore, userId: UserId, now: number): ClaimId[] {
  return statement(store, 'select claim_id from claims where assigned_user_id = ? and assigned_until > ?')
    .pluck()
    .all(userId, now) as ClaimId[]
}

/** A lease was renewed, or is over (null); nothing happens to a claim that is no longer this person's. */
export function setLeaseEnd(store: WriteStore, claimId: ClaimId, userId: UserId, until: number | null): void {
  statement(store, 'update claims set assigned_until = ? where claim_id = ? and assigned_user_id = ?').run(
    until,
    claimId,
    userId,
  )
}

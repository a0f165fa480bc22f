import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { type SeenOfClaim, wakeReason } from '../domain/queue/wake.ts'
import type { WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

export interface Snooze {
  readonly userId: UserId
  readonly claimId: ClaimId
  /** Epoch milliseconds, as all instants here. */
  readonly untilAt: number
  readonly snoozedAt: number
  readonly seen: SeenOfClaim
}

/** A second snooze takes the place of the first. */
export function putSnooze(store: WriteStore, { userId, claimId, untilAt, snoozedAt, seen }: Snooze): void {
  statement(
    store,
    'insert or replace into snoozes (user_id, claim_id, until_at, snoozed_at, seen) values (?, ?, ?, ?, ?)',
  ).run(userId, claimId, untilAt, snoozedAt, JSON.stringify(seen))
}

/** Returns false when there was none. */
export function removeSnooze(store: WriteStore, userId: UserId, claimId: ClaimId): boolean {
  return (
    statement(store, 'delete from snoozes where user_id = ? and claim_id = ?').run(userId, claimId).changes >
    0
  )
}

/** Ends the snoozes of a claim that has news; called with every picture of it that comes in, before it counts. */
export function wakeSnoozes(store: WriteStore, record: ClaimRecord, now: number): void {
  const { claimId } = record.form
  const asleep = statement(
    store,
    'select user_id as userId, seen from snoozes where claim_id = ? and woken_at is null',
  ).all(claimId) as { userId: UserId; seen: string }[]
  for (const { userId, seen } of asleep) {
    // Written by this program.
    const reason = wakeReason(JSON.parse(seen) as SeenOfClaim, record)
    if (reason === null) continue
    statement(store, 'update snoozes set woken_at = ?, woken_by = ? where user_id = ? and claim_id = ?').run(
      now,
      reason,
      userId,
      claimId,
    )
  }
}

import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

const SAID = (kind: 'escalate' | 'settle_escalation') =>
  `select claim_id from outbox where kind = '${kind}' union select claim_id from answered where kind = '${kind}'`

/** Claims for which a lead's attention is asked, by the hub's word and on top of it what was said here. */
export const RAISED_IDS = `select claim_id from claims indexed by claims_escalated where escalated_at is not null
  union select * from (${SAID('escalate')}) except select * from (${SAID('settle_escalation')})`

/**
 * A lead's word reached this person, who holds the claim still: with the next holder, and with a decision, it is over. Bound to it are
 * the person and the instant, epoch milliseconds.
 */
export const IS_REMINDED = `(assigned_user_id = ? and assigned_until > ? and matters ->> '$.nudge.toUserId' = assigned_user_id)`

export interface Attention {
  readonly raised: ReadonlySet<ClaimId>
  readonly reminded: ReadonlySet<ClaimId>
}

/** Of these claims. */
export function attentionAmong(
  store: ReadStore,
  ids: readonly ClaimId[],
  { userId, now }: { readonly userId: string; readonly now: number },
): Attention {
  const among = JSON.stringify(ids)
  const raised = statement(
    store,
    `select claim_id from (${RAISED_IDS}) where claim_id in (select value from json_each(?))`,
  )
    .pluck()
    .all(among) as ClaimId[]
  const reminded = statement(
    store,
    `select claim_id from claims where ${IS_REMINDED} and claim_id in (select value from json_each(?))`,
  )
    .pluck()
    .all(userId, now, among) as ClaimId[]
  return { raised: new Set(raised), reminded: new Set(reminded) }
}

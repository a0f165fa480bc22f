import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { QUALITY_OPERATION_KINDS, type SentKind } from '../../src-preload/contract/vocabulary/words.ts'
import type { StartedReview } from '../domain/claim/shownState.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import type { OutboxOperation, WaitingOperation } from './outboxRepo.ts'
import { concernsClaim } from './caseDecisionsRepo.ts'
import { statement } from './statements.ts'

/** An act said here that the hub's own picture of the claim, as far as it is here, does not show yet. Instants in epoch milliseconds. */
export type SaidAct = Pick<OutboxOperation, 'kind' | 'byUserId' | 'content' | 'madeAt' | 'startedReview'>

interface SaidRow extends Omit<SaidAct, 'content' | 'startedReview'> {
  readonly content: string
  readonly startedReview: string | null
}

/**
 * Every act that shows on its claim before the hub's picture of it does: a part of a query on claims. The claim stands in both
 * branches, so that each is looked up by its index; from outside SQLite would read both tables through for each row of the queue.
 */
export const SAID_ACTS = `(select kind, started_review from answered where answered.claim_id = claims.claim_id
  union all select kind, started_review from outbox where outbox.claim_id = claims.claim_id)`

interface Applied {
  /** The claim's, with the act in it. */
  readonly revision: number
  /** The act had left before: the feed may have brought long ago what is answered only now. */
  readonly isAgain: boolean
  readonly at: number
}

/** What moves no claim, so that the feed brings nothing of it: a vote is shown with its case, a word on a decision with its sample. */
const MOVES_NOTHING: readonly SentKind[] = ['case_vote', ...QUALITY_OPERATION_KINDS]

/** Keeps in sight what the hub has just applied, until the feed brings it. */
export function keepAnswered(
  store: WriteStore,
  { operationId, claimId, kind }: WaitingOperation,
  { revision, isAgain, at }: Applied,
): void {
  if (MOVES_NOTHING.includes(kind) || (isAgain && !isNewer(store, claimId, revision))) return
  statement(
    store,
    `insert or replace into answered (operation_id, made_order, claim_id, kind, by_user_id, content, made_at, started_review,
       claim_revision, revision, answered_at) select operation_id, made_order, claim_id, kind, by_user_id, content, made_at, started_review,
       claim_revision, ?, ? from outbox where operation_id = ?`,
  ).run(revision, at, operationId)
}

const isNewer = (store: WriteStore, claimId: ClaimId, revision: number): boolean =>
  statement(store, 'select 1 from claims where claim_id = ? and revision < ?').get(claimId, revision) !==
  undefined

/** What lies between the hub's picture of a claim that is here and the hub, when it is this workstation's own acts alone. */
export const OWN_REVISION = `(select max(own.revision) from answered as own where own.claim_id = claims.claim_id
  and own.claim_revision >= claims.revision and own.revision = own.claim_revision + 1)`

/**
 * The revision on which the next act is made: the one that the workstation's own applied acts have brought, else the one that is here.
 * Where somebody else changed the claim in between, the hub must say so.
 */
export function findOwnRevision(store: ReadStore, claimId: ClaimId): number | null {
  const found = statement(store, `select ${OWN_REVISION} from claims where claim_id = ?`).pluck().get(claimId)
  return typeof found === 'number' ? found : null
}

/** Of one claim and of its cases, in the order in which they were made. */
export function listSaid(store: ReadStore, claimId: ClaimId): SaidAct[] {
  const rows = statement(
    store,
    `select kind, by_user_id as byUserId, content, made_at as madeAt, started_review as startedReview, 0 as place, made_order
       from answered where ${concernsClaim('answered', '@claimId')}
     union all select kind, by_user_id, content, made_at, started_review, 1, made_order from outbox
       where ${concernsClaim('outbox', '@claimId')}
     order by place, made_order`,
  ).all({ claimId }) as SaidRow[]
  return rows.map(({ kind, byUserId, content, madeAt, startedReview }) => ({
    kind,
    byUserId,
    madeAt,
    // Written by this program.
    content: JSON.parse(content) as unknown,
    startedReview: startedReview === null ? null : (JSON.parse(startedReview) as StartedReview),
  }))
}

/** The claim came from the hub as it is now: what it holds of these acts shows by itself. */
export function forgetBrought(store: WriteStore, claimIds: readonly ClaimId[]): void {
  const waiting = statement(store, 'select distinct claim_id from answered').pluck().all() as ClaimId[]
  for (const claimId of waiting) {
    if (!claimIds.includes(claimId)) continue
    statement(
      store,
      `delete from answered where claim_id = @claimId
         and revision <= coalesce((select revision from claims where claims.claim_id = @claimId), revision)`,
    ).run({ claimId })
  }
}

/** Lets go what was answered before this instant: the feed was read to its end since, and held nothing of it. Gives back the claims. */
export function forgetAnsweredBefore(store: WriteStore, instant: number): ClaimId[] {
  return statement(store, 'delete from answered where answered_at < ? returning claim_id')
    .pluck()
    .all(instant) as ClaimId[]
}

import type { ClaimId, OperationId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ConflictChoice, ConflictReason, SentKind } from '../../src-preload/contract/vocabulary/words.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import type { OperationBase } from '../../src-preload/contract/vocabulary/conflictShape.ts'
import type { StartedReview } from '../domain/claim/shownState.ts'
import { concernsClaim, IS_FIRST_OF_ITS_CLAIMS, moveDecisionsOn } from './caseDecisionsRepo.ts'
import { statement } from './statements.ts'

/** An operation as it waits for the hub. Instants in epoch milliseconds. */
export interface OutboxOperation {
  readonly operationId: OperationId
  readonly claimId: ClaimId
  readonly claimName: string
  readonly kind: SentKind
  readonly byUserId: UserId
  readonly claimRevision: number
  /** Policy, document hashes and action, as the wire wants them. */
  readonly content: unknown
  readonly madeAt: number
  /** May not leave before; null = at once. */
  readonly holdUntil: number | null
  /** Of a started review: what the claim shows until the hub has spoken; null for everything else. */
  readonly startedReview: StartedReview | null
  /** The claim as it stood when this was made; null in operations of older versions. */
  readonly base: OperationBase | null
  /** Milliseconds that the hub's clock was ahead of this machine's; null = not known. */
  readonly clockOffsetMs: number | null
}

export interface WaitingOperation extends OutboxOperation {
  /** Null until it left for the first time. */
  readonly sequence: number | null
  readonly attempts: number
}

interface OutboxRow extends Omit<WaitingOperation, 'content' | 'startedReview' | 'base'> {
  readonly content: string
  readonly base: string | null
  readonly startedReview: string | null
}

const COLUMNS = `operation_id as operationId, claim_id as claimId, claim_name as claimName, kind, by_user_id as byUserId,
  claim_revision as claimRevision, content, made_at as madeAt, hold_until as holdUntil, started_review as startedReview,
  base, clock_offset_ms as clockOffsetMs, sequence, attempts`

const fromRow = (row: OutboxRow): WaitingOperation => ({
  ...row,
  content: JSON.parse(row.content) as unknown,
  // Written by this program.
  startedReview: row.startedReview === null ? null : (JSON.parse(row.startedReview) as StartedReview),
  base: row.base === null ? null : (JSON.parse(row.base) as OperationBase),
})

export function addOperation(store: WriteStore, op: OutboxOperation): void {
  statement(
    store,
    `insert into outbox (operation_id, made_order, claim_id, claim_name, kind, by_user_id, claim_revision, content, made_at, hold_until, started_review, base, clock_offset_ms)
     values (?, (select coalesce(max(made_order), 0) + 1 from outbox), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    op.operationId,
    op.claimId,
    op.claimName,
    op.kind,
    op.byUserId,
    op.claimRevision,
    JSON.stringify(op.content),
    op.madeAt,
    op.holdUntil,
    op.startedReview === null ? null : JSON.stringify(op.startedReview),
    op.base === null ? null : JSON.stringify(op.base),
    op.clockOffsetMs,
  )
}

/** Whether this id was ever used: a repeated command must not become a second operation. */
export function hasOperation(store: ReadStore, operationId: OperationId): boolean {
  return (
    statement(
      store,
      `select 1 from outbox where operation_id = @operationId union all select 1 from conflicts where operation_id = @operationId
         union all select 1 from settled where operation_id = @operationId`,
    ).get({ operationId }) !== undefined
  )
}

/** Oldest first; of one claim, decisions of its cases among them, or of all when null. */
export function listWaiting(store: ReadStore, claimId: ClaimId | null): WaitingOperation[] {
  const rows = statement(
    store,
    `select ${COLUMNS} from outbox where @claimId is null or ${concernsClaim('outbox', '@claimId')} order by made_order`,
  ).all({ claimId }) as OutboxRow[]
  return rows.map(fromRow)
}

/**
 * The operation whose turn it is: one that left before and got no answer, else the oldest that is held no longer and has no
 * older sibling on its claim, or on one of its claims. Null when nothing may leave.
 */
export function findNextToSend(store: ReadStore, now: number): WaitingOperation | null {
  const row = statement(
    store,
    `select ${COLUMNS} from outbox where sequence is not null or ((hold_until is null or hold_until <= ?) and ${IS_FIRST_OF_ITS_CLAIMS})
     order by sequence is null, sequence, made_order limit 1`,
  ).get(now) as OutboxRow | undefined
  return row === undefined ? null : fromRow(row)
}

/** When the next held operation may leave; null when none is held. */
export function findNextRelease(store: ReadStore, now: number): number | null {
  const at = statement(store, 'select min(hold_until) from outbox where hold_until > ?').pluck().get(now)
  return typeof at === 'number' ? at : null
}

/** Nothing is held any longer: what could still be undone may leave now, and cannot be undone any more. */
export function endHolds(store: WriteStore, now: number): void {
  statement(store, 'update outbox set hold_until = @now where hold_until > @now').run({ now })
}

export function giveSequence(store: WriteStore, operationId: OperationId, sequence: number): void {
  statement(store, 'update outbox set sequence = ? where operation_id = ?').run(sequence, operationId)
}

/** Nothing that waits has a number any more: numbers belong to a client id. */
export function forgetSequences(store: WriteStore): void {
  statement(store, 'update outbox set sequence = null').run()
}

export function noteAttempt(store: WriteStore, operationId: OperationId, error: string | null): void {
  statement(store, 'update outbox set attempts = attempts + 1, last_error = ? where operation_id = ?').run(
    error,
    operationId,
  )
}

/**
 * The hub applied it. Later operations of this workstation on the same claim were made against what it brought, so they move on
 * to its revision, but only when nobody else changed the claim in between.
 */
export function settleApplied(store: WriteStore, op: WaitingOperation, revision: number, at: number): void {
  statement(store, 'delete from outbox where operation_id = ?').run(op.operationId)
  remember(store, op.operationId, 'applied', at)
  if (revision !== op.claimRevision + 1) return
  statement(
    store,
    'update outbox set claim_revision = ? where claim_id = ? and claim_revision = ? and sequence is null',
  ).run(revision, op.claimId, op.claimRevision)
  moveDecisionsOn(store, op.claimId, { from: op.claimRevision, to: revision })
}

/** The hub refused it: it waits for a person in the conflict tray. */
export function settleConflict(
  store: WriteStore,
  op: WaitingOperation,
  reason: ConflictReason,
  currentRevision: number | null,
  metAt: number,
): void {
  statement(
    store,
    `insert into conflicts (operation_id, claim_id, claim_name, kind, by_user_id, claim_revision, content, made_at, reason,
       current_revision, met_at, base, clock_offset_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    op.operationId,
    op.claimId,
    op.claimName,
    op.kind,
    op.byUserId,
    op.claimRevision,
    JSON.stringify(op.content),
    op.madeAt,
    reason,
    currentRevision,
    metAt,
    op.base === null ? null : JSON.stringify(op.base),
    op.clockOffsetMs,
  )
  statement(store, 'delete from outbox where operation_id = ?').run(op.operationId)
}

/** Takes back what is still held. Null when it has left, was undone before, or never was. */
export function takeBack(store: WriteStore, operationId: OperationId, now: number): WaitingOperation | null {
  const row = statement(
    store,
    `delete from outbox where operation_id = ? and hold_until > ? and sequence is null returning ${COLUMNS}`,
  ).get(operationId, now) as OutboxRow | undefined
  if (row === undefined) return null
  remember(store, operationId, 'undone', now)
  return fromRow(row)
}

/** Keeps what is held from leaving before `until`, `atMost` after it was made. Null when it has left, or never was. */
export function holdUntil(
  store: WriteStore,
  operationId: OperationId,
  { now, until, atMost }: { readonly now: number; readonly until: number; readonly atMost: number },
): number | null {
  const at = statement(
    store,
    `update outbox set hold_until = max(hold_until, min(@until, made_at + @atMost))
     where operation_id = @operationId and hold_until > @now and sequence is null returning hold_until`,
  )
    .pluck()
    .get({ operationId, now, until, atMost })
  return typeof at === 'number' ? at : null
}

/** Writes an outcome down that the database has lost, or never had; what waits under this id goes. */
export function rememberAs(
  store: WriteStore,
  operationId: OperationId,
  outcome: 'applied' | 'undone',
  at: number,
): void {
  statement(store, 'delete from outbox where operation_id = ?').run(operationId)
  statement(store, 'insert or ignore into settled values (?, ?, ?)').run(operationId, outcome, at)
}

/** Where the database has an operation; null = it knows nothing of it. */
export function placeOfOperation(
  store: ReadStore,
  operationId: OperationId,
): 'outbox' | 'conflicts' | 'settled' | null {
  const place = statement(
    store,
    `select 'outbox' from outbox where operation_id = @operationId union all select 'conflicts' from conflicts
       where operation_id = @operationId union all select 'settled' from settled where operation_id = @operationId limit 1`,
  )
    .pluck()
    .get({ operationId }) as 'outbox' | 'conflicts' | 'settled' | undefined
  return place ?? null
}

/** Null = it does not wait here. */
export function findWaiting(store: ReadStore, operationId: OperationId): WaitingOperation | null {
  const row = statement(store, `select ${COLUMNS} from outbox where operation_id = ?`).get(operationId)
  return row === undefined ? null : fromRow(row as OutboxRow)
}

/** Takes a row away whose contents cannot be true. */
export function removeOperation(store: WriteStore, operationId: OperationId): void {
  statement(store, 'delete from outbox where operation_id = ?').run(operationId)
}

/** What was put back late takes its place by the time at which it was made. */
export function orderByMade(store: WriteStore): void {
  statement(store, 'update outbox set made_order = -made_order').run()
  statement(
    store,
    `update outbox set made_order = ranked.place from (select operation_id, row_number() over (order by made_at, made_order desc)
       as place from outbox) as ranked where ranked.operation_id = outbox.operation_id`,
  ).run()
}

function remember(
  store: WriteStore,
  operationId: OperationId,
  outcome: 'applied' | 'undone',
  at: number,
): void {
  statement(store, 'insert into settled values (?, ?, ?)').run(operationId, outcome, at)
}

const CONFLICT_COLUMNS = `operation_id as operationId, claim_id as claimId, claim_name as claimName, kind, reason, made_at as madeAt,
  claim_revision as claimRevision, by_user_id as byUserId, met_at as metAt`

export interface ConflictRow {
  readonly operationId: OperationId
  readonly claimId: ClaimId
  readonly claimName: string
  readonly kind: SentKind
  readonly reason: ConflictReason
  readonly madeAt: number
  readonly claimRevision: number
  readonly byUserId: UserId
  readonly metAt: number
}

/** A conflict with everything that was said. */
export interface KeptConflict extends ConflictRow {
  readonly content: unknown
  /** Null in conflicts of older versions. */
  readonly base: OperationBase | null
  /** When a person dealt with it; null = it waits. */
  readonly settledAt: number | null
  readonly settledAs: ConflictChoice | null
  /** The operation that took its place; null = none did. */
  readonly replacedBy: OperationId | null
}

/** Also one that was dealt with; null = it never was one. */
export function findConflict(store: ReadStore, operationId: OperationId): KeptConflict | null {
  const row = statement(
    store,
    `select ${CONFLICT_COLUMNS}, content, base, settled_at as settledAt, settled_as as settledAs, replaced_by as replacedBy
     from conflicts where operation_id = ?`,
  ).get(operationId) as
    | (Omit<KeptConflict, 'content' | 'base'> & { content: string; base: string | null })
    | undefined
  if (row === undefined) return null
  // Written by this program.
  const base = row.base === null ? null : (JSON.parse(row.base) as OperationBase)
  return { ...row, content: JSON.parse(row.content) as unknown, base }
}

/** A person dealt with it. The row stays, with what was done. */
export function closeConflict(
  store: WriteStore,
  operationId: OperationId,
  how: { readonly at: number; readonly choice: ConflictChoice; readonly replacedBy: OperationId | null },
): void {
  statement(
    store,
    'update conflicts set settled_at = ?, settled_as = ?, replaced_by = ? where operation_id = ? and settled_at is null',
  ).run(how.at, how.choice, how.replacedBy, operationId)
}

/** Those that wait for a person, in the order in which they were met. */
export function listConflicts(store: ReadStore): ConflictRow[] {
  return statement(
    store,
    `select ${CONFLICT_COLUMNS} from conflicts where settled_at is null order by met_at, operation_id`,
  ).all() as ConflictRow[]
}

export interface TrayCounts {
  readonly held: number
  readonly waiting: number
  readonly oldestAt: number | null
  readonly conflicts: number
  readonly quarantined: number
}

export function countTrays(store: ReadStore, now: number): TrayCounts {
  return statement(
    store,
    `select coalesce(sum(hold_until > @now), 0) as held, count(*) - coalesce(sum(hold_until > @now), 0) as waiting,
       min(made_at) as oldestAt, (select count(*) from conflicts where settled_at is null) as conflicts,
       (select count(*) from quarantine) as quarantined from outbox`,
  ).get({ now }) as TrayCounts
}

/** Of those that wait for a person. */
export function listOpenConflictIds(store: ReadStore): OperationId[] {
  return statement(store, 'select operation_id from conflicts where settled_at is null')
    .pluck()
    .all() as OperationId[]
}

import type { Clock } from '../../src-preload/contract/vocabulary/clockShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { Nudge } from '../../src-preload/contract/vocabulary/matterShape.ts'
import { NoticeContent } from '../../src-preload/contract/vocabulary/noticeShape.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** A claim whose clocks somebody is told of. */
export interface WatchedClaim {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly clocks: readonly Clock[]
}

interface WatchedRow extends Omit<WatchedClaim, 'clocks'> {
  readonly clocks: string
}

// Clocks were written from a parsed claim.
const watched = ({ clocks, ...row }: WatchedRow): WatchedClaim => ({
  ...row,
  clocks: JSON.parse(clocks) as Clock[],
})

const OPEN = `state in ('submitted', 'under_review', 'partner_action_required')`

/** Open claims that this person holds, or held last. */
export function listOwnClocks(store: ReadStore, userId: UserId): WatchedClaim[] {
  const rows = statement(
    store,
    `select claim_id as claimId, claim_name as claimName, clocks from claims where assigned_user_id = ? and ${OPEN}`,
  ).all(userId) as WatchedRow[]
  return rows.map(watched)
}

export interface ClockPlace {
  readonly dueSort: number
  readonly claimId: string
}

/** A piece of all open claims with running clocks, from a place on; with where the next piece begins, null = that was the last. */
export function listTeamClocks(
  store: ReadStore,
  from: ClockPlace,
  limit: number,
): { readonly claims: WatchedClaim[]; readonly next: ClockPlace | null } {
  const rows = statement(
    store,
    `select claim_id as claimId, claim_name as claimName, clocks, due_sort as dueSort from claims
     where (due_sort, claim_id) > (?, ?) and ${OPEN} order by due_sort, claim_id limit ?`,
  ).all(from.dueSort, from.claimId, limit) as (WatchedRow & { dueSort: number })[]
  const last = rows.at(-1)
  const next =
    rows.length < limit || last === undefined ? null : { dueSort: last.dueSort, claimId: last.claimId }
  return { claims: rows.map(({ dueSort: _due, ...row }) => watched(row)), next }
}

/** The last word of a lead on each open claim that this person holds. */
export function listNudges(store: ReadStore, userId: UserId) {
  const rows = statement(
    store,
    `select claim_id as claimId, claim_name as claimName, matters ->> 'nudge' as nudge from claims
     where assigned_user_id = ? and ${OPEN} and matters ->> 'nudge' is not null`,
  ).all(userId) as { claimId: ClaimId; claimName: string; nudge: string }[]
  return rows.map(({ nudge, ...claim }) => ({ ...claim, nudge: JSON.parse(nudge) as Nudge }))
}

/** What one is told of once, by whatever names it. */
export interface ToldKey {
  readonly userId: UserId
  readonly claimId: ClaimId
  readonly timer: string
  readonly startedAt: number
  readonly share: number
}

/** False = the person was told before. */
export function noteTold(store: WriteStore, key: ToldKey, at: number): boolean {
  const { userId, claimId, timer, startedAt, share } = key
  return (
    statement(store, 'insert or ignore into told_crossings values (?, ?, ?, ?, ?, ?)').run(
      userId,
      claimId,
      timer,
      startedAt,
      share,
      at,
    ).changes > 0
  )
}

export function forgetToldBefore(store: WriteStore, before: number): void {
  statement(store, 'delete from told_crossings where told_at < ?').run(before)
}

export interface KeptNotice {
  readonly noticeId: number
  readonly toldAt: number | null
  readonly readAt: number | null
  readonly content: NoticeContent
}

interface NoticeRow extends Omit<KeptNotice, 'content'> {
  readonly content: string
}

const COLUMNS = 'notice_id as noticeId, told_at as toldAt, read_at as readAt, content'
/** Messages of another version are passed over: they are of no worth later. */
const read = ({ content, ...row }: NoticeRow): KeptNotice[] => {
  const parsed = NoticeContent.safeParse(JSON.parse(content))
  return parsed.success ? [{ ...row, content: parsed.data }] : []
}

/** What waits for the end of the quiet hours, in the order in which it was made. */
export function listHeldBack(store: ReadStore, userId: UserId): KeptNotice[] {
  const rows = statement(
    store,
    `select ${COLUMNS} from notices where user_id = ? and told_at is null order by notice_id`,
  ).all(userId) as NoticeRow[]
  return rows.flatMap(read)
}

/** The newest first. */
export function listNotices(store: ReadStore, userId: UserId, limit: number): KeptNotice[] {
  const rows = statement(
    store,
    `select ${COLUMNS} from notices where user_id = ? and told_at is not null order by told_at desc, notice_id desc limit ?`,
  ).all(userId, limit) as NoticeRow[]
  return rows.flatMap(read)
}

export function countUnread(store: ReadStore, userId: UserId): number {
  return Number(
    statement(
      store,
      'select count(*) from notices where user_id = ? and told_at is not null and read_at is null',
    )
      .pluck()
      .get(userId),
  )
}

export interface NewNotice {
  readonly userId: UserId
  readonly madeAt: number
  /** Null = it waits for the end of the quiet hours. */
  readonly toldAt: number | null
  readonly content: NoticeContent
}

export function addNotice(store: WriteStore, { userId, madeAt, toldAt, content }: NewNotice): void {
  statement(store, 'insert into notices (user_id, made_at, told_at, content) values (?, ?, ?, ?)').run(
    userId,
    madeAt,
    toldAt,
    JSON.stringify(content),
  )
}

/** What waited is in another one now. */
export function removeNotice(store: WriteStore, noticeId: number): void {
  statement(store, 'delete from notices where notice_id = ?').run(noticeId)
}

export function markTold(store: WriteStore, noticeId: number, at: number): void {
  statement(store, 'update notices set told_at = ? where notice_id = ?').run(at, noticeId)
}

export function markRead(store: WriteStore, userId: UserId, upTo: number, at: number): boolean {
  return (
    statement(
      store,
      'update notices set read_at = ? where user_id = ? and notice_id <= ? and told_at is not null and read_at is null',
    ).run(at, userId, upTo).changes > 0
  )
}

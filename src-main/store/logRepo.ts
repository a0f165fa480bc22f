import { type AuditGroup, ACTS_OF } from '../../src-preload/contract/vocabulary/auditWords.ts'
import type { HistoryEntry } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

/** What is wanted of a log; null = no bound. `until` is past the last wanted moment. Epoch milliseconds. */
export interface LogWish {
  readonly person: string | null
  readonly claimId: string | null
  readonly from: number | null
  readonly until: number | null
  readonly text: string | null
}

export interface LogPage {
  readonly offset: number
  readonly limit: number
}

/** A line of this workstation's log. */
export interface LoggedAct {
  readonly entry: number
  readonly at: number
  readonly actor: UserId
  readonly act: string
  readonly claimId: ClaimId | null
  readonly claimName: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** A line of a claim's history. */
export interface LoggedHistory
  extends Pick<HistoryEntry, 'entryId' | 'side' | 'actorName' | 'detail' | 'fromState' | 'toState'> {
  readonly at: number
  readonly kind: string
  readonly claimId: ClaimId
  readonly claimName: string
}

/** `%` and `_` of a person's own words stand for themselves. */
const likeOf = (text: string | null): string | null =>
  text === null ? null : `%${text.replace(/[\\%_]/gu, '\\$&')}%`

const BOUNDS = `(@from is null or at >= @from) and (@until is null or at < @until)`

const ACTS_FROM = `from audit left join claims on claims.claim_id = audit.claim_id
  where ${BOUNDS} and (@person is null or actor = @person) and (@claimId is null or audit.claim_id = @claimId)
    and (@acts is null or act in (select value from json_each(@acts)))
    and (@text is null or act like @text escape '\\' or facts like @text escape '\\'
      or audit.claim_id like @text escape '\\' or claim_name like @text escape '\\')`

interface ActWish extends LogWish {
  readonly group: AuditGroup | null
}
const actValues = ({ group, text, ...wish }: ActWish) => ({
  ...wish,
  text: likeOf(text),
  acts: group === null ? null : JSON.stringify(ACTS_OF[group]),
})

export const countActs = (store: ReadStore, wish: ActWish): number =>
  Number(statement(store, `select count(*) ${ACTS_FROM}`).pluck().get(actValues(wish)))

/** The youngest first. */
export function listActs(store: ReadStore, wish: ActWish, page: LogPage): LoggedAct[] {
  const rows = statement(
    store,
    `select entry, at, actor, act, audit.claim_id as claimId, claim_name as claimName, facts ${ACTS_FROM}
     order by entry desc limit @limit offset @offset`,
  ).all({ ...actValues(wish), ...page }) as (Omit<LoggedAct, 'facts'> & { facts: string })[]
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as LoggedAct['facts'] }))
}

export const listActors = (store: ReadStore): UserId[] =>
  statement(store, 'select distinct actor from audit order by actor').pluck().all() as UserId[]

const HISTORY_FROM = `from history join claims using (claim_key)
  where ${BOUNDS} and (@person is null or actor_name = @person) and (@claimId is null or claim_id = @claimId)
    and (@text is null or kind like @text escape '\\' or detail like @text escape '\\'
      or actor_name like @text escape '\\' or claim_id like @text escape '\\' or claim_name like @text escape '\\')`
const historyValues = ({ text, ...wish }: LogWish) => ({ ...wish, text: likeOf(text) })

export const countHistory = (store: ReadStore, wish: LogWish): number =>
  Number(statement(store, `select count(*) ${HISTORY_FROM}`).pluck().get(historyValues(wish)))

/** The youngest first; what happened at once in the order of its claim. */
export function listHistory(store: ReadStore, wish: LogWish, page: LogPage): LoggedHistory[] {
  return statement(
    store,
    `select entry_id as entryId, at, side, kind, actor_name as actorName, detail, from_state as fromState,
       to_state as toState, claim_id as claimId, claim_name as claimName ${HISTORY_FROM}
     order by at desc, claim_id, position desc limit @limit offset @offset`,
  ).all({ ...historyValues(wish), ...page }) as LoggedHistory[]
}

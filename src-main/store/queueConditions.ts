import type {
  Condition,
  Day,
  Duration,
  FilterTerm,
  Range,
  Wanted,
} from '../../src-preload/contract/vocabulary/filter/filterTerms.ts'
import { type DayField, STATUS_GROUPS } from '../../src-preload/contract/vocabulary/filter/filterWords.ts'
import { CLAIM_STATES } from '../../src-preload/contract/vocabulary/words.ts'
import type { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { IS_REMINDED, RAISED_IDS } from './attentionRepo.ts'
import { NO_CLOCK, PAUSED } from './claimRows.ts'
import { checkCondition } from './checkCondition.ts'
import { startOfDay } from './localDays.ts'
/** Who asks and when: `assignee:me`, `sla:<4h` and `due:today` mean something else to everybody. */
export interface Asker {
  readonly userId: UserId
  /** Epoch milliseconds. */
  readonly now: number
}

/** The part of a query that picks claims, with what to bind to it. */
export interface Where {
  readonly sql: string
  readonly values: readonly (string | number)[]
  /** The same, kept from its index: for who goes through the queue in its order, or comes from the hits of a text. */
  readonly unindexed?: string
}

/** What is asked of the store before a condition is put into words. */
export interface Lookups {
  /** Ids of the people who hold claims whose name has what is looked for. */
  findHolders(wanted: Wanted): readonly UserId[]
}

function anyOf(list: readonly Where[]): Where {
  const [only, ...more] = list
  if (only !== undefined && more.length === 0) return only
  return {
    sql: `(${list.map(({ sql }) => sql).join(' or ')})`,
    values: list.flatMap(({ values }) => values),
  }
}
export const allOf = (list: readonly Where[]): Where => ({
  sql: `(${list.map(({ sql }) => sql).join(' and ')})`,
  values: list.flatMap(({ values }) => values),
})
export const plain = (sql: string, ...values: (string | number)[]): Where => ({ sql, values })

export type Understood = Extract<FilterTerm, { kind: 'understood' }>

/**
 * Null for what looks for text, which `textHits.ts` answers. Null columns make a condition null, and the negation of null is not
 * true: a claim without the value must be shown by it.
 */
export function conditionOf({ isNot, condition }: Understood, asker: Asker, lookups: Lookups): Where | null {
  const where = whereOf(condition, asker, lookups)
  if (where === null) return null
  return isNot ? { sql: `not coalesce(${where.sql}, 0)`, values: where.values } : where
}

function whereOf(condition: Condition, asker: Asker, lookups: Lookups): Where | null {
  switch (condition.kind) {
    case 'text':
    case 'in':
      return null
    case 'one_of':
      return anyOf(condition.words.map((word) => WORDS[condition.field](word, asker)))
    case 'check':
      return anyOf(condition.tests.map((test) => plain(checkCondition(test))))
    case 'left':
      return anyOf(condition.ranges.map((range) => leftIn(range, asker.now)))
    case 'day':
      return anyOf(condition.ranges.map((range) => onDays(condition.field, range, asker.now)))
    case 'assignee':
      return anyOf(condition.who.map((who) => heldBy(who, asker, lookups)))
  }
}

const GROUPS: Readonly<Record<string, readonly string[]>> = STATUS_GROUPS

/** Snoozes of this person that have not ended, neither by time nor early. */
export const ASLEEP =
  'claims.claim_id in (select claim_id from snoozes where user_id = ? and until_at > ? and woken_at is null)'

const HAS: Readonly<Record<string, (asker: Asker) => Where>> = {
  conflict: () =>
    plain('claims.claim_id in (select conflicts.claim_id from conflicts where settled_at is null)'),
  pending: () => plain('claims.claim_id in (select outbox.claim_id from outbox)'),
  draft: ({ userId }) =>
    plain('claims.claim_id in (select drafts.claim_id from drafts where user_id = ?)', userId),
  comment: () => plain('exists (select 1 from comments where comments.claim_key = claims.claim_key)'),
  document: () => plain('exists (select 1 from documents where documents.claim_key = claims.claim_key)'),
}
const IS: Readonly<Record<string, (asker: Asker) => Where>> = {
  competing: () => plain('competing_claims > 0'),
  snoozed: ({ userId, now }) => plain(ASLEEP, userId, now),
  woken: ({ userId, now }) =>
    plain(
      'claims.claim_id in (select claim_id from snoozes where user_id = ? and until_at > ? and woken_at is not null)',
      userId,
      now,
    ),
  raised: () => plain(`claims.claim_id in (${RAISED_IDS})`),
  reminded: ({ userId, now }) => plain(IS_REMINDED, userId, now),
}
const NOTHING = plain('0')

const WORDS = {
  status: (word: string): Where => {
    const states = GROUPS[word] ?? [word]
    // A word is a status or a sub-state and never both: each has an index of its own.
    const column = CLAIM_STATES.some((state) => state === states[0]) ? 'state' : 'sub_state'
    const sql = `${column} in (${states.map(() => '?').join(', ')})`
    return { sql, values: states, ...(column === 'state' && { unindexed: `+${sql}` }) }
  },
  program: (word: string): Where => plain('program = ?', word.toUpperCase()),
  has: (word: string, asker: Asker): Where => HAS[word]?.(asker) ?? NOTHING,
  is: (word: string, asker: Asker): Where => IS[word]?.(asker) ?? NOTHING,
}

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/** Time on the wall, as the clocks of the rows show it. */
function leftIn(range: Range<Duration> | 'over' | 'paused' | 'none', now: number): Where {
  if (range === 'paused') return plain('due_sort = ?', PAUSED)
  if (range === 'none') return plain('due_sort = ?', NO_CLOCK)
  if (range === 'over') return plain('due_sort < ?', now)
  const at = ({ amount, unit }: Duration) => now + amount * UNIT_MS[unit]
  const ends = [plain('due_sort < ?', PAUSED)]
  if (range.from !== null) ends.push(plain(`due_sort >${range.from.isIn ? '=' : ''} ?`, at(range.from.value)))
  if (range.to !== null) ends.push(plain(`due_sort <${range.to.isIn ? '=' : ''} ?`, at(range.to.value)))
  return allOf(ends)
}

/** What is due at midnight is due on the day that ends there, as its date is shown; what came in then came on the next. */
function onDays(field: DayField, { from, to }: Range<Day>, now: number): Where {
  const [column, after, until] =
    field === 'due' ? (['due_sort', '>', '<='] as const) : (['submitted_at', '>=', '<'] as const)
  const ends = field === 'due' ? [plain('due_sort < ?', PAUSED)] : []
  if (from !== null) ends.push(plain(`${column} ${after} ?`, startOfDay(from.value, now, from.isIn ? 0 : 1)))
  if (to !== null) ends.push(plain(`${column} ${until} ?`, startOfDay(to.value, now, to.isIn ? 1 : 0)))
  return allOf(ends)
}

/** A lease that ended holds nothing. */
function heldBy({ text, isExact }: Wanted, { userId, now }: Asker, { findHolders }: Lookups): Where {
  const word = isExact ? '' : text.toLowerCase()
  if (word === 'none') return plain('coalesce(assigned_until <= ?, 1)', now)
  const people = word === 'me' ? [userId] : findHolders({ text, isExact })
  const marks = people.map(() => '?').join(', ')
  return plain(`(assigned_user_id in (${marks}) and assigned_until > ?)`, ...people, now)
}

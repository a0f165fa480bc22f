import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type Calendar, daysOf } from '../clocks/calendar.ts'
import type { OpenWork } from './forecast.ts'
import { DECIDED_KINDS, type MadeDecision, type Member } from './pace.ts'
import { type RecordedClaim, type Stretch, stretchesOf } from './recorded.ts'
import { teamForecast } from './teamForecast.ts'

/** One past day: what would have been said at its begin, and what came. */
export interface TestedDay {
  readonly at: number
  readonly until: number
  readonly forecast: number
  readonly low: number
  readonly high: number
  readonly actual: number
  /** Claims that were forecast and did breach. */
  readonly right: number
}

export interface BackTest {
  readonly days: readonly TestedDay[]
  /** Of the number of breaches; null = no day could be tested. */
  readonly meanAbsoluteError: number | null
  /** Of the claims that were forecast to breach, the part that did; null = none was. */
  readonly precision: number | null
  /** Of those that did, the part that was forecast, counted over all claims, also those that had not come yet; null = none did. */
  readonly recall: number | null
  /** The part of the days whose number lay within the range that was said. */
  readonly inRange: number | null
}

export interface Tested {
  readonly claims: readonly RecordedClaim[]
  readonly team: readonly Member[]
  readonly calendar: Calendar
  readonly now: number
  /** Past business days to begin from, and how many business days each looks ahead. */
  readonly days: number
  readonly ahead: number
}

/**
 * Asks the forecast on past days, with nothing known but what was written down by then, and compares with what was written down later.
 * Who is absent when was not written down, so nobody was; who worked there then is the team of today.
 */
export function backTest(tested: Tested): BackTest {
  const lives = tested.claims.map(({ claimId, history, ...claim }) => {
    return { claimId, stretches: stretchesOf({ claimId, history, ...claim }) }
  })
  const decisions = tested.claims.flatMap(({ history }) => decisionsIn(history))
  const days = beginnings(tested).map((span) => testDay(span, { lives, decisions, tested }))
  return summary(days)
}

export const decisionsIn = (history: RecordedClaim['history']): MadeDecision[] =>
  history
    .filter(({ kind, side }) => side === 'reviewer' && DECIDED_KINDS.some((one) => one === kind))
    .map(({ actorName, at }) => ({ byName: actorName, at: Date.parse(at) }))

interface Life {
  readonly claimId: ClaimId
  readonly stretches: readonly Stretch[]
}

interface Past {
  readonly lives: readonly Life[]
  readonly decisions: readonly MadeDecision[]
  readonly tested: Tested
}

interface DayAhead {
  readonly at: number
  readonly until: number
}

/** Those whose end is over, the oldest first: the begin of a business day, and the end of that so many business days on. */
function beginnings({ calendar, now, days: count, ahead }: Tested): DayAhead[] {
  const days = daysOf(calendar)
  const found: DayAhead[] = []
  for (let day = days.dayAt(now) - 1; found.length < count; day -= 1) {
    if (!days.isBusinessDay(day)) continue
    let last = day
    for (let left = ahead - 1; left > 0; left -= 1) last = days.businessDayFrom(last + 1)
    const until = days.startOf(last + 1)
    if (until <= now) found.unshift({ at: days.startOf(day), until })
    if (days.dayAt(now) - day > 3 * (count + ahead) + 10) break
  }
  return found
}

function testDay({ at, until }: DayAhead, { lives, decisions, tested }: Past): TestedDay {
  const { team, calendar } = tested
  const work = lives
    .flatMap(({ claimId, stretches }) => standingAt(claimId, stretches, at, team))
    .sort((a, b) => a.dueAt - b.dueAt || (a.claimId < b.claimId ? -1 : 1))
  const known = decisions.filter((one) => one.at < at)
  const asked = teamForecast({ work, team: team.map(present), decisions: known, calendar, now: at, until })
  const said = new Set(asked.of().breaching.map(({ claimId }) => claimId))
  const came = lives.filter(({ stretches }) => breachesWithin(stretches, at, until))
  const right = came.filter(({ claimId }) => said.has(claimId)).length
  return { at, until, forecast: said.size, ...asked.rangeOf(), actual: came.length, right }
}

const present = (member: Member): Member => ({ ...member, absences: [] })

function standingAt(
  claimId: ClaimId,
  stretches: readonly Stretch[],
  at: number,
  team: readonly Member[],
): OpenWork[] {
  const now = stretches.find(({ from, to }) => from <= at && at < to)
  if (now === undefined || now.dueAt === null) return []
  const holder: UserId | null = team.find(({ name }) => name === now.heldBy)?.userId ?? null
  return [{ claimId, dueAt: now.dueAt, heldBy: holder }]
}

/** Whether a clock of the claim ran out after one instant and up to another, while nobody had done what it asks for. */
const breachesWithin = (stretches: readonly Stretch[], after: number, until: number): boolean =>
  stretches.some(
    ({ from, to, dueAt }) => dueAt !== null && dueAt > after && dueAt <= until && from <= dueAt && dueAt < to,
  )

function summary(days: readonly TestedDay[]): BackTest {
  const sum = (of: (day: TestedDay) => number) => days.reduce((total, day) => total + of(day), 0)
  const part = (of: number, all: number) => (all === 0 ? null : of / all)
  const right = sum((day) => day.right)
  return {
    days,
    meanAbsoluteError: part(
      sum(({ forecast, actual }) => Math.abs(forecast - actual)),
      days.length,
    ),
    precision: part(
      right,
      sum(({ forecast }) => forecast),
    ),
    recall: part(
      right,
      sum(({ actual }) => actual),
    ),
    inRange: part(
      days.filter(({ low, high, actual }) => low <= actual && actual <= high).length,
      days.length,
    ),
  }
}

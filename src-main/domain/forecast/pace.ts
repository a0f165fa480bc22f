import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HistoryKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { type Calendar, daysOf } from '../clocks/calendar.ts'
import type { DaySpan } from './workDays.ts'

/** How many business days before today a pace is read off. */
export const PACE_DAYS = 10

/** What takes a claim off a reviewer's queue. */
export const DECIDED_KINDS = [
  'approved',
  'rejected',
  'information_requested',
  'held_for_arbitration',
] as const satisfies readonly HistoryKind[]

/** A decision as histories have it: they know a person by name. */
export interface MadeDecision {
  readonly byName: string
  /** Epoch milliseconds. */
  readonly at: number
}

export interface Member {
  readonly userId: UserId
  readonly name: string
  /** As a lead has set it; null = nobody has. */
  readonly claimsADay: number | null
  readonly absences: readonly DaySpan[]
}

/** `history`: read off what was decided. `capacity`: nothing was, so what a lead has set. `team`: neither, so what the others make. */
export type PaceBasis = 'history' | 'capacity' | 'team'

export interface Pace {
  readonly userId: UserId
  readonly perDay: number
  readonly decided: number
  /** Business days among the last ones on which the person was there. */
  readonly days: number
  readonly basis: PaceBasis
}

export interface TeamPace {
  readonly paces: readonly Pace[]
  /** Decisions of the whole team on each of these days, the oldest first. */
  readonly daily: readonly number[]
  /** The part of a day's decisions that is made after this hour; undefined = too few to say. */
  readonly leftToday: number | undefined
}

/** Fewer say nothing of the hours at which a team decides. */
const ENOUGH_FOR_HOURS = 30

/** The first instant of the days that a pace is read off, and that of today. */
export function paceWindow(calendar: Calendar, now: number): { readonly from: number; readonly to: number } {
  const days = daysOf(calendar)
  return {
    from: days.startOf(paceDays(calendar, now)[0] ?? days.dayAt(now)),
    to: days.startOf(days.dayAt(now)),
  }
}

/** The business days before today, the oldest first. */
function paceDays(calendar: Calendar, now: number): number[] {
  const days = daysOf(calendar)
  const found: number[] = []
  for (let day = days.dayAt(now) - 1; found.length < PACE_DAYS; day -= 1)
    if (days.isBusinessDay(day)) found.unshift(day)
  return found
}

/**
 * Decisions a business day of each person, over the last ones on which they were there. What was decided on a weekend counts too. People
 * of one name share what was decided under it.
 * @param decisions of these days, in any order; others are passed over.
 */
export function teamPace(
  team: readonly Member[],
  decisions: readonly MadeDecision[],
  calendar: Calendar,
  now: number,
): TeamPace {
  const days = paceDays(calendar, now)
  const window = paceWindow(calendar, now)
  const counted = decisions.filter(({ at }) => at >= window.from && at < window.to)
  const byName = Map.groupBy(counted, ({ byName: name }) => name)
  const known = team.map((member) => {
    const namesakes = team.filter(({ name }) => name === member.name).length
    const decided = (byName.get(member.name)?.length ?? 0) / namesakes
    return { member, decided, present: days.filter((day) => !isAbsent(member, day)).length }
  })
  const own = known.map(({ decided, present }) => (decided === 0 || present === 0 ? null : decided / present))
  const usual = median(own.filter((one) => one !== null))
  const paces = known.map(({ member, decided, present }, at): Pace => {
    const { userId, claimsADay } = member
    const read = own[at] ?? null
    const basis = read !== null ? 'history' : claimsADay !== null ? 'capacity' : 'team'
    return { userId, perDay: read ?? claimsADay ?? usual, decided, days: present, basis }
  })
  return { paces, daily: dailyOf(counted, days, calendar), leftToday: leftAfter(counted, calendar, now) }
}

const DAY_MS = 86_400_000

export const isAbsent = ({ absences }: Pick<Member, 'absences'>, day: number): boolean =>
  absences.some(({ from, to }) => Date.parse(from) / DAY_MS <= day && day <= Date.parse(to) / DAY_MS)

/** Of a closed day: with those of the business day before. */
function dailyOf(
  decisions: readonly MadeDecision[],
  business: readonly number[],
  calendar: Calendar,
): number[] {
  const days = daysOf(calendar)
  const counts = business.map(() => 0)
  for (const { at } of decisions) {
    const place = business.findLastIndex((day) => day <= days.dayAt(at))
    counts[Math.max(place, 0)] = (counts[Math.max(place, 0)] ?? 0) + 1
  }
  return counts
}

function leftAfter(decisions: readonly MadeDecision[], calendar: Calendar, now: number): number | undefined {
  if (decisions.length < ENOUGH_FOR_HOURS) return undefined
  const days = daysOf(calendar)
  const partOfDay = (at: number): number => {
    const start = days.startOf(days.dayAt(at))
    return (at - start) / (days.startOf(days.dayAt(at) + 1) - start)
  }
  const hour = partOfDay(now)
  return decisions.filter(({ at }) => partOfDay(at) > hour).length / decisions.length
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

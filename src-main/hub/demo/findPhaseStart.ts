import type { Clock } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { type Calendar, daysOf } from '../../domain/clocks/calendar.ts'
import type { DemoClaim } from './demoShape.ts'

const STEP = 1_800_000
const DAY = 86_400_000
/** Longer than any clock of a policy. */
const SEARCHED = 120 * DAY

type Stage = Exclude<DemoClaim['clock'], 'none'>
const RUNNING: readonly Stage[] = ['fresh', 'half', 'three_quarters', 'nine_tenths', 'over']

/** Where a clock stands at an instant. */
export function stageOf(clock: Clock, now: number): Stage {
  const isPast = (at: string | null): boolean => at !== null && Date.parse(at) <= now
  if (clock.pausedShare !== null) return 'paused'
  if (isPast(clock.dueAt)) return 'over'
  if (isPast(clock.nineTenthsAt)) return 'nine_tenths'
  if (isPast(clock.threeQuartersAt)) return 'three_quarters'
  return isPast(clock.halfAt) ? 'half' : 'fresh'
}

export interface PhaseSearch {
  readonly wanted: Stage
  readonly now: number
  readonly calendar: Calendar
  /** The claim's clocks if its phase had begun at an instant; the one that asks for action first. */
  readonly clocksAt: (phaseAt: number) => readonly Clock[]
  /** 0..1, chooses among equally good instants, so that not all claims began at once. */
  readonly spread: number
}

/**
 * When a phase must have begun so that its clock stands at the wanted stage now: one of the half hours back from the full hour,
 * preferably in working hours. The further back, the more of the clock is used, so the ends of a stage are found by halving.
 * A stage that a clock does not have at this time of the day (the last tenth of five days, due at midnight, is no longer than
 * fourteen hours) gives way to the nearest before it. Null when the claim has no such clock.
 */
export function findPhaseStart(search: PhaseSearch): number | null {
  const { wanted, now, calendar, clocksAt, spread } = search
  const newest = Math.floor(now / (2 * STEP)) * 2 * STEP
  const startAt = (stepsBack: number) => newest - stepsBack * STEP
  const clocks = clocksAt(newest)
  if (clocks.length === 0) return null
  if (wanted === 'paused' && !clocks.some(({ pausedShare }) => pausedShare !== null)) return null
  const rankAt = (stepsBack: number): number => {
    const clock = clocksAt(startAt(stepsBack))[0]
    return clock === undefined ? -1 : RUNNING.indexOf(stageOf(clock, now))
  }
  const asked = RUNNING.indexOf(wanted === 'paused' ? 'fresh' : wanted)
  const reached = firstOf((stepsBack) => rankAt(stepsBack) >= asked)
  const target = rankAt(reached) === asked ? asked : rankAt(Math.max(0, reached - 1))
  const from = firstOf((stepsBack) => rankAt(stepsBack) >= target)
  // A day's choice is enough where the stage has no end.
  const to =
    target === RUNNING.length - 1 ? from + DAY / STEP : firstOf((stepsBack) => rankAt(stepsBack) > target)
  const found = Array.from({ length: to - from }, (_, index) => startAt(from + index))
  const inHours = found.filter((at) => isWorkingTime(at, calendar))
  const choice = inHours.length > 0 ? inHours : found
  return choice[Math.floor(spread * choice.length)] ?? null
}

/** The least number of steps, up to the limit of the search, for which this holds; it must go on holding from there. */
function firstOf(holds: (stepsBack: number) => boolean): number {
  let low = 0
  let high = SEARCHED / STEP
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function isWorkingTime(at: number, calendar: Calendar): boolean {
  const days = daysOf(calendar)
  const day = days.dayAt(at)
  const sinceMidnight = at - days.startOf(day)
  return days.isBusinessDay(day) && sinceMidnight >= 8 * 3_600_000 && sinceMidnight <= 18 * 3_600_000
}

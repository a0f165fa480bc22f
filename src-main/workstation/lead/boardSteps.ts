import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import type { User } from '../../../src-preload/contract/session.ts'
import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { LEAD_TILES } from '../../../src-preload/contract/vocabulary/leadWords.ts'
import { TIMERS } from '../../../src-preload/contract/vocabulary/words.ts'
import { toInstant } from '../../store/instants.ts'
import {
  countAge,
  countDues,
  countHolders,
  countLatePauses,
  countTile,
  countWeek,
  type DueCount,
} from '../../store/leadRepo.ts'
import type { Moment } from '../../store/leadPicks.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { countUntold } from '../../store/untoldRepo.ts'
import type { Steps } from './inTurns.ts'

interface Team {
  /** Null = none has come from the hub yet. */
  readonly calendar: Calendar | null
  /** Everybody who reviews, whether they have claims or not. */
  readonly people: readonly User[]
}

/**
 * All figures, a query at a step. What is written meanwhile may be in some of them and not in others; whoever writes says so, and the
 * board is asked again: the last one is of one state of the profile.
 */
export function* boardSteps(store: ReadStore, moment: Moment, { calendar, people }: Team): Steps<LeadBoard> {
  const { now, days } = moment
  const tiles = yield* each(LEAD_TILES, (tile) => ({ tile, claims: countTile(store, tile, moment) }))
  const dues = countDues(store, moment)
  yield
  const ages = yield* each(days.ages, (age) => ({
    from: age.from,
    to: age.to,
    claims: countAge(store, age),
  }))
  const weeks = yield* each(days.weeks, (week) => ({
    monday: week.monday,
    breaches: countWeek(store, week, now),
  }))
  const load = loadOf(store, moment, people)
  yield
  return {
    asOf: toInstant(now),
    calendar: calendar && { id: calendar.id, version: calendar.version, zone: calendar.zone },
    today: days.today,
    tiles,
    due: { days: days.ahead.map(({ day }) => day), timers: heatmapOf(dues, days.ahead.length) },
    ages,
    weeks,
    load,
    latePauses: countLatePauses(store, moment),
    untold: countUntold(store),
  }
}

function* each<Item, Value>(items: readonly Item[], read: (item: Item) => Value): Steps<Value[]> {
  const values: Value[] = []
  for (const item of items) {
    values.push(read(item))
    yield
  }
  return values
}

/** A row for each kind of clock that runs, in their order; reach 0 is what is over, the last one what comes after the days. */
function heatmapOf(counts: readonly DueCount[], days: number): LeadBoard['due']['timers'] {
  return TIMERS.filter((timer) => counts.some((one) => one.timer === timer)).map((timer) => {
    const at = (reach: number) =>
      counts.find((one) => one.timer === timer && one.reach === reach)?.clocks ?? 0
    return {
      timer,
      overdue: at(0),
      days: Array.from({ length: days }, (_, day) => at(day + 1)),
      later: at(days + 1),
    }
  })
}

function loadOf(store: ReadStore, moment: Moment, people: readonly User[]): LeadBoard['load'] {
  const counted = countHolders(store, moment)
  const idle = people.filter(({ userId }) => !counted.some((one) => one.userId === userId))
  const nameOf = (userId: string | null) => people.find((one) => one.userId === userId)?.name
  return [
    ...counted.map(({ userId, name, open, held }) => ({ userId, name: nameOf(userId) ?? name, open, held })),
    ...idle.map(({ userId, name }) => ({ userId, name, open: 0, held: 0 })),
  ]
}

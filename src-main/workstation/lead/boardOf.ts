import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import type { User } from '../../../src-preload/contract/session.ts'
import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { TIMERS } from '../../../src-preload/contract/vocabulary/words.ts'
import { toInstant } from '../../store/instants.ts'
import {
  countAges,
  countDues,
  countHolders,
  countLatePauses,
  countTiles,
  countWeeks,
  type DueCount,
} from '../../store/leadRepo.ts'
import type { Moment } from '../../store/leadPicks.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { countUntold } from '../../store/untoldRepo.ts'

interface Team {
  /** Null = none has come from the hub yet. */
  readonly calendar: Calendar | null
  /** Everybody who reviews, whether they have claims or not. */
  readonly people: readonly User[]
}

export function boardOf(store: ReadStore, moment: Moment, { calendar, people }: Team): LeadBoard {
  const { now, days } = moment
  return {
    asOf: toInstant(now),
    calendar: calendar && { id: calendar.id, version: calendar.version, zone: calendar.zone },
    today: days.today,
    tiles: countTiles(store, moment),
    due: {
      days: days.ahead.map(({ day }) => day),
      timers: heatmapOf(countDues(store, moment), days.ahead.length),
    },
    ages: countAges(store, moment),
    weeks: countWeeks(store, moment),
    load: loadOf(store, moment, people),
    latePauses: countLatePauses(store, moment),
    untold: countUntold(store),
  }
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

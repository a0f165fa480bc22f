import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { boardDaysOf, type TeamWeek, weekBack } from '../../domain/lead/boardDays.ts'
import { findCalendarInUse } from '../../store/leadRepo.ts'
import type { Moment } from '../../store/leadPicks.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findNewestCalendar } from '../../store/referenceRepo.ts'

/** Until the hub has given one. */
const NO_CALENDAR: Calendar = { id: 'none', version: 1, zone: 'UTC', weekend: [6, 7], holidays: [] }

/** The team's calendar: the newest version of the one that its open claims go by. Null = none is here. */
export function findTeamCalendar(store: ReadStore): Calendar | null {
  const used = findCalendarInUse(store)
  return (used === null ? null : findNewestCalendar(store, used.id)) ?? findNewestCalendar(store, null)
}

/** An instant with the days of the team around it. */
export const momentOf = (calendar: Calendar | null, now: number): Moment => ({
  now,
  days: boardDaysOf(calendar ?? NO_CALENDAR, now),
})

/** A week of the team; 0 = the one that an instant lies in. */
export const teamWeekOf = (calendar: Calendar | null, now: number, weeksAgo: number): TeamWeek =>
  weekBack(calendar ?? NO_CALENDAR, now, weeksAgo)

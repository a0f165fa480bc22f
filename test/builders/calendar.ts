import { Calendar } from '../../src-preload/contract/vocabulary/calendarShape.ts'

/** A calendar in Rome; Saturdays and Sundays are free, and the holidays that the test names. */
export const aCalendar = (wishes: Partial<Calendar> = {}): Calendar =>
  Calendar.parse({
    id: 'review-team',
    version: 1,
    zone: 'Europe/Rome',
    weekend: [6, 7],
    holidays: [],
    ...wishes,
  })

import type { Day } from '../../src-preload/contract/vocabulary/filter/filterTerms.ts'

const WORDS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

/**
 * Epoch milliseconds at which a day begins in the zone of this machine, which is where its dates are shown; `offset` counts days on.
 * Never by adding 24 hours: two days of the year are longer or shorter.
 */
export function startOfDay(day: Day, now: number, offset = 0): number {
  const ahead = WORDS[day]
  if (ahead !== undefined) {
    const today = new Date(now)
    return new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead + offset).getTime()
  }
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + offset).getTime()
}

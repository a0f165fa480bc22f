import type DateHolidays from 'date-holidays'
import type { HolidaysTypes } from 'date-holidays'
import { z } from 'zod'
import { Calendar, CalendarRule, Holiday } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import { daysAfter } from '../../domain/clocks/utcDays.ts'

const Year = z.int().min(1970).max(2200)

/** A region by the codes of date-holidays: ISO 3166 for countries and states. */
const Region = z
  .strictObject({
    country: z.string().min(1),
    state: z.string().min(1).exactOptional(),
    region: z.string().min(1).exactOptional(),
  })
  .refine(({ state, region }) => region === undefined || state !== undefined, 'a region is part of a state')
type Region = z.infer<typeof Region>

const CalendarChoice = z.strictObject({
  ...CalendarRule.shape,
  /** Whose holidays; null = the own days alone. */
  region: Region.nullable(),
  types: z.array(z.enum(['public', 'bank', 'optional', 'school', 'observance'])).default(['public']),
  /** Both included. Stated, so that the same file says the same days whenever it is read; outside them a region has no holidays. */
  years: z
    .strictObject({ from: Year, to: Year })
    .refine(({ from, to }) => from <= to, 'the years end before they begin'),
  ownDays: z.array(Holiday).default([]),
  /** Holidays of the region on which this team works. */
  notHolidays: z.array(z.iso.date()).default([]),
})
type CalendarChoice = z.infer<typeof CalendarChoice>

/** A calendar's file chooses; what comes out has every holiday by day and name. To be parsed asynchronously. */
export const CalendarFile = CalendarChoice.transform(async (choice, context) => {
  const { region, types: _types, years: _years, ownDays, notHolidays, ...rule } = choice
  const regional = region === null ? [] : await regionalDays(region, choice)
  if (regional === null) {
    context.addIssue({ code: 'custom', path: ['region'], message: 'no holidays are known of this region' })
    return z.NEVER
  }
  const holidays = [...ownDays, ...regional.filter(({ day }) => !notHolidays.includes(day))]
  return { ...rule, holidays: eachDayOnce(holidays) }
}).pipe(Calendar)

/** In English where the region's holidays have English names. Null for a region that is none. */
async function regionalDays(region: Region, { types, years }: CalendarChoice): Promise<Holiday[] | null> {
  // The rules of the whole world: loaded only where a calendar wants some.
  const { default: Holidays } = await import('date-holidays')
  if (!isRegion(region, new Holidays())) return null
  const known = new Holidays(region, { types, languages: ['en'] })
  const days: Holiday[] = []
  for (let year = years.from; year <= years.to; year += 1) {
    for (const holiday of known.getHolidays(year, 'en'))
      days.push(...wholeDaysOf(holiday).map((day) => ({ day, name: holiday.name })))
  }
  return days
}

/** date-holidays answers an unknown state with the holidays of its country. */
function isRegion({ country, state, region }: Region, names: DateHolidays): boolean {
  const has = (list: Record<string, string> | undefined, code: string) =>
    list !== undefined && Object.hasOwn(list, code)
  if (!has(names.getCountries(), country)) return false
  if (state === undefined) return true
  if (!has(names.getStates(country), state)) return false
  return region === undefined || has(names.getRegions(country, state), region)
}

/** A day that is an hour shorter, or the few hours by which moon calendars miss midnight, is still a day. */
const SLACK_HOURS = 2

/** ISO days that a holiday takes wholly: none for a free afternoon, several for a long feast. */
function wholeDaysOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  // The text is local time, the two instants are not.
  const [day = '', time = ''] = date.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const begins = hours + minutes / 60
  const lasts = (end.getTime() - start.getTime()) / 3_600_000
  const first = begins > 0 ? 1 : 0
  const after = Math.floor((begins + lasts + SLACK_HOURS) / 24)
  return Array.from({ length: Math.max(0, after - first) }, (_, index) => daysAfter(day, first + index))
}

/** In order; two holidays on one day share it. */
function eachDayOnce(holidays: readonly Holiday[]): readonly Holiday[] {
  const names = new Map<string, string[]>()
  for (const { day, name } of holidays) {
    const there = names.get(day) ?? []
    if (!there.includes(name)) names.set(day, [...there, name])
  }
  return [...names]
    .map(([day, own]) => ({ day, name: own.join(', ') }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

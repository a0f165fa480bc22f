import { z } from 'zod'

/** A day on which nobody works, and what it is called: an explanation of a clock names it. */
export const Holiday = z.object({ day: z.iso.date(), name: z.string().trim().min(1).max(200) }).readonly()
export type Holiday = z.infer<typeof Holiday>

/** What a calendar says of its days apart from its holidays; a calendar's file says the same. */
export const CalendarRule = z.object({
  id: z.string().min(1).max(64),
  /** Goes up with every change: a due instant names the version it was computed with. */
  version: z.int().min(1),
  /** IANA name; days begin and end at midnight there. */
  zone: z.string().refine(isZone, 'no time zone of this name'),
  /** ISO weekday numbers, Monday = 1. Seven would leave no day to count, and counting would never end. */
  weekend: z
    .array(z.int().min(1).max(7))
    .refine((days) => new Set(days).size < 7, 'no working day is left')
    .readonly(),
})

/** A team's working calendar. */
export const Calendar = CalendarRule.extend({
  /** Each day once. */
  holidays: z
    .array(Holiday)
    .refine((days) => new Set(days.map(({ day }) => day)).size === days.length, 'a day stands here twice')
    .readonly(),
}).readonly()
export type Calendar = z.infer<typeof Calendar>

/** Offsets like `+01:00` are no zones: they know no daylight saving. */
function isZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}

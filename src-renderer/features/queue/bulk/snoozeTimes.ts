/** A claim comes back when the working day begins, in the zone of this machine. */
const MORNING_HOUR = 8
/** As the core allows it, less one for the hour of the day. */
const MOST_DAYS = 119

export const SNOOZE_CHOICES = ['tomorrow', 'inThreeDays', 'nextMonday', 'inTwoWeeks'] as const
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number]

export function snoozeChoices(
  nowMs: number,
): readonly { readonly choice: SnoozeChoice; readonly untilMs: number }[] {
  const weekday = new Date(nowMs).getDay()
  const days: Readonly<Record<SnoozeChoice, number>> = {
    tomorrow: 1,
    inThreeDays: 3,
    // Never today: on a Monday the next one is meant.
    nextMonday: (8 - weekday) % 7 || 7,
    inTwoWeeks: 14,
  }
  // The day after Sunday is also the next Monday: said once.
  return SNOOZE_CHOICES.filter(
    (choice, at) => SNOOZE_CHOICES.findIndex((other) => days[other] === days[choice]) === at,
  ).map((choice) => ({ choice, untilMs: morningIn(nowMs, days[choice]) }))
}

/** By the calendar and not by 24 hours: two days of the year are longer or shorter. */
function morningIn(nowMs: number, days: number): number {
  const now = new Date(nowMs)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING_HOUR).getTime()
}

/** The morning of a day such as 2026-11-24; null when it is none. */
export function morningOf(day: string): number | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  const at = new Date(year, month - 1, date, MORNING_HOUR).getTime()
  return Number.isNaN(at) ? null : at
}

/** The day in so many days, as a date field writes it. */
export function dayOf(nowMs: number, days: number): string {
  const at = new Date(morningIn(nowMs, days))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

export const lastSnoozeDay = (nowMs: number): string => dayOf(nowMs, MOST_DAYS)

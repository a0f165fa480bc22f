/**
 * What clocks should say, found the slow way: goes through time minute by minute, asks Intl for the local date and decides for each
 * minute whether it counts. Has nothing of the product's code and no arithmetic on days. Instants must be whole minutes.
 */
const MINUTE = 60_000

export interface WalkedTimer {
  readonly startedAt: number
  readonly businessDays: number
  readonly waits: readonly { readonly from: number; readonly to: number | null }[]
  readonly calendar: WalkedCalendar
}

export interface WalkedCalendar {
  readonly zone: string
  readonly weekend: readonly number[]
  readonly holidays: readonly { readonly day: string }[]
}

/** Every minute that counts, by its beginning, and the end of the last day. */
export interface Walk {
  readonly dueAt: number
  readonly counted: readonly number[]
}

/** The date that people in a zone write at an instant, as YYYY-MM-DD. */
export type DateAt = (zone: string, instant: number) => string

const formats = new Map<string, Intl.DateTimeFormat>()

/** Asks Intl each time. */
export const askDate: DateAt = (zone, instant) => {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  formats.set(zone, format)
  return format.format(instant)
}

/** Asks Intl once for each quarter of an hour: since 1980 no zone has begun a day anywhere else. */
export function rememberDates(): DateAt {
  const known = new Map<string, Map<number, string>>()
  return (zone, instant) => {
    const quarter = Math.floor(instant / (15 * MINUTE))
    const dates = known.get(zone) ?? new Map<number, string>()
    known.set(zone, dates)
    const date = dates.get(quarter) ?? askDate(zone, quarter * 15 * MINUTE)
    dates.set(quarter, date)
    return date
  }
}

/** Of a timer that no open request stops. */
export function walkMinutes({ startedAt, businessDays, waits, calendar }: WalkedTimer, dateAt: DateAt): Walk {
  const isBusiness = businessDates(calendar)
  const isPaused = (t: number) => waits.some(({ from, to }) => from <= t && (to === null || t < to))
  const counted: number[] = []
  let dayZero: string | null = null
  let left = businessDays
  let date = latestDateBefore(startedAt, calendar.zone, dateAt)
  for (let t = startedAt; ; t += MINUTE) {
    const before = date
    date = later(before, dateAt(calendar.zone, t))
    const hasEnded = date !== before && isBusiness(before)
    if (hasEnded && dayZero !== null && before > dayZero && !isPaused(t)) left -= 1
    if (left === 0) return { dueAt: t, counted }
    if (!isBusiness(date)) continue
    dayZero ??= date
    if (!isPaused(t)) counted.push(t)
  }
}

/** Of a timer that counts calendar days: the first minute of a date that lies more than so many days after the event's. */
export function walkCalendarDays(startedAt: number, days: number, zone: string, dateAt: DateAt): number {
  const last = new Date(latestDateBefore(startedAt + MINUTE, zone, dateAt))
  last.setUTCDate(last.getUTCDate() + days)
  const lastDate = last.toISOString().slice(0, 10)
  let t = startedAt
  while (dateAt(zone, t) <= lastDate) t += MINUTE
  return t
}

/** How many minutes count before an instant. */
export const minutesBefore = ({ counted }: Walk, instant: number): number =>
  counted.filter((t) => t < instant).length

/** When a share of all counted minutes is over, to the millisecond. */
export function instantAtShare({ counted, dueAt }: Walk, share: number): number {
  const wanted = counted.length * share
  const index = Math.max(0, Math.ceil(wanted) - 1)
  const minute = counted[index]
  return minute === undefined ? dueAt : Math.round(minute + (wanted - index) * MINUTE)
}

/** The part used when the request that is still open stopped the timer; null when none is open. */
export function frozenShare(timer: WalkedTimer, dateAt: DateAt): number | null {
  const open = timer.waits.filter(({ to }) => to === null).map(({ from }) => from)
  if (open.length === 0) return null
  const ended = timer.waits.flatMap(({ from, to }) => (to === null || from >= to ? [] : [{ from, to }]))
  let since = Math.min(...open)
  // A wait that was still on when the open one began, or one that it followed at once, had stopped the timer before.
  for (;;) {
    const earlier = ended.find(({ from, to }) => from < since && since <= to)
    if (earlier === undefined) break
    since = earlier.from
  }
  const walk = walkMinutes({ ...timer, waits: ended.filter(({ from }) => from < since) }, dateAt)
  return walk.counted.length === 0 ? 1 : minutesBefore(walk, since) / walk.counted.length
}

function businessDates({ weekend, holidays }: WalkedCalendar): (date: string) => boolean {
  const known = new Map<string, boolean>()
  return (date) => {
    const found = known.get(date)
    if (found !== undefined) return found
    const weekday = new Date(date).getUTCDay() || 7
    const is = !weekend.includes(weekday) && !holidays.some(({ day }) => day === date)
    known.set(date, is)
    return is
  }
}

/** Where a clock is put back over midnight, the date that has begun stays: a day does not come twice. */
const later = (a: string, b: string): string => (a > b ? a : b)

function latestDateBefore(instant: number, zone: string, dateAt: DateAt): string {
  let date = ''
  for (let t = instant - 300 * MINUTE; t < instant; t += MINUTE) date = later(date, dateAt(zone, t))
  return date
}

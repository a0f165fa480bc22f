/** Minutes of the day, over midnight where `from` is later; null = there are none. */
export type QuietHours = { readonly from: number; readonly to: number } | null

const MINUTES_OF_DAY = 24 * 60

/** How many minutes nobody is to be disturbed yet; 0 = now one may. Hours that end where they begin are none. */
export function quietMinutesLeft(quiet: QuietHours, minuteOfDay: number): number {
  if (quiet === null || quiet.from === quiet.to) return 0
  const since = (minuteOfDay - quiet.from + MINUTES_OF_DAY) % MINUTES_OF_DAY
  const length = (quiet.to - quiet.from + MINUTES_OF_DAY) % MINUTES_OF_DAY
  return since < length ? length - since : 0
}

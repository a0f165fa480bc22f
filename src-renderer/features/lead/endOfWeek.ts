/** Friday of this week as this machine counts days; from Friday on, that of the next. ISO date. */
export function endOfWeek(now: Date): string {
  const FRIDAY = 5
  const ahead = (FRIDAY - now.getDay() + 7) % 7 || 7
  return isoDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead))
}

/** Of this machine’s zone. */
export function isoDay(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

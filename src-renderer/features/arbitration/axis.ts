import type { BoardParty } from '../../../src-preload/contract/caseBoard.ts'

/** Both ends are ISO days; every day of the parties lies between them. */
export interface Axis {
  readonly from: string
  readonly to: string
  /** Firsts of months that are named, at most seven. */
  readonly months: readonly string[]
}

const DAY_MS = 86_400_000
/** Days of paper at both ends, so that nothing stands on the edge. */
const MARGIN = 15
const MOST_MONTHS = 7

/** The stretch of time in which everything happened that the board shows. */
export function axisOf(parties: readonly BoardParty[], today: string): Axis {
  const days = parties.flatMap(({ acknowledged, engagement, window, submittedAt }) => [
    ...[acknowledged, engagement?.start, engagement?.end, window].flatMap((range) =>
      range ? [range.from, range.to] : [],
    ),
    submittedAt.slice(0, 10),
  ])
  const sorted = [today, ...days].toSorted()
  const [first = today, last = today] = [sorted[0], sorted.at(-1)]
  const [from, to] = [moved(first, -MARGIN), moved(last, MARGIN)]
  return { from, to, months: monthsIn(from, to) }
}

/** How far along the axis a day lies, as a share for a style. */
export function shareOf({ from, to }: Pick<Axis, 'from' | 'to'>, day: string): string {
  const share = (Date.parse(day) - Date.parse(from)) / (Date.parse(to) - Date.parse(from))
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`
}

const moved = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

function monthsIn(from: string, to: string): string[] {
  const months: string[] = []
  const date = new Date(from)
  date.setUTCDate(1)
  for (;;) {
    date.setUTCMonth(date.getUTCMonth() + 1)
    const day = date.toISOString().slice(0, 10)
    if (day > to) break
    months.push(day)
  }
  const step = Math.ceil(months.length / MOST_MONTHS)
  return months.filter((_, at) => at % step === 0)
}

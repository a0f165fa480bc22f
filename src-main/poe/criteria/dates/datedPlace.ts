import type { DayRange } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Word } from '../../facts/documentFacts.ts'
import type { DatedPlace } from '../opinion.ts'
import { evidenceOfWords } from '../text/place.ts'
import type { PlacedDate } from './placeDates.ts'

/** One wrong figure makes another day: what recognition was not sure of, mostly a hand, decides nothing. */
const LEAST_CONFIDENCE = 0.86
export const isSurelyRead = (words: readonly Word[]): boolean =>
  words.every(({ confidence }) => confidence === null || confidence >= LEAST_CONFIDENCE)

/** From the earliest to the latest day that a date may mean: two readings, or the ends of a month. */
export function daysOf({ readings }: Pick<PlacedDate, 'readings'>): DayRange {
  const days = readings.toSorted()
  return { from: days[0] ?? '', to: days.at(-1) ?? '' }
}

export const datedPlace = (date: PlacedDate): DatedPlace => ({
  days: daysOf(date),
  evidence: [evidenceOfWords(date.mention.passage, date.mention.words)],
})

/** The newest of several: where readings overlap, it lies between the latest first and the latest last one. Null = there is none. */
export function newestOf(dates: readonly DatedPlace[]): DatedPlace | null {
  const [first, ...others] = dates
  if (first === undefined) return null
  return others.reduce<DatedPlace>((newest, one) => {
    if (one.days.from > newest.days.to) return one
    if (one.days.to < newest.days.from) return newest
    const days = { from: latest(newest.days.from, one.days.from), to: latest(newest.days.to, one.days.to) }
    const isSame = one.days.from === newest.days.from && one.days.to === newest.days.to
    return { days, evidence: isSame ? newest.evidence : [...newest.evidence, ...one.evidence] }
  }, first)
}

const latest = (a: string, b: string): string => (a > b ? a : b)

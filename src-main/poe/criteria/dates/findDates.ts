import type { Word } from '../../facts/documentFacts.ts'
import { type Passage, wordsBetween } from '../text/passages.ts'
import { MONTH_PATTERN, monthNumber } from './monthNames.ts'

export interface DateMention {
  readonly passage: Passage
  readonly words: readonly Word[]
  readonly text: string
  /** ISO days; two while day and month can't be told apart. A month alone gives its first and last day. */
  readonly readings: readonly string[]
  /** `month`: the readings are the ends of one span, not two guesses. */
  readonly precision: 'day' | 'month'
  /** Written with figures alone, so that its order is a matter of custom; "day first" is readings[0]. */
  readonly numeric: boolean
}

type Found = Pick<DateMention, 'readings' | 'precision' | 'numeric'>
type Rule = readonly [RegExp, (groups: Readonly<Record<string, string | undefined>>) => Found | null]

const named = (
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): Found | null => {
  const iso = isoDay(fullYear(year), monthNumber(month ?? '') ?? 0, Number(day))
  return iso === null ? null : { readings: [iso], precision: 'day', numeric: false }
}
const MONTH = `(?<month>${MONTH_PATTERN})\\.?`
const DAY = '(?<day>\\d{1,2})'
const YEAR = '(?<year>(?:19|20)\\d\\d)'

/** Most telling first; what one rule took the next ones leave alone. */
const RULES: readonly Rule[] = [
  [
    new RegExp(
      `(?<![\\d/.-])(?<year>(?:19|20)\\d\\d)\\s?[-/.]\\s?(?<month>\\d{1,2})\\s?[-/.]\\s?${DAY}(?![\\d/]|-\\d)`,
      'gu',
    ),
    ({ year, month, day }) => certain(isoDay(Number(year), Number(month), Number(day))),
  ],
  [
    /(?<year>(?:19|20)\d\d)\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/gu,
    ({ year, month, day }) => certain(isoDay(Number(year), Number(month), Number(day))),
  ],
  [
    /(?<era>令和|平成)\s?(?<year>\d{1,2}|元)\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/gu,
    ({ era, year, month, day }) => {
      const base = era === '令和' ? 2018 : 1988
      return certain(isoDay(base + (year === '元' ? 1 : Number(year)), Number(month), Number(day)))
    },
  ],
  [
    /(?<![\p{L}\d])r\s?(?<year>\d{1,2})\s?[./]\s?(?<month>\d{1,2})\s?[./]\s?(?<day>\d{1,2})(?![\d./])/gu,
    ({ year, month, day }) => certain(isoDay(2018 + Number(year), Number(month), Number(day))),
  ],
  [
    new RegExp(
      `(?<![\\d/])${DAY}\\s?(?:\\.|(?:st|nd|rd|th|er|re|o|a|°|º|ª)(?!\\p{L}))?[\\s/-]{0,2}(?:day of |of |de |d'|di |del )?${MONTH}[\\s,/-]{0,2}(?:de |del |of )?(?<year>(?:19|20)?\\d\\d)(?!\\d|[.,:]\\d)`,
      'gu',
    ),
    ({ day, month, year }) => named(day, month, year),
  ],
  [
    new RegExp(`(?<![\\p{L}])${MONTH}\\s?${DAY}(?:st|nd|rd|th)?\\s?,?\\s${YEAR}(?!\\d)`, 'gu'),
    ({ day, month, year }) => named(day, month, year),
  ],
  [
    /(?<![\d/.,-])(?<a>\d{1,2})(?<sep>\s?[./-]\s?)(?<b>\d{1,2})\s?[./-]\s?(?<year>(?:19|20)\d\d|\d\d)(?![\d/%]|[.,-]\d)/gu,
    ({ a, b, year }) => numericReadings(Number(a), Number(b), fullYear(year)),
  ],
  [
    new RegExp(`(?<![\\p{L}\\d])${MONTH}\\s(?:de |del |of )?${YEAR}(?!\\d)`, 'gu'),
    ({ month, year }) => monthSpan(Number(year), monthNumber(month ?? '') ?? 0),
  ],
  [
    new RegExp(`(?<![\\d/.,-])(?<month>0?[1-9]|1[0-2])/${YEAR}(?![\\d/])`, 'gu'),
    ({ month, year }) => monthSpan(Number(year), Number(month)),
  ],
]

/** Every date in a passage, in the order of the rules. */
export function findDates(passage: Passage): DateMention[] {
  const taken: [number, number][] = []
  const mentions: DateMention[] = []
  for (const [pattern, read] of RULES) {
    for (const match of passage.folded.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const found = read(match.groups ?? {})
      if (!found || taken.some(([from, to]) => start < to && end > from)) continue
      taken.push([start, end])
      const words = wordsBetween(passage, start, end)
      mentions.push({ ...found, passage, words, text: words.map((word) => word.text).join(' ') })
    }
  }
  return mentions
}

const certain = (iso: string | null): Found | null =>
  iso === null ? null : { readings: [iso], precision: 'day', numeric: false }

function numericReadings(a: number, b: number, year: number): Found | null {
  const readings = [isoDay(year, b, a), isoDay(year, a, b)].filter((iso) => iso !== null)
  const distinct = [...new Set(readings)]
  return distinct.length === 0 ? null : { readings: distinct, precision: 'day', numeric: true }
}

function monthSpan(year: number, month: number): Found | null {
  const first = isoDay(year, month, 1)
  if (first === null) return null
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { readings: [first, last], precision: 'month', numeric: false }
}

const fullYear = (year: string | undefined): number =>
  Number(year) < 100 ? 2000 + Number(year) : Number(year)

/** Null when there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1990 || year > 2099) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

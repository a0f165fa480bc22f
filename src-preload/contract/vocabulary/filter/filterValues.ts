import type { Bound, CheckTest, Day, Duration, Range } from './filterTerms.ts'
import { CRITERION_WORDS, DAY_WORDS, DURATION_UNITS, VERDICT_WORDS } from './filterWords.ts'
import type { ScannedValue } from './scanFilter.ts'

/** How the values of ranged fields are read. Null = not understood. */

export function readLeft({ text }: ScannedValue): Range<Duration> | 'over' | 'paused' | 'none' | null {
  const word = text.toLowerCase()
  if (word === 'over' || word === 'paused' || word === 'none') return word
  // A bare duration is what is left at most: `sla:4h` asks what to do within four hours.
  return readRange(word, readDuration, (value) => ({ from: null, to: { value, isIn: true } }))
}

export function readDays({ text }: ScannedValue): Range<Day> | null {
  const onThatDay = (value: Day) => ({ from: { value, isIn: true }, to: { value, isIn: true } })
  return readRange(text.toLowerCase(), readDay, onThatDay)
}

const CHECK = /^(?:([a-z]+)=)?([a-z_]+?)(?:(<=|>=|<|>|=)(\d))?$/

/** `failed`, `dates=failed`, `failed>2`. */
export function readCheck({ text }: ScannedValue): CheckTest | null {
  const [, criterionWord, verdictWord = '', sign, number] = CHECK.exec(text.toLowerCase()) ?? []
  const verdict = valueAt(VERDICT_WORDS, verdictWord)
  const criterion = criterionWord === undefined ? null : valueAt(CRITERION_WORDS, criterionWord)
  if (verdict === undefined || criterion === undefined) return null
  if (sign === undefined || number === undefined) return { verdict, criterion, count: null }
  // One criterion is failed or not; there is nothing to count.
  return criterion === null ? { verdict, criterion, count: countOf(sign, Number(number)) } : null
}

function valueAt<T extends Readonly<Record<string, unknown>>>(list: T, word: string): T[keyof T] | undefined {
  return Object.hasOwn(list, word) ? (list[word] as T[keyof T]) : undefined
}

const countOf = (sign: string, value: number): Range<number> =>
  sign === '=' ? { from: { value, isIn: true }, to: { value, isIn: true } } : sidedRange(sign, value)

function readRange<T>(
  text: string,
  read: (text: string) => T | null,
  bare: (value: T) => Range<T>,
): Range<T> | null {
  const sign = /^(<=|>=|<|>)/.exec(text)?.[0]
  if (sign !== undefined) {
    const value = read(text.slice(sign.length))
    return value === null ? null : sidedRange(sign, value)
  }
  const dots = text.indexOf('..')
  if (dots < 0) {
    const value = read(text)
    return value === null ? null : bare(value)
  }
  const from = boundOf(text.slice(0, dots), read)
  const to = boundOf(text.slice(dots + 2), read)
  return from === undefined || to === undefined || (from === null && to === null) ? null : { from, to }
}

/** Null = that end is open; undefined = not understood. */
function boundOf<T>(text: string, read: (text: string) => T | null): Bound<T> | null | undefined {
  if (text === '') return null
  const value = read(text)
  return value === null ? undefined : { value, isIn: true }
}

function sidedRange<T>(sign: string, value: T): Range<T> {
  const bound = { value, isIn: sign.endsWith('=') }
  return sign.startsWith('<') ? { from: null, to: bound } : { from: bound, to: null }
}

function readDuration(text: string): Duration | null {
  const [, amount, letter] = /^(-?\d{1,5})([a-z])$/.exec(text) ?? []
  const unit = DURATION_UNITS.find((each) => each === letter)
  // Never minus zero: it would be printed as what it is not.
  return unit === undefined ? null : { amount: Number(amount) + 0, unit }
}

function readDay(text: string): Day | null {
  if (DAY_WORDS.some((word) => word === text)) return text
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  // 2026-02-31 would roll over to March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null
}

import type { Criterion, Verdict } from '../words.ts'
import type { DayField, DurationUnit, TextField, WordField } from './filterWords.ts'

/** A stretch of the filter's text: half open, in characters as JavaScript counts them. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** What is looked for in text. `isExact`: it stood in quotes, so its words follow each other. */
export interface Wanted {
  readonly text: string
  readonly isExact: boolean
}

/** An end of a range; `isIn`: the value itself still counts. */
export interface Bound<T> {
  readonly value: T
  readonly isIn: boolean
}

/** At least one end is there. */
export interface Range<T> {
  readonly from: Bound<T> | null
  readonly to: Bound<T> | null
}

export interface Duration {
  readonly amount: number
  readonly unit: DurationUnit
}

/** A day of the calendar that hangs on the wall: `today`, `tomorrow`, `yesterday` or 2026-11-24. */
export type Day = string

/** How many criteria, or which one, have a verdict; `none`: nothing was checked yet. */
export interface CheckTest {
  readonly verdict: Verdict | 'none'
  /** Null = any of the five. */
  readonly criterion: Criterion | null
  /** How many criteria; null = one at least. */
  readonly count: Range<number> | null
}

export type Condition =
  /** Anywhere: what names the claim, comments, documents. */
  | { readonly kind: 'text'; readonly wanted: Wanted }
  | { readonly kind: 'in'; readonly field: TextField; readonly wanted: readonly Wanted[] }
  | { readonly kind: 'one_of'; readonly field: WordField; readonly words: readonly string[] }
  | { readonly kind: 'check'; readonly tests: readonly CheckTest[] }
  /** Time until the clock is due; a word stands for clocks that count no time down. */
  | { readonly kind: 'left'; readonly ranges: readonly (Range<Duration> | 'over' | 'paused' | 'none')[] }
  | { readonly kind: 'day'; readonly field: DayField; readonly ranges: readonly Range<Day>[] }
  /** `me` and `none` without quotes are no names. */
  | { readonly kind: 'assignee'; readonly who: readonly Wanted[] }

export const FILTER_PROBLEMS = [
  'unknown_field',
  'unknown_word',
  'not_a_duration',
  'not_a_day',
  'not_a_check',
  'value_missing',
  'or_not_known',
  'nothing_to_search',
] as const
export type FilterProblem = (typeof FILTER_PROBLEMS)[number]

/**
 * One part of a filter; a claim must meet all of them. A part that was not understood is kept as it was written, says why, and
 * narrows nothing down.
 */
export type FilterTerm =
  | {
      readonly kind: 'understood'
      readonly isNot: boolean
      readonly condition: Condition
      readonly at: Place
    }
  | {
      readonly kind: 'problem'
      readonly text: string
      readonly problem: FilterProblem
      /** The very word that was not understood. */
      readonly word: string
      readonly at: Place
    }

import type { LetterLanguage } from './languages.ts'
import type { LetterKey } from './letterKeys.ts'
import type { Place } from './shortfalls.ts'

/** What fills a gap of a template. Days, instants and places are written in the letter's language by whoever renders it. */
export type LetterValue =
  | string
  | number
  /** ISO day or ISO month. */
  | { readonly day: string }
  /** Epoch milliseconds of the end of a day: the first instant that is too late. */
  | { readonly until: number }
  | { readonly places: readonly Place[] }

export interface Sentence {
  readonly key: LetterKey
  readonly values: Readonly<Record<string, LetterValue>>
}

/** Sentences of one line, with spaces between them. */
export type LetterLine = readonly Sentence[]

export type BlockKind =
  | 'opening'
  | 'reason'
  | 'items'
  | 'answer'
  | 'due'
  | 'where'
  | 'dispute'
  | 'new_claim'
  | 'consent'
  | 'not_payment'
  | 'data_access'
  | 'arbitration'
  | 'asks'
  | 'claim'

/** A paragraph. */
export interface LetterBlock {
  readonly kind: BlockKind
  readonly lines: readonly LetterLine[]
}

/** A letter without its words. Greeting-free, in the order in which it is read. */
export interface LetterPlan {
  readonly language: LetterLanguage
  readonly zone: string
  readonly blocks: readonly LetterBlock[]
}

export const sentence = (key: LetterKey, values: Sentence['values'] = {}): Sentence => ({ key, values })

/** A paragraph with one sentence on each line. */
export const block = (kind: BlockKind, ...sentences: readonly Sentence[]): LetterBlock => ({
  kind,
  lines: sentences.map((each) => [each]),
})

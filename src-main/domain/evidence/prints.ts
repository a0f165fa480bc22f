import type { PrintKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { INK_HASH_LENGTH } from './inkHash.ts'
import { inkBands, inkLikeness } from './inkPrint.ts'
import { hasWords, PAGE_PRINT_LENGTH, pageBands, pageLikeness } from './pagePrint.ts'
import { isWordForWord, TEXT_PRINT_LENGTH, textBands, textLikeness } from './textPrint.ts'

/** What a piece of evidence is known again by. */
export interface Print {
  readonly kind: PrintKind
  /** From 1; 0 = the whole document. */
  readonly page: number
  /** By this it is compared, and its bands are made of it: hexadecimal digits, as many as its kind has. */
  readonly value: string
}

interface Way {
  readonly length: number
  bands(value: string): string[]
  likeness(a: string, b: string): number
}

const WAYS: Readonly<Record<PrintKind, Way>> = {
  page: { length: PAGE_PRINT_LENGTH, bands: pageBands, likeness: pageLikeness },
  signature: { length: INK_HASH_LENGTH, bands: inkBands, likeness: inkLikeness },
  text: { length: TEXT_PRINT_LENGTH, bands: textBands, likeness: textLikeness },
}

/** Whether a value from elsewhere is one of its kind. */
export const isPrintValue = (kind: PrintKind, value: string): boolean =>
  value.length === WAYS[kind].length && /^[0-9a-f]*$/u.test(value)

/** What a print is looked up by: alike prints of a kind share at least one band. */
export const bandsOf = (kind: PrintKind, value: string): string[] =>
  WAYS[kind].bands(value).map((band, at) => `${at}:${band}`)

/** How two prints of one kind go together. */
export interface Alike {
  /** 0..1; of texts the share of what they have in common. */
  readonly share: number
  /** Two honest papers that were filled into one form may be as much alike. */
  readonly mayBeForm: boolean
}

/** Null = not enough to speak of. */
export function alike(kind: PrintKind, a: string, b: string): Alike | null {
  const share = WAYS[kind].likeness(a, b)
  if (share === 0) return null
  const mayBeForm = kind === 'text' ? !isWordForWord(a, b) : kind === 'page' && hasWords(a)
  return { share, mayBeForm }
}

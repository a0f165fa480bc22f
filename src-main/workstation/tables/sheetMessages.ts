import type { Cell } from '../../../src-preload/words/tables/column.ts'
import type { Head } from './tableSource.ts'

/** What the thread that makes workbooks is told, in this order; it answers the last with the bytes of the file. */
export type SheetMessage =
  | { readonly say: 'begin'; readonly title: string; readonly heads: readonly Head[] }
  | { readonly say: 'rows'; readonly rows: readonly Cell[][] }
  | { readonly say: 'end' }

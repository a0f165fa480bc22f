import type { ImportRow, WantedClaim } from './wantedClaim.ts'
import type { LocalPaper } from './paperFolder.ts'

/** `new`, `unfinished`: what would be done. `brought`, `finished`: what was. */
export const ROW_OUTCOMES = ['new', 'unfinished', 'there', 'brought', 'finished', 'refused'] as const

/** What comes of a row. */
export interface RowOutcome {
  readonly row: ImportRow
  readonly outcome: (typeof ROW_OUTCOMES)[number]
  /** Why it is refused; empty for every other. */
  readonly reasons: readonly string[]
  /** What is to be looked at. */
  readonly notes: readonly string[]
}

/** A row that the hub can be asked about. */
export interface AskedRow {
  readonly row: ImportRow
  readonly wanted: WantedClaim
  /** Those that were found. */
  readonly papers: readonly LocalPaper[]
  /** Why it cannot be brought in whatever the hub says; empty = it can. */
  readonly problems: readonly string[]
}

export const refusedRow = (row: ImportRow, reasons: readonly string[]): RowOutcome => ({
  row,
  outcome: 'refused',
  reasons,
  notes: [],
})

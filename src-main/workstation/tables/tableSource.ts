import type { TableWish } from '../../../src-preload/contract/tables.ts'
import type { MessageId, Say } from '../../../src-preload/words/say.ts'
import {
  type Cell,
  cellsOf,
  type Column,
  type ColumnKind,
  headOf,
} from '../../../src-preload/words/tables/column.ts'
import type { Core } from '../core.ts'

/** A column as a file has it. */
export interface Head {
  readonly title: string
  readonly kind: ColumnKind
}

/** A table whose rows are read piece by piece: between two of them whoever else asks something gets their turn. */
export interface OpenTable {
  readonly heads: readonly Head[]
  /** More match than are listed. */
  readonly isMore: boolean
  readonly pieces: Iterable<readonly Cell[][]>
}

export interface TableSource<Wish> {
  /** Name of the file and of its sheet. */
  readonly title: MessageId
  open(core: Core, wish: Wish, say: Say): OpenTable
}

/** What is listed now; its rows are read when they are asked for. */
export interface Listed<Row> {
  readonly isMore: boolean
  readonly pieces: Iterable<readonly Row[]>
}

/** Hides what a row is: whoever writes a file needs its cells alone. */
export function tableOf<Wish extends TableWish, Row>(
  title: MessageId,
  columns: readonly Column<Row>[],
  list: (core: Core, wish: Wish) => Listed<Row>,
): TableSource<Wish> {
  return {
    title,
    open(core, wish, say) {
      const { isMore, pieces } = list(core, wish)
      return {
        heads: columns.map((column) => ({ title: headOf(column, say), kind: column.kind })),
        isMore,
        pieces: mapped(pieces, (row) => cellsOf(columns, row, say)),
      }
    },
  }
}

function* mapped<Row>(
  pieces: Iterable<readonly Row[]>,
  toCells: (row: Row) => Cell[],
): Iterable<readonly Cell[][]> {
  for (const piece of pieces) yield piece.map(toCells)
}

/** A list that is short enough to be read at once. */
export const atOnce = <Row>(rows: readonly Row[]): Listed<Row> => ({ isMore: false, pieces: [rows] })

import type { MessageId, Say } from '../say.ts'

/** A cell as every way out takes it; instants as ISO 8601 text in UTC. */
export type Cell = string | number | null

interface Named {
  readonly title: MessageId
}

interface TextColumn<Row> extends Named {
  readonly kind: 'text'
  readonly value: (row: Row, say: Say) => string | null
}

interface NumberColumn<Row> extends Named {
  /** `days`: a length of time, in days. */
  readonly kind: 'number' | 'days'
  readonly value: (row: Row) => number | null
}

interface InstantColumn<Row> extends Named {
  readonly kind: 'instant'
  readonly value: (row: Row) => string | null
}

/** One column of a table: what stands above it, what it holds, and what a row says in it. */
export type Column<Row> = TextColumn<Row> | NumberColumn<Row> | InstantColumn<Row>
export type ColumnKind = Column<never>['kind']

export const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row, say: Say): Cell[] =>
  columns.map((column) => column.value(row, say))

/** Above the column. Instants in a file stand in UTC, which only the head can say where a cell is a plain date. */
export const headOf = ({ title, kind }: Pick<Column<never>, 'title' | 'kind'>, say: Say): string =>
  kind === 'instant' ? say('table.inUtc', { title: say(title) }) : say(title)

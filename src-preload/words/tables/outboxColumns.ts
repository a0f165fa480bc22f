import type { PendingOperation } from '../../contract/claims.ts'
import type { Column } from './column.ts'

/** An operation that waits, with what a reader of a list needs beside it. */
export interface OutboxRow extends PendingOperation {
  readonly claimName: string
  readonly byName: string
  /** Since it was made. */
  readonly ageDays: number
}

export const OUTBOX_COLUMNS: readonly Column<OutboxRow>[] = [
  { title: 'table.claimId', kind: 'text', value: (row) => row.claimId },
  { title: 'table.claim', kind: 'text', value: (row) => row.claimName },
  { title: 'table.act', kind: 'text', value: (row, say) => say(`operation.${row.kind}`) },
  { title: 'table.by', kind: 'text', value: (row) => row.byName },
  { title: 'table.madeAt', kind: 'instant', value: (row) => row.madeAt },
  { title: 'table.age', kind: 'days', value: (row) => row.ageDays },
  { title: 'table.sending', kind: 'text', value: (row, say) => say(`table.sending.${row.state}`) },
  { title: 'table.operation', kind: 'text', value: (row) => row.operationId },
]

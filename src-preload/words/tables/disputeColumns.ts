import type { OpenDispute } from '../../contract/related.ts'
import { statusWords } from '../statusWords.ts'
import type { Column } from './column.ts'

export const DISPUTE_COLUMNS: readonly Column<OpenDispute>[] = [
  { title: 'table.claimId', kind: 'text', value: (row) => row.claimId },
  { title: 'table.claim', kind: 'text', value: (row) => row.claimName },
  { title: 'table.customer', kind: 'text', value: (row) => row.customerName },
  { title: 'table.partner', kind: 'text', value: (row) => row.partnerName },
  { title: 'table.status', kind: 'text', value: statusWords },
  { title: 'table.disputedAt', kind: 'instant', value: (row) => row.openedAt },
  { title: 'table.rejectedAt', kind: 'instant', value: (row) => row.rejectedAt },
  { title: 'table.rejectedBy', kind: 'text', value: (row) => row.firstDecider?.name ?? null },
  {
    title: 'table.reasons',
    kind: 'text',
    value: ({ reasons }, say) => reasons.map((reason) => say(`reason.${reason}`)).join(', '),
  },
  { title: 'table.newPapers', kind: 'number', value: (row) => row.newPapers },
  {
    title: 'table.clock',
    kind: 'text',
    value: (row, say) => (row.clock === null ? null : say(`timer.${row.clock.timer}`)),
  },
  { title: 'table.due', kind: 'instant', value: (row) => row.clock?.dueAt ?? null },
  { title: 'table.holder', kind: 'text', value: (row) => row.assignedTo?.name ?? null },
]

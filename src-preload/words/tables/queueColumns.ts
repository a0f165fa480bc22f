import type { ClaimSummary, VerdictChips } from '../../contract/vocabulary/queueShape.ts'
import type { Say } from '../say.ts'
import { statusWords } from '../statusWords.ts'
import type { Column } from './column.ts'

const chip = (name: keyof VerdictChips) => (row: ClaimSummary, say: Say) => {
  const verdict = row.verdicts[name]
  return verdict === null ? null : say(`verdict.${verdict}`)
}

export const QUEUE_COLUMNS: readonly Column<ClaimSummary>[] = [
  { title: 'table.claimId', kind: 'text', value: (row) => row.claimId },
  { title: 'table.claim', kind: 'text', value: (row) => row.claimName },
  { title: 'table.customer', kind: 'text', value: (row) => row.customerName },
  { title: 'table.partner', kind: 'text', value: (row) => row.partnerName },
  { title: 'table.program', kind: 'text', value: (row, say) => say(`program.${row.program}`) },
  { title: 'table.items', kind: 'text', value: (row) => row.items.join(', ') },
  { title: 'table.status', kind: 'text', value: statusWords },
  {
    title: 'table.clock',
    kind: 'text',
    value: (row, say) => (row.clock === null ? null : say(`timer.${row.clock.timer}`)),
  },
  { title: 'table.due', kind: 'instant', value: (row) => row.clock?.dueAt ?? null },
  {
    title: 'table.paused',
    kind: 'text',
    value: (row, say) => ((row.clock?.pausedShare ?? null) === null ? null : say('table.yes')),
  },
  { title: 'table.holder', kind: 'text', value: (row) => row.assignedTo?.name ?? null },
  { title: 'criterion.usablePoe', kind: 'text', value: chip('usablePoe') },
  { title: 'criterion.customerAcknowledgment', kind: 'text', value: chip('customerAcknowledgment') },
  { title: 'criterion.dates', kind: 'text', value: chip('dates') },
  { title: 'criterion.products', kind: 'text', value: chip('products') },
  { title: 'criterion.serviceDescription', kind: 'text', value: chip('serviceDescription') },
  {
    title: 'table.pending',
    kind: 'text',
    value: (row, say) => (row.pendingDecision === null ? null : say(`queue.waiting.${row.pendingDecision}`)),
  },
  {
    title: 'table.competing',
    kind: 'text',
    value: (row, say) => (row.competing ? say('table.yes') : null),
  },
  { title: 'table.snoozedUntil', kind: 'instant', value: (row) => row.snooze?.until ?? null },
  { title: 'table.revision', kind: 'number', value: (row) => row.revision },
]

import type { CaseSummary } from '../../contract/arbitration.ts'
import type { Column } from './column.ts'

export const CASE_COLUMNS: readonly Column<CaseSummary>[] = [
  { title: 'table.caseId', kind: 'text', value: (row) => row.caseId },
  { title: 'table.customer', kind: 'text', value: (row) => row.customerName },
  { title: 'table.contested', kind: 'text', value: (row) => row.contested.name },
  { title: 'table.program', kind: 'text', value: (row, say) => say(`program.${row.contested.program}`) },
  { title: 'table.status', kind: 'text', value: (row, say) => say(`case.state.${row.state}`) },
  {
    title: 'table.parties',
    kind: 'text',
    value: ({ parties }) =>
      parties
        .filter(({ hasLeft }) => !hasLeft)
        .map(({ partnerName, claimId }) => `${partnerName} (${claimId})`)
        .join(', '),
  },
  { title: 'table.openedAt', kind: 'instant', value: (row) => row.openedAt },
  {
    title: 'table.clock',
    kind: 'text',
    value: (row, say) => (row.clock === null ? null : say(`timer.${row.clock.timer}`)),
  },
  { title: 'table.due', kind: 'instant', value: (row) => row.clock?.dueAt ?? null },
  { title: 'table.reviewsOpen', kind: 'number', value: (row) => row.firstReviews.outstanding },
  { title: 'table.asksOpen', kind: 'number', value: (row) => row.asks.open },
  { title: 'table.lead', kind: 'text', value: (row) => row.lead?.name ?? null },
]

import type { LeadClaim } from '../../contract/lead.ts'
import { statusWords } from '../statusWords.ts'
import type { Column } from './column.ts'

/** The clock that a number counts, whether it runs or is past. */
const counted = ({ clock, past }: LeadClaim) => clock ?? past

export const LEAD_COLUMNS: readonly Column<LeadClaim>[] = [
  { title: 'table.claimId', kind: 'text', value: (row) => row.claimId },
  { title: 'table.claim', kind: 'text', value: (row) => row.claimName },
  { title: 'table.customer', kind: 'text', value: (row) => row.customerName },
  { title: 'table.partner', kind: 'text', value: (row) => row.partnerName },
  { title: 'table.program', kind: 'text', value: (row, say) => say(`program.${row.program}`) },
  { title: 'table.status', kind: 'text', value: statusWords },
  {
    title: 'table.clock',
    kind: 'text',
    value: (row, say) => {
      const timer = counted(row)?.timer
      return timer === undefined ? null : say(`timer.${timer}`)
    },
  },
  { title: 'table.begun', kind: 'instant', value: (row) => counted(row)?.startedAt ?? null },
  { title: 'table.due', kind: 'instant', value: (row) => counted(row)?.dueAt ?? null },
  { title: 'table.ended', kind: 'instant', value: (row) => row.past?.endedAt ?? null },
  {
    title: 'table.paused',
    kind: 'text',
    value: (row, say) => ((row.clock?.pausedShare ?? null) === null ? null : say('table.yes')),
  },
  {
    title: 'table.holder',
    kind: 'text',
    value: ({ holder }) => (holder?.isHeld === true ? holder.name : null),
  },
  {
    title: 'table.lastHolder',
    kind: 'text',
    value: ({ holder }) => (holder?.isHeld === false ? holder.name : null),
  },
  { title: 'table.why', kind: 'text', value: (row, say) => say(`lead.why.${row.why}`) },
  { title: 'table.answeredAt', kind: 'instant', value: (row) => row.latePause?.answeredAt ?? null },
  { title: 'table.pausedAt', kind: 'instant', value: (row) => row.latePause?.pausedAt ?? null },
]

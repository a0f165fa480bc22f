import type { LogRow } from '../../contract/audit.ts'
import { lineWords } from '../logWords.ts'
import type { Column } from './column.ts'

/** For whoever proves something by it: every detail as it was written, beside the act in words. */
export const LOG_COLUMNS: readonly Column<LogRow>[] = [
  { title: 'table.when', kind: 'instant', value: (row) => row.at },
  { title: 'table.person', kind: 'text', value: (row) => row.name },
  { title: 'table.personId', kind: 'text', value: (row) => row.userId },
  { title: 'table.act', kind: 'text', value: lineWords },
  { title: 'table.claimId', kind: 'text', value: (row) => row.claimId },
  { title: 'table.claim', kind: 'text', value: (row) => row.claimName },
  {
    title: 'table.details',
    kind: 'text',
    value: ({ facts }) => facts.map(({ name, value }) => `${name}=${value}`).join('; '),
  },
  { title: 'table.actCode', kind: 'text', value: (row) => row.act },
]

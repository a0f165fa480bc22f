import { LogRow } from '../../../../src-preload/contract/audit.ts'
import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { User } from '../../../../src-preload/contract/session.ts'
import { aForm, SHA } from '../../../builders/renderer/aClaim.ts'
import { openDisputes } from './disputeScenes.ts'
import { after, aStatus } from './queueScenes.ts'

const PEOPLE = [
  { userId: 'u-team-lead', name: 'Ingrid Solvang', role: 'team_lead' },
  { userId: 'u-reviewer', name: 'Marta Ginevri', role: 'reviewer' },
  { userId: 'u-auditor', name: 'Teodor Halász', role: 'auditor' },
].map((person) => User.parse(person))

const asLead: Partial<Handlers> = {
  'sync.status': () => aStatus(),
  'session.current': () => {
    const [user, ...others] = PEOPLE
    if (user === undefined) throw new Error('Nobody works here.')
    return { user, others, colleagues: others }
  },
}

const CLAIM = { claimId: aForm.claimId, claimName: aForm.claimName }
const OTHER = {
  claimId: '42880177',
  claimName: 'Distribuzione Teams e Intune, stabilimenti di Bolzano e Trento',
}
const NONE = { claimId: null, claimName: null }
const facts = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([name, value]) => ({ name, value }))
const LINES = [
  ['export_table', 0, NONE, { table: 'queue', format: 'xlsx', rows: '1240', sha256: SHA }],
  ['reject', 1, CLAIM, { operationId: 'x', unseenPages: '2' }],
  ['pages_seen', 1, CLAIM, { sha256: SHA, pages: '1-4,7' }],
  ['document_opened', 1, CLAIM, { sha256: SHA }],
  ['verdict', 1, CLAIM, { criterion: 'dates', verdict: 'not_met' }],
  ['claim_opened', 1, CLAIM, {}],
  ['copied', 1, OTHER, { part: 'summary' }],
  ['operation applied', 1, OTHER, { operationId: 'x' }],
  ['decision_record', 0, OTHER, { operationId: 'x', sha256: SHA, bytes: '81234' }],
  ['feed page applied', 1, NONE, { items: '12', changed: '3' }],
] as const

/** More lines than are read at once. */
const TOTAL = 1240
const line = (at: number) => {
  const [act, person, claim, of] = LINES[at % LINES.length] ?? LINES[0]
  const { userId, name } = PEOPLE[person] ?? { userId: 'u', name: 'u' }
  return LogRow.parse({
    key: `here ${at}`,
    at: after(-at * 7),
    userId,
    name,
    side: null,
    act,
    ...claim,
    facts: facts(of),
  })
}
const history = (at: number) =>
  LogRow.parse({
    key: `hub ${at}`,
    at: after(-at * 55),
    userId: null,
    name: 'Marcus Ellery',
    side: 'partner',
    act: 'disputed',
    ...CLAIM,
    facts: [],
  })

/** The lead reads the log of the workstation. */
export const wholeLog = (): Partial<Handlers> => ({
  ...asLead,
  'audit.people': () => ({ people: PEOPLE.map(({ userId, name }) => ({ userId, name })) }),
  'audit.list': ({ filter, offset, limit }) => {
    if (filter.text === 'nobody did this') return { outcome: 'listed', total: 0, rows: [] }
    const from = filter.source === 'hub' ? history : line
    const total = filter.source === 'hub' ? 3 : filter.group === null ? TOTAL : 12
    const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) =>
      from(offset + at),
    )
    return { outcome: 'listed', total, rows }
  },
  'tables.export': () => ({
    outcome: 'saved',
    where: '/home/ingrid/Downloads/Log 2026-11-21.xlsx',
    rows: TOTAL,
    isMore: false,
  }),
})

/** Whoever is no lead and came by the address. */
export const othersLog = (): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'audit.list': () => ({ outcome: 'blocked', blocks: [] }),
})

export const savedTable = (): Partial<Handlers> => ({
  ...openDisputes(),
  'tables.export': ({ format }) => ({
    outcome: 'saved',
    where: `/home/marta/Downloads/Disputes 2026-11-21.${format}`,
    rows: 3,
    isMore: false,
  }),
})

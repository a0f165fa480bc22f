import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { LogFilter } from '../../../../src-preload/contract/audit.ts'
import { ACTS_OF } from '../../../../src-preload/contract/vocabulary/auditWords.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { aCommandId, startWorkstation } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const DAY_MS = 86_400_000
const WHOLE: LogFilter = {
  source: 'here',
  group: null,
  person: '',
  claimId: '',
  from: null,
  to: null,
  text: '',
}

const entry = (entryId: string, kind: string, actorName: string, at: string) => ({
  entryId,
  kind,
  actorName,
  at,
  side: 'reviewer',
  fromState: null,
  toState: null,
  detail: kind === 'document_added' ? '100%_signed.pdf' : null,
})
const records = [
  aClaimRecord({
    claimId: 'CLM-1',
    claimName: 'Aurora rollout',
    history: [
      entry('h1', 'review_started', 'Marta Ginevri', '2026-11-10T09:00:00.000Z'),
      entry('h2', 'document_added', 'Jo Park', '2026-11-12T09:00:00.000Z'),
    ] as never,
  }),
  aClaimRecord({
    claimId: 'CLM-2',
    claimName: 'Northgate 100% cloud',
    history: [entry('h1', 'taken', 'Paul Brandt', '2026-11-11T09:00:00.000Z')] as never,
  }),
]

/** Days on which two people look at, comment and take out. */
async function aWeek() {
  const hub = await startScriptedHub({ feed: feedOf(() => records) })
  const written: Uint8Array[] = []
  const station = await startWorkstation({
    hub: hub.port,
    chooseCopyPlace: async () => ({ where: '/x', write: async (bytes) => void written.push(bytes) }),
  })
  const { call, clock } = station
  clock.advance(0)
  const rows = async () => (await call('claims.list', { filter: { text: '' }, offset: 0, limit: 9 })).total
  await station.until(async () => (await rows()) === 2)
  const one = { claimId: records[0]?.form.claimId as never }
  const two = { claimId: records[1]?.form.claimId as never }
  const note = { text: 'Seen.', visibility: 'internal', inReplyTo: null, revision: 3 } as const
  await call('claims.open', one)
  await call('claims.comment', { ...note, ...one, commandId: aCommandId() })
  await call('seen.copied', { ...two, part: 'summary' })
  clock.advance(DAY_MS)
  await call('session.switchUser', { userId: 'u-lead' as never })
  await call('claims.open', two)
  const table = { format: 'csv', locale: 'en', region: 'en' } as const
  await call('tables.export', { wish: { table: 'queue', filter: { text: '' } }, ...table })
  const list = async (part: Partial<LogFilter> = {}) => {
    const answer = await call('audit.list', { filter: { ...WHOLE, ...part }, offset: 0, limit: 500 })
    if (answer.outcome !== 'listed') throw new Error(answer.outcome)
    return answer
  }
  /** The same asked of the file itself, by another program. */
  const oracle = (where: string, ...values: (string | number)[]) => {
    const database = bareDatabase(station.database, { readonly: true })
    try {
      return database
        .prepare<(string | number)[], Record<string, string>>(
          `select entry from audit where ${where} order by entry desc`,
        )
        .all(...values)
        .map(({ entry: at }) => `here ${String(at)}`)
    } finally {
      database.close()
    }
  }
  return { ...station, list, oracle, written }
}

describe('the log', () => {
  it('tells who did, saw and took what, the youngest first, with the names of people and claims', async () => {
    const { list } = await aWeek()
    const { rows } = await list()
    const people = rows
      .filter(({ act }) => !(ACTS_OF.system as readonly string[]).includes(act))
      .map((row) => [row.name, row.act, row.claimName])
    expect(people).toEqual([
      ['Paul Brandt', 'export_table', null],
      ['Paul Brandt', 'claim_opened', 'Northgate 100% cloud'],
      ['Marta Ginevri', 'user switched', null],
      ['Marta Ginevri', 'copied', 'Northgate 100% cloud'],
      ['Marta Ginevri', 'comment', 'Aurora rollout'],
      ['Marta Ginevri', 'claim_opened', 'Aurora rollout'],
    ])
    expect(rows.find(({ act }) => act === 'export_table')?.facts).toContainEqual({ name: 'rows', value: '2' })
  })

  it('is narrowed as SQL narrows it: by person, kind, claim, days and text', async () => {
    const { list, oracle, clock, workstation } = await aWeek()
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    const keys = async (part: Partial<LogFilter>) => {
      const { rows, total } = await list(part)
      expect(total).toBe(rows.length)
      return rows.map(({ key }) => key)
    }
    const found = {
      person: await keys({ person: 'u-lead' }),
      seen: await keys({ group: 'seen' }),
      taken: await keys({ group: 'taken' }),
      claim: await keys({ claimId: 'CLM-2' }),
      today: await keys({ from: day, to: day }),
      before: await keys({ to: new Date(clock.now() - DAY_MS).toISOString().slice(0, 10) }),
      text: await keys({ text: 'summary' }),
      percent: await keys({ text: '100%' }),
      wild: await keys({ text: '%' }),
    }
    await workstation.stop()
    const midnight = Math.floor(clock.now() / DAY_MS) * DAY_MS
    expect(found).toEqual({
      person: oracle('actor = ?', 'u-lead'),
      seen: oracle(
        "act in ('claim_opened', 'document_opened', 'pages_seen', 'case_opened', 'record_opened')",
      ),
      taken: oracle("act in ('copied', 'export_table')"),
      claim: oracle('claim_id = ?', 'CLM-2'),
      today: oracle('at >= ?', midnight),
      before: oracle('at < ?', midnight),
      text: oracle("facts like '%summary%'"),
      percent: oracle('claim_id = ?', 'CLM-2'),
      wild: oracle('claim_id = ?', 'CLM-2'),
    })
    for (const some of Object.values(found)) expect(some.length).toBeGreaterThan(0)
  })

  it('has what claims went through at the hub as well', async () => {
    const { list } = await aWeek()
    const { rows } = await list({ source: 'hub' })
    expect(rows.map(({ name, act, claimId }) => [name, act, claimId])).toEqual([
      ['Jo Park', 'document_added', 'CLM-1'],
      ['Paul Brandt', 'taken', 'CLM-2'],
      ['Marta Ginevri', 'review_started', 'CLM-1'],
    ])
    expect((await list({ source: 'hub', person: 'Jo Park' })).total).toBe(1)
    expect((await list({ source: 'hub', text: '%_signed' })).total).toBe(1)
    expect((await list({ source: 'hub', from: '2026-11-11', to: '2026-11-11' })).total).toBe(1)
  })

  it('leaves as a table, each line once, though the file itself is noted in it', async () => {
    const { call, written, list } = await aWeek()
    const before = await list({ group: 'seen' })
    const wish = { table: 'audit', filter: { ...WHOLE, group: 'seen' } } as const
    const asked = { wish, format: 'csv', locale: 'en', region: 'en' } as const
    expect(await call('tables.export', asked)).toMatchObject({ outcome: 'saved', rows: before.total })
    const [head, ...rows]: string[][] = parse(Buffer.from(written.at(-1) ?? []), { bom: true })
    expect(head?.[0]).toBe('When (UTC)')
    expect(rows.map((row) => row.at(-1))).toEqual(before.rows.map(({ act }) => act))
  })

  it('is read by leads and auditors alone, and an auditor takes nothing else along', async () => {
    const { call } = await aWeek()
    await call('session.switchUser', { userId: 'u-auditor' as never })
    const table = { format: 'csv', locale: 'en', region: 'en' } as const
    const log = { table: 'audit', filter: WHOLE } as const
    expect(await call('tables.export', { wish: log, ...table })).toMatchObject({ outcome: 'saved' })
    expect(await call('tables.export', { wish: { table: 'disputes' }, ...table })).toMatchObject({
      outcome: 'blocked',
    })
    expect((await call('audit.people', {})).people.map(({ name }) => name)).toEqual([
      'Anneke Kuiper',
      'Paul Brandt',
      'Marta Ginevri',
    ])
    await call('session.switchUser', { userId: 'u-reviewer' as never })
    expect(await call('audit.list', { filter: WHOLE, offset: 0, limit: 9 })).toMatchObject({
      outcome: 'blocked',
    })
    expect(await call('audit.people', {})).toEqual({ people: [] })
    expect(await call('tables.export', { wish: log, ...table })).toMatchObject({ outcome: 'blocked' })
  })
})

import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../src-preload/contract/index.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { CopyPlace } from '../../../../src-main/workstation/ports.ts'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { aCommandId, startWorkstation } from '../../../fakes/workstation.ts'
import { readWorkbook } from './readWorkbook.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

type Asked = Input<'tables.export'>
const CSV = { format: 'csv', locale: 'en', region: 'en-GB' } as const satisfies Partial<Asked>
const WHOLE_QUEUE = { table: 'queue', filter: { text: '' } } as const

/** More than two pieces of a table. */
const CLAIMS = 620
const records = Array.from({ length: CLAIMS }, (_, at) =>
  aClaimRecord({
    claimId: `CLM-${String(at).padStart(4, '0')}`,
    claimName: at === 7 ? '=cmd|calc' : `Rollout ${at}`,
    customerName: at % 2 === 0 ? 'Northgate' : 'Aurora',
    dueAt: new Date(Date.UTC(2026, 10, 30, 0, at)).toISOString(),
  }),
)

interface Wishes {
  readonly user?: string
  readonly place?: CopyPlace | null
}

async function aDesk({ user = 'u-reviewer', place }: Wishes = {}) {
  const hub = await startScriptedHub({ feed: feedOf(() => records) })
  const written: Uint8Array[] = []
  const names: string[] = []
  const at: CopyPlace = { where: '/home/x/file', write: async (bytes) => void written.push(bytes) }
  const station = await startWorkstation({
    hub: hub.port,
    user,
    chooseCopyPlace: async (name) => {
      names.push(name)
      return place === undefined ? at : place
    },
  })
  station.clock.advance(0)
  const list = () => station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 500 })
  await station.until(async () => (await list()).total === CLAIMS)
  /** Of the log, after the workstation has closed. */
  const noted = async () => {
    await station.workstation.stop()
    const database = bareDatabase(station.database, { readonly: true })
    const rows = database
      .prepare<[], Record<string, string>>("select actor, facts from audit where act = 'export_table'")
      .all()
    database.close()
    return rows.map(({ actor, facts }) => ({ actor, ...JSON.parse(String(facts)) }))
  }
  const csv = (): string[][] => parse(Buffer.from(written[0] ?? []), { bom: true, relax_column_count: true })
  return { ...station, written, names, noted, csv }
}

describe('a list as a file', () => {
  it('has every claim of the filtered queue in its order, as the queue itself lists them', async () => {
    const { call, csv, names, written, noted } = await aDesk()
    const filter = { text: 'customer:Aurora' }
    expect(await call('tables.export', { wish: { table: 'queue', filter }, ...CSV })).toEqual({
      outcome: 'saved',
      where: '/home/x/file',
      rows: CLAIMS / 2,
      isMore: false,
    })
    const listed = await call('claims.list', { filter, offset: 0, limit: 500 })
    const [head = [], ...rows] = csv()
    expect(head.slice(0, 3)).toEqual(['Claim ID', 'Claim', 'Customer'])
    expect(rows.map(([id]) => id)).toEqual(listed.rows.map(({ claimId }) => claimId))
    const due = head.indexOf('Due (UTC)')
    expect(rows.map((row) => row[due])).toEqual(listed.rows.map(({ clock }) => clock?.dueAt))
    expect(rows.find(([id]) => id === 'CLM-0007')?.[1]).toBe("'=cmd|calc")
    expect(names).toEqual([expect.stringMatching(/^Claims \d{4}-\d\d-\d\d\.csv$/u)])
    const file = written[0] ?? new Uint8Array()
    expect(await noted()).toEqual([
      {
        actor: 'u-reviewer',
        table: 'queue',
        format: 'csv',
        rows: CLAIMS / 2,
        sha256: sha256Of(file),
        bytes: file.byteLength,
      },
    ])
  })

  it('is a workbook with the same rows in the language that was asked for', async () => {
    const { call, written } = await aDesk()
    const asked = { wish: WHOLE_QUEUE, format: 'xlsx', locale: 'it', region: 'it' } as const
    expect(await call('tables.export', asked)).toMatchObject({ outcome: 'saved', rows: CLAIMS })
    const { rows, name } = readWorkbook(written[0] ?? new Uint8Array())
    expect(name).toBe('Richieste')
    expect(rows).toHaveLength(CLAIMS + 1)
    expect(rows[0]?.get('A')?.text).toBe('ID richiesta')
    expect(rows[8]?.get('B')?.text).toBe('=cmd|calc')
  })

  it('lets the window read its rows while it is made', async () => {
    const { call } = await aDesk()
    const order: string[] = []
    const file = call('tables.export', { wish: WHOLE_QUEUE, ...CSV }).then(() => order.push('file'))
    // The catalogue and the place come first: when the file is begun, the window asks.
    const rows = call('claims.list', { filter: { text: '' }, offset: 0, limit: 100 }).then(() =>
      order.push('rows'),
    )
    await Promise.all([file, rows])
    expect(order).toEqual(['rows', 'file'])
  })

  it('of the outbox has what waits, with who made it', async () => {
    const { call, csv } = await aDesk()
    const claimId = records[3]?.form.claimId ?? ''
    const note = { text: 'Seen.', visibility: 'internal', inReplyTo: null } as const
    await call('claims.comment', {
      ...note,
      claimId: records[3]?.form.claimId as never,
      revision: 3,
      commandId: aCommandId(),
    })
    expect(await call('tables.export', { wish: { table: 'outbox' }, ...CSV })).toMatchObject({ rows: 1 })
    expect(csv()[1]?.slice(0, 4)).toEqual([claimId, 'Rollout 3', 'Comment', 'Marta Ginevri'])
  })

  it.each(['cases', 'disputes'] as const)(
    'of %s has its head also where nothing is listed',
    async (table) => {
      const { call, csv } = await aDesk()
      const wish = table === 'cases' ? ({ table, view: 'open' } as const) : ({ table } as const)
      expect(await call('tables.export', { wish, ...CSV })).toMatchObject({ outcome: 'saved', rows: 0 })
      expect(csv()).toHaveLength(1)
    },
  )

  it('is noted even when the disk then refuses it, and not when the person thought better of it', async () => {
    const full = await aDesk({ place: { where: '/full', write: () => Promise.reject(new Error('ENOSPC')) } })
    expect(await full.call('tables.export', { wish: WHOLE_QUEUE, ...CSV })).toEqual({ outcome: 'failed' })
    expect(await full.noted()).toHaveLength(1)
    const left = await aDesk({ place: null })
    expect(await left.call('tables.export', { wish: WHOLE_QUEUE, ...CSV })).toEqual({ outcome: 'cancelled' })
    expect(await left.noted()).toEqual([])
  })

  it('of the board is a team lead’s alone, with as many rows as the number says', async () => {
    const board = {
      table: 'lead_claims',
      figure: { of: 'tile', tile: 'open' },
      slice: null,
      asOf: Instant.parse('2026-11-20T09:00:00.000Z'),
    } as const
    const lead = await aDesk({ user: 'u-lead' })
    expect(await lead.call('tables.export', { wish: board, ...CSV })).toMatchObject({ rows: CLAIMS })
    const [head = [], ...rows] = lead.csv()
    expect(head.slice(0, 3)).toEqual(['Claim ID', 'Claim', 'Customer'])
    expect(rows).toHaveLength(CLAIMS)
    expect(rows.every((row) => row.length === head.length)).toBe(true)
    const { call, names } = await aDesk()
    expect(await call('tables.export', { wish: board, ...CSV })).toMatchObject({ outcome: 'blocked' })
    expect(names).toEqual([])
  })

  it('is no auditor’s matter', async () => {
    const { call, names } = await aDesk({ user: 'u-auditor' })
    expect(await call('tables.export', { wish: WHOLE_QUEUE, ...CSV })).toMatchObject({ outcome: 'blocked' })
    expect(names).toEqual([])
  })
})

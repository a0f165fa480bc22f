import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EMPTY_DESK } from '../../../../src-preload/contract/emptyDesk.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { MOST_VIEWS } from '../../../../src-preload/contract/vocabulary/viewPack.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { aSyncedStation } from '../../../fakes/syncedStation.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const aView = (name: string, query: string) => ({ viewId: randomUUID(), name, query })
const packOf = (...views: object[]) => JSON.stringify({ proofdesk: 'views', version: 1, views })

describe('saved views', () => {
  it('stay in their order over a restart, change under their id, and go when they are removed', async () => {
    const profile = aTempFolder()
    const first = await startWorkstation({ profile })
    const [late, mine] = [aView('Late', 'sla:over'), aView('Mine', 'assignee:me')]
    await first.call('views.save', late)
    await first.call('views.save', mine)
    await first.call('views.save', { ...late, name: 'Too late' })
    await first.workstation.stop()
    const second = await startWorkstation({ profile })
    expect((await second.call('views.list', {})).views).toEqual([{ ...late, name: 'Too late' }, mine])
    await second.call('views.remove', { viewId: late.viewId })
    expect((await second.call('views.list', {})).views).toEqual([mine])
  })

  it('go to another workstation as a file, and what is there already is not added twice', async () => {
    const [from, to] = [await startWorkstation(), await startWorkstation()]
    await from.call('views.save', aView('Late', 'sla:over'))
    await from.call('views.save', aView('From later', 'mood:good'))
    const { text } = await from.call('views.export', {})
    await to.call('views.save', aView('Late', 'sla:over'))
    expect(await to.call('views.import', { text })).toEqual({ outcome: 'imported', added: 1, known: 1 })
    const named = (await to.call('views.list', {})).views.map(({ name, query }) => [name, query])
    expect(named).toEqual([
      ['Late', 'sla:over'],
      ['From later', 'mood:good'],
    ])
  })

  it.each([
    ['no JSON', '{"proofdesk"'],
    ['another file', '{"version":1,"views":[]}'],
    ['a later form', '{"proofdesk":"views","version":2,"views":[]}'],
    ['a view without a name', packOf({ name: ' ', query: 'sla:over' })],
    ['a field too many', packOf({ name: 'Late', query: 'sla:over', script: 'x' })],
  ])('are not taken from %s, and nothing changes', async (_, text) => {
    const { call } = await startWorkstation()
    expect(await call('views.import', { text })).toEqual({ outcome: 'unreadable' })
    expect((await call('views.list', {})).views).toEqual([])
  })

  it('have an end, which is said', async () => {
    const { call } = await startWorkstation()
    for (let at = 0; at < MOST_VIEWS; at += 1) await call('views.save', aView(`View ${at}`, ''))
    expect(await call('views.save', aView('One more', ''))).toEqual({ outcome: 'full' })
    const text = packOf({ name: 'One more', query: '' })
    expect(await call('views.import', { text })).toEqual({ outcome: 'full' })
  })

  it('are counted as their claims are listed', async () => {
    const { station } = await aSyncedStation([
      aClaimRecord({ claimId: 'a', customerName: 'Hartwig' }),
      aClaimRecord({ claimId: 'b', dueAt: null }),
      aClaimRecord({ claimId: 'c' }),
    ])
    const filters = ['', 'customer:hartwig', 'sla:paused', '-sla:paused', 'assignee:me'].map((text) => ({
      text,
    }))
    const { counts } = await station.call('claims.count', { filters })
    const listed = await Promise.all(
      filters.map(
        async (filter) => (await station.call('claims.list', { filter, offset: 0, limit: 1 })).total,
      ),
    )
    expect(counts.map(({ claims }) => claims)).toEqual([3, 1, 1, 2, 0])
    expect(listed).toEqual(counts.map(({ claims }) => claims))
  })
})

describe('the desk', () => {
  it('is found as its person left it, part by part, after a restart', async () => {
    const profile = aTempFolder()
    const first = await startWorkstation({ profile })
    expect(await first.call('desk.read', {})).toEqual(EMPTY_DESK)
    await first.call('desk.keep', { density: 'compact', widths: { customer: 240 } })
    await first.call('desk.keep', { filter: 'sla:over' })
    await first.workstation.stop()
    const second = await startWorkstation({ profile })
    const mine = { filter: 'sla:over', claimId: null, density: 'compact', widths: { customer: 240 } }
    expect(await second.call('desk.read', {})).toMatchObject(mine)
    await second.workstation.stop()
    const other = await startWorkstation({ profile, user: UserId.parse('u-2') })
    expect(await other.call('desk.read', {})).toMatchObject({ filter: '', widths: {} })
  })

  it('of an older version is found again, and lacks nothing that came since', async () => {
    const profile = aTempFolder()
    const older = { filter: 'sla:over', claimId: null, density: 'compact', widths: {} }
    const before = await startWorkstation({ profile })
    await before.workstation.stop()
    const database = bareDatabase(before.database)
    database
      .prepare("insert into profile (name, value) values ('desks', ?)")
      .run(JSON.stringify({ 'u-reviewer': older }))
    database.close()
    const after = await startWorkstation({ profile })
    expect(await after.call('desk.read', {})).toEqual({
      ...older,
      recent: [],
      guide: { state: 'unseen', step: 'open' },
    })
  })
})

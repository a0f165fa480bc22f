import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { anEmbeddedDatabase } from '../../../builders/hub/embeddedDatabase.ts'
import { openStore, type Store } from '../../../../src-main/store/openStore.ts'
import { findValue } from '../../../../src-main/store/profileRepo.ts'
import type { HubPort } from '../../../../src-main/workstation/ports.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim } from '../../../builders/hub/hubClaim.ts'
import { openTestHub, type TestHub } from '../../../builders/hub/testHub.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { aCommandId, startWorkstation } from '../../../fakes/workstation.ts'

const claimId = ClaimId.parse('C-1')
let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub(await anEmbeddedDatabase())
})
afterAll(() => hub.close())
beforeEach(async () => {
  await hub.clear()
  await hub.put(aHubClaim({ documents: [] }))
})

/** The way to the real hub, which can be cut. */
function wayToHub() {
  const way = { up: true }
  const port: HubPort = {
    state: () => 'ready',
    onChange: () => () => undefined,
    request: (_, path, { method = 'GET', body = '', ifNoneMatch } = {}) => {
      if (!way.up) return Promise.reject(new Error('The way is cut.'))
      const route = path.replace(hub.url, '')
      if (method === 'POST') return hub.post('reviewer', route, body)
      return hub.get('reviewer', route, ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch })
    },
  }
  return { way, port }
}

async function aStation(profile: string) {
  const { way, port } = wayToHub()
  let store: Store | null = null
  const station = await startWorkstation({
    profile,
    user: 'reviewer',
    hub: port,
    parts: { openStore: (options) => (store = openStore(options)) },
  })
  const opened = (): Store => {
    if (store === null) throw new Error('The profile is not open.')
    return store
  }
  const isEmpty = async () => (await station.call('sync.outbox', {})).operations.length === 0
  /** Everything is sent and the claim here is the hub's. */
  const sync = async () => {
    await station.until(async () => {
      // Less than the patience of the watchdog, however often events come.
      station.clock.advance(5_000)
      const { revision } = await hub.record(claimId)
      const here = await station.call('claims.open', { claimId }).catch(() => null)
      return (await isEmpty()) && here?.claim.revision === revision
    })
  }
  const comment = async (text: string) =>
    station.call('claims.comment', {
      claimId,
      revision: (await station.call('claims.open', { claimId })).claim.revision,
      commandId: aCommandId(),
      text,
      visibility: 'internal',
      inReplyTo: null,
    })
  return { station, way, sync, comment, opened }
}

const clientOf = (store: Store) => store.read((s) => findValue(s, 'client_id', z.string()))
const saidAtHub = async () => (await hub.record(claimId)).comments.map(({ text }) => text).sort()

describe('a profile that is not the newest of its kind', () => {
  it('restored from an older copy, it gets back what was made since, sends what waits, and repeats nothing', async () => {
    const profile = aTempFolder()
    const backup = join(aTempFolder(), 'backup.db')
    const first = await aStation(profile)
    await first.sync()
    await first.comment('Before the copy.')
    await first.sync()
    first.opened().read(({ sqlite }) => sqlite.prepare('vacuum into ?').run(backup))
    const before = clientOf(first.opened())
    await first.comment('After the copy, sent.')
    await first.sync()
    first.way.up = false
    await first.comment('After the copy, waiting.')
    await first.station.workstation.stop()
    for (const end of ['', '-wal', '-shm']) rmSync(join(profile, `workstation.db${end}`), { force: true })
    cpSync(backup, join(profile, 'workstation.db'))

    const second = await aStation(profile)
    await second.sync()
    expect(await saidAtHub()).toEqual([
      'After the copy, sent.',
      'After the copy, waiting.',
      'Before the copy.',
    ])
    expect(clientOf(second.opened())).not.toBe(before)
    expect((await second.station.call('sync.conflicts', {})).conflicts).toEqual([])
  })

  it('copied as a whole, both go on under names of their own, and what waited in both arrives once', async () => {
    const [profile, copy] = [aTempFolder(), aTempFolder()]
    const first = await aStation(profile)
    await first.sync()
    first.way.up = false
    await first.comment('Waiting when it was copied.')
    await first.station.workstation.stop()
    cpSync(profile, copy, { recursive: true })

    const stations = [await aStation(profile), await aStation(copy)]
    for (const { sync, comment, opened } of stations) {
      await sync()
      await comment(`From ${String(opened === stations[0]?.opened)}.`)
      await sync()
    }
    expect(await saidAtHub()).toEqual(['From false.', 'From true.', 'Waiting when it was copied.'])
    const [mine, theirs] = stations.map(({ opened }) => clientOf(opened()))
    expect(mine).not.toBe(theirs)
  })

  it('opened again where it was, it keeps its name', async () => {
    const profile = aTempFolder()
    const first = await aStation(profile)
    await first.sync()
    await first.comment('Said.')
    await first.sync()
    const before = clientOf(first.opened())
    await first.station.workstation.stop()
    const second = await aStation(profile)
    await second.sync()
    expect(clientOf(second.opened())).toBe(before)
  })
})

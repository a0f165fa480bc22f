import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { setAside } from '../../../../src-main/store/quarantine.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, type ClaimWishes, sha256Of } from '../../../builders/claimRecord.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { feedOf, type Script, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation, type TestStation } from '../../../fakes/workstation.ts'

/** Millions of bytes make the budget of 50 full with a few documents. */
const paper = (mark: number, megabytes = 0) =>
  new Uint8Array(megabytes === 0 ? 3 : megabytes * 1_000_000).fill(mark)
const held: Partial<ClaimRecord> = {
  assignedTo: { userId: UserId.parse('u-reviewer'), name: 'Marta', until: '2026-11-20T10:20:00.000Z' },
} as Partial<ClaimRecord>

interface Claim extends ClaimWishes {
  readonly claimId: string
  readonly bytes: Uint8Array
}
/** Claims with one document each, due in the order in which they are named. */
function claimsOf(...claims: readonly Claim[]) {
  return claims.map(({ bytes, ...wishes }, at) =>
    aClaimRecord({
      dueAt: `2026-12-0${at + 1}T00:00:00.000Z`,
      ...wishes,
      documents: [{ documentId: wishes.claimId, bytes }],
    }),
  )
}

async function aStation(
  claims: readonly Claim[],
  { profile = aTempFolder(), script = {} }: { profile?: string; script?: Partial<Script> } = {},
) {
  const bytesOf = new Map(claims.map(({ bytes }) => [String(sha256Of(bytes)), bytes]))
  const asked: string[] = []
  const hub = await startScriptedHub({
    feed: feedOf(() => claimsOf(...claims)),
    document: (sha256, range) => {
      const name = claims.find(({ bytes }) => sha256Of(bytes) === sha256)?.claimId ?? '?'
      asked.push(range === '' ? name : `${name} ${range}`)
      return script.document?.(sha256, range) ?? { bytes: bytesOf.get(sha256) ?? new Uint8Array() }
    },
  })
  const station = await startWorkstation({ hub: hub.port, profile })
  const readiness = () => station.call('sync.readiness', {})
  const whys = async () => (await readiness()).missing.map(({ claimId, why }) => `${claimId}: ${why}`)
  return { hub, station, asked, readiness, whys, profile }
}

async function start({ station }: { station: TestStation }, holds: () => Promise<boolean>) {
  station.clock.advance(0)
  await station.until(holds)
}
const local = async ({ readiness }: Awaited<ReturnType<typeof aStation>>) => (await readiness()).queue.local

describe('the documents of this machine', () => {
  it('come for the claims that this person holds first, then in the order of the queue', async () => {
    const desk = await aStation([
      { claimId: 'a', bytes: paper(1) },
      { claimId: 'b', bytes: paper(2) },
      { claimId: 'mine', bytes: paper(3), also: held },
    ])
    await start(desk, async () => (await local(desk)) === 3)
    expect(desk.asked).toEqual(['mine', 'a', 'b'])
    expect(await desk.readiness()).toEqual({
      mine: { local: 1, known: 1 },
      queue: { local: 3, known: 3 },
      bytes: { used: 9, budget: 2_000_000_000 },
      missing: [],
    })
  })

  it('stay within their room: one that is too large is passed over, smaller ones behind it come', async () => {
    const desk = await aStation([
      { claimId: 'a', bytes: paper(1, 30) },
      { claimId: 'large', bytes: paper(2, 25) },
      { claimId: 'c', bytes: paper(3, 10) },
    ])
    await desk.station.call('settings.set', { documentBudgetMb: 50 })
    await start(desk, async () => (await local(desk)) === 2)
    expect(await desk.whys()).toEqual(['large: no_room'])
    expect((await desk.readiness()).bytes).toEqual({ used: 40_000_000, budget: 50_000_000 })
  })

  it('of closed claims make room for claims on which work is to be done, never those of one’s own', async () => {
    const claims: Claim[] = [
      { claimId: 'closed', bytes: paper(1, 25), state: 'rejected', subState: 'final' },
      { claimId: 'mine', bytes: paper(2, 20), also: held },
    ]
    const desk = await aStation(claims)
    await desk.station.call('settings.set', { documentBudgetMb: 50 })
    await start(desk, async () => (await local(desk)) === 2)
    const more: Claim = { claimId: 'open', bytes: paper(3, 28) }
    claims.push(more)
    desk.hub.script.document = () => ({ bytes: more.bytes })
    desk.hub.script.feed = () => ({ body: { value: claimsOf(...claims), '@odata.deltaLink': 'seen' } })
    desk.station.clock.advance(60_000)
    await desk.station.until(async () => (await desk.whys()).join() === 'closed: no_room')
    expect(await desk.readiness()).toMatchObject({
      mine: { local: 1, known: 1 },
      queue: { local: 2, known: 3 },
    })
  })

  it('go from the disk with the last claim that carried them', async () => {
    const claims: Claim[] = [
      { claimId: 'a', bytes: paper(1) },
      { claimId: 'b', bytes: paper(2) },
    ]
    const desk = await aStation(claims)
    await start(desk, async () => (await local(desk)) === 2)
    const file = (bytes: Uint8Array) =>
      join(desk.profile, 'documents', sha256Of(bytes).slice(0, 2), sha256Of(bytes))
    expect(existsSync(file(paper(2)))).toBe(true)
    desk.hub.script.feed = () => ({
      body: { value: [{ claimId: 'b', '@removed': { reason: 'deleted' } }], '@odata.deltaLink': 'seen' },
    })
    // A window reads when it is told, and at no other time.
    const read: Promise<number>[] = []
    const stop = desk.station.workstation.onEvent(() =>
      read.push(desk.readiness().then(({ bytes }) => bytes.used)),
    )
    await desk.station.call('sync.now', {})
    await vi.waitFor(() => expect(existsSync(file(paper(2)))).toBe(false), 20_000)
    stop()
    expect((await Promise.all(read)).at(-1)).toBe(3)
    expect(existsSync(file(paper(1)))).toBe(true)
  })
})

describe('a document that cannot be had', () => {
  const refused = (desk: Awaited<ReturnType<typeof aStation>>, why: string) => async () =>
    (await desk.whys()).includes(why)

  it('is named with the reason, asked for again when a person asks for a round, and when its claim changes', async () => {
    const desk = await aStation([{ claimId: 'a', bytes: paper(1) }], {
      script: { document: () => ({ status: 404 }) },
    })
    await start(desk, refused(desk, 'a: not_given'))
    expect(desk.asked).toEqual(['a'])
    await desk.station.call('sync.now', {})
    await desk.station.until(async () => desk.asked.length === 2)
    await desk.station.until(refused(desk, 'a: not_given'))
    desk.hub.script.document = () => ({ bytes: paper(1) })
    desk.hub.script.feed = () => ({
      body: {
        value: claimsOf({ claimId: 'a', bytes: paper(1), revision: 4 }),
        '@odata.deltaLink': 'seen',
      },
    })
    desk.station.clock.advance(60_000)
    await desk.station.until(async () => (await local(desk)) === 1)
  })

  it('is asked for again at the next start', async () => {
    const first = await aStation([{ claimId: 'a', bytes: paper(1) }], {
      script: { document: () => ({ status: 404 }) },
    })
    await start(first, refused(first, 'a: not_given'))
    await first.station.workstation.stop()
    const second = await aStation([{ claimId: 'a', bytes: paper(1) }], { profile: first.profile })
    await start(second, async () => (await local(second)) === 1)
  })

  it('leaves nothing on the disk when its bytes are not what its name says', async () => {
    const desk = await aStation([{ claimId: 'a', bytes: paper(1) }], {
      script: { document: () => ({ bytes: paper(9) }) },
    })
    await start(desk, refused(desk, 'a: damaged'))
    const folder = join(desk.profile, 'documents')
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).length > 2)).toEqual([])
  })
})

describe('a fetch that was cut off', () => {
  it('goes on where it broke', async () => {
    const bytes = paper(7, 2)
    let cuts = 0
    const desk = await aStation([{ claimId: 'a', bytes }], {
      script: {
        document: (sha256, range) => {
          const from = Number(/bytes=(\d+)-/.exec(range)?.[1] ?? 0)
          cuts += 1
          const headers = {
            etag: `"${sha256}"`,
            'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
          }
          const rest = bytes.slice(from)
          return {
            status: from === 0 ? 200 : 206,
            bytes: rest,
            headers,
            ...(cuts === 1 ? { cutAfter: 700_000 } : {}),
          }
        },
      },
    })
    desk.station.clock.advance(0)
    await desk.hub.whenAsked(`GET /v1.0/claims/a/documents/${sha256Of(bytes)}`, 1)
    await desk.station.call('sync.now', {})
    await desk.station.until(async () => (await local(desk)) === 1)
    const continued = Number(/bytes=(\d+)-/.exec(desk.asked[1] ?? '')?.[1])
    expect([desk.asked[0], continued > 0 && continued <= 700_000]).toEqual(['a', true])
    const url = `http://127.0.0.1:4000/documents/${ClaimId.parse('a')}/${sha256Of(bytes)}`
    const answer = await desk.station.workstation.fetch(new Request(url))
    expect(sha256Of(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256Of(bytes))
  })
})

describe('a profile of before, or one put together anew', () => {
  const file = (profile: string, bytes: Uint8Array) =>
    join(profile, 'documents', sha256Of(bytes).slice(0, 2), sha256Of(bytes))

  it('has its plain documents sealed behind the window, without fetching them', async () => {
    const profile = aTempFolder()
    const bytes = paper(7, 1)
    const claims = [{ claimId: 'a', bytes }]
    const first = await aStation(claims, { profile })
    await start(first, async () => (await local(first)) === 1)
    await first.station.workstation.stop()
    writeFileSync(file(profile, bytes), bytes)
    const again = await aStation(claims, { profile, script: { up: false } })
    const sealed = () => again.station.log.some(({ event }) => event.includes('put in order'))
    again.station.clock.advance(1_500)
    await vi.waitUntil(sealed)
    expect(readFileSync(file(profile, bytes)).includes(Buffer.from(bytes.slice(0, 1_000)))).toBe(false)
    const url = `http://127.0.0.1:4000/documents/${ClaimId.parse('a')}/${sha256Of(bytes)}`
    const answer = await again.station.workstation.fetch(new Request(url))
    expect(sha256Of(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256Of(bytes))
    expect(again.asked).toEqual([])
  })

  it('takes the keys of its documents along, and fetches only those whose key or file is gone', async () => {
    const profile = aTempFolder()
    const claims = [
      { claimId: 'a', bytes: paper(1) },
      { claimId: 'b', bytes: paper(2) },
      { claimId: 'c', bytes: paper(3) },
    ]
    const first = await aStation(claims, { profile })
    await start(first, async () => (await local(first)) === 3)
    await first.station.workstation.stop()
    const database = join(profile, 'workstation.db')
    rmSync(file(profile, paper(3)))
    const sqlite = bareDatabase(database)
    sqlite.prepare('delete from document_keys where sha256 = ?').run(sha256Of(paper(2)))
    sqlite.close()
    setAside(database, 0)
    const again = await aStation(claims, { profile })
    await start(again, async () => (await local(again)) === 3)
    expect(again.asked).toEqual(['b', 'c'])
    const url = `http://127.0.0.1:4000/documents/${ClaimId.parse('a')}/${sha256Of(paper(1))}`
    const answer = await again.station.workstation.fetch(new Request(url))
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(paper(1))
  })
})

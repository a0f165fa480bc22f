import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { stateText } from '../../../../src-main/domain/sync/stateText.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord } from '../../../builders/claimRecord.ts'
import { aSyncedStation } from '../../../fakes/syncedStation.ts'
import { bareDatabase } from '../../../builders/profileKey.ts'

const LINK = '/v1.0/claims/delta?$deltatoken=now'
const CHECKPOINT = 'GET /v1.0/claims/checkpoint'
const md5 = (text: string) => createHash('md5').update(text).digest()
const bucketOf = (claimId: string) => md5(claimId).readUInt8(0)
const hashOf = (record: ClaimRecord) => {
  const { form, revision, assignedTo } = record
  const until = assignedTo?.until ?? null
  const text = stateText({
    claimId: form.claimId,
    revision,
    assignedUserId: assignedTo?.userId ?? null,
    leaseUntilMs: until === null ? null : Date.parse(until),
  })
  return md5(text).readBigUInt64BE(0)
}

/** What a hub with these claims says at a checkpoint: written anew with big integers, so that two ways of reckoning meet. */
function checkpointOf(records: readonly ClaimRecord[], moved: readonly number[] = []) {
  return {
    buckets: Array.from({ length: 256 }, (_, bucket) => {
      const here = records.filter(({ form }) => bucketOf(form.claimId) === bucket)
      const hash = here.reduce((sum, record) => sum ^ hashOf(record), 0n)
      return {
        bucket,
        claims: here.length,
        hash: hash.toString(16).padStart(16, '0'),
        moved: moved.includes(bucket),
      }
    }),
  }
}

const lease = {
  assignedTo: { userId: UserId.parse('u-lead'), name: 'Paul', until: '2026-11-20T10:20:00.000Z' },
} as Partial<ClaimRecord>
const RECORDS = Array.from({ length: 40 }, (_, n) =>
  aClaimRecord({ claimId: `c${n}`, revision: n + 1, ...(n % 3 === 0 ? { also: lease } : {}) }),
)

/** A station that has these claims, and a hub that has others. */
async function aDesk(
  here: readonly ClaimRecord[],
  there: readonly ClaimRecord[],
  moved: readonly number[] = [],
) {
  const fetched: number[] = []
  const desk = await aSyncedStation(here, {
    script: {
      feed: (link) => ({ body: { value: link === '' ? here : [], '@odata.deltaLink': LINK } }),
      checkpoint: (token) => (token === 'now' ? { body: checkpointOf(there, moved) } : { status: 400 }),
      bucket: (bucket, skip) => {
        fetched.push(bucket)
        const value = there.filter(({ form }) => bucketOf(form.claimId) === bucket)
        const [first, ...rest] = value
        if (skip === 'rest') return { body: { value: rest } }
        const next = `/v1.0/claims/buckets/${bucket}?$skiptoken=rest`
        return { body: { value: first === undefined ? [] : [first], '@odata.nextLink': next } }
      },
    },
  })
  const { station, hub } = desk
  const list = async () =>
    (await station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 500 })).rows
  const revisions = async () =>
    Object.fromEntries((await list()).map(({ claimId, revision }) => [claimId, revision]))
  const compare = async (times: number) => {
    await station.call('sync.now', {})
    await hub.whenAsked(CHECKPOINT, times)
  }
  const acts = async () => {
    await station.workstation.stop()
    const db = bareDatabase(station.database, { readonly: true })
    const found = db.prepare("select act, facts from audit where act like 'bucket%'").all()
    db.close()
    return found
  }
  return { ...desk, fetched, revisions, compare, acts }
}

describe('comparing states with the hub', () => {
  it('finds that both have the same, and fetches nothing', async () => {
    const { compare, fetched, hub, station } = await aDesk(RECORDS, RECORDS)
    await compare(1)
    await station.call('sync.now', {})
    await hub.whenAsked(CHECKPOINT, 2)
    expect(fetched).toEqual([])
  })

  it('happens by itself four hours after the last time', async () => {
    const { hub, station } = await aDesk(RECORDS, RECORDS)
    station.clock.advance(239 * 60_000)
    await hub.whenAsked('GET /v1.0/claims/delta', 2)
    await station.clock.whenSet(4_800, 4_000)
    expect(hub.asked).not.toContain(CHECKPOINT)
    station.clock.advance(2 * 60_000)
    await hub.whenAsked(CHECKPOINT, 1)
  })

  it('mends a claim that is older, newer, missing or left over here, and writes that down', async () => {
    const there = RECORDS.map((record, n) => {
      if (n === 1) return { ...record, revision: record.revision + 5 }
      return n === 2 ? { ...record, revision: 1 } : record
    })
    const [removed, ...others] = there
    const added = aClaimRecord({ claimId: 'new' })
    if (removed === undefined) throw new Error('There are claims.')
    const { compare, fetched, revisions, station, acts } = await aDesk(RECORDS, [...others, added])
    await compare(2)
    await station.until(async () => 'new' in (await revisions()) && !('c0' in (await revisions())))
    const wanted = [...others, added].map(({ form, revision }) => [form.claimId, revision])
    await station.until(async () => (await revisions()).c1 === 7 && (await revisions()).c2 === 1)
    expect(await revisions()).toEqual(Object.fromEntries(wanted))
    const wrong = ['c0', 'c1', 'c2', 'new'].map(bucketOf)
    expect(new Set(fetched)).toEqual(new Set(wrong))
    expect((await acts()).length).toBe(new Set(wrong).size)
  })

  it('notices that somebody else holds a claim, though its revision is the same', async () => {
    const there = RECORDS.map((record, n) => (n === 1 ? { ...record, ...lease } : record))
    const { compare, open, station } = await aDesk(RECORDS, there)
    await compare(2)
    const id = RECORDS[1]?.form.claimId
    if (id === undefined) throw new Error('There are claims.')
    await station.until(async () => (await open(id)).claim.assignedTo?.userId === 'u-lead')
  })

  it('says nothing of what moved since, nor of what lies in quarantine', async () => {
    const strange = { ...aClaimRecord({ claimId: 'strange' }), revision: 'the third' }
    const { compare, fetched, hub, station } = await aDesk(
      RECORDS,
      [...RECORDS.slice(1), aClaimRecord({ claimId: 'strange' })],
      [bucketOf('c0')],
    )
    hub.script.feed = () => ({ body: { value: [strange], '@odata.deltaLink': LINK } })
    await compare(1)
    await station.until(async () => (await station.call('sync.quarantine', {})).items.length === 1)
    hub.script.feed = () => ({ body: { value: [], '@odata.deltaLink': LINK } })
    const before = hub.asked.filter((one) => one === CHECKPOINT).length
    await compare(before + 1)
    expect(fetched).toEqual([])
  })

  it('reads everything anew where too much differs', async () => {
    const many = Array.from({ length: 120 }, (_, n) => aClaimRecord({ claimId: `m${n}`, revision: 2 }))
    const { compare, fetched, revisions, station, hub } = await aDesk(RECORDS, many)
    await compare(2)
    hub.script.feed = (link) => ({ body: { value: link === '' ? many : [], '@odata.deltaLink': LINK } })
    station.clock.advance(60_000)
    await station.until(async () => Object.keys(await revisions()).length === 120)
    expect(fetched).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chancesOf } from '../../../../../src-main/hub/demo/traffic/chances.ts'
import {
  type PlayedEvent,
  type TrafficPlayer,
  trafficPlayer,
} from '../../../../../src-main/hub/demo/traffic/playTraffic.ts'
import { TRAFFIC_PREFIX } from '../../../../../src-main/hub/demo/traffic/planTraffic.ts'
import { withTraffic } from '../../../../../src-main/hub/demo/traffic/trafficBook.ts'
import { demoLookup } from '../../../../../src-main/hub/lookup/demoLookup.ts'
import { listRecords } from '../../../../../src-main/hub/store/claimRecords.ts'
import { anEmbeddedDatabase } from '../../../../builders/hub/embeddedDatabase.ts'
import { claims } from '../../../../../src-main/hub/store/schema.ts'
import { ClaimRecord } from '../../../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId, TenantId, UserId } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'
import { PAPERS, readTraffic } from '../../../../builders/demo/traffic.ts'
import {
  aHubClaim,
  anOperation,
  approve,
  reject,
  requestInfo,
  startReview,
} from '../../../../builders/hub/hubClaim.ts'
import { openTestHub, type TestHub } from '../../../../builders/hub/testHub.ts'

const PACE_MS = 10_000

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub(await anEmbeddedDatabase())
})
afterAll(() => hub.close())

function playerOn(of: TestHub, seed: number, demoIds: readonly string[] = []): TrafficPlayer {
  const { ports, clock } = of
  const book = readTraffic()
  const lookup = demoLookup(
    withTraffic({ source: 'test', partners: [], domains: [], subscriptions: [] }, book),
    () => clock.now,
  )
  return trafficPlayer(
    { ...ports, lookup, papers: PAPERS, callerId: UserId.parse('intake') },
    { seed, book, products: ports.products, demoIds: new Set(demoIds), startedAt: clock.now },
  )
}

async function recordsOf({ ports: { db } }: TestHub): Promise<ClaimRecord[]> {
  const rows = await db.select({ tenantId: claims.tenantId, claimId: claims.claimId }).from(claims)
  const keys = rows.map((row) => ({
    tenantId: TenantId.parse(row.tenantId),
    claimId: ClaimId.parse(row.claimId),
  }))
  const records = await listRecords(db, keys)
  return records
    .map((one) => ClaimRecord.parse(one))
    .toSorted((a, b) => (a.form.claimId < b.form.claimId ? -1 : 1))
}

const byLot = chancesOf(77)

/** What a reviewer does who takes every claim in turn and decides by lot; the second one looks at disputes. */
async function review(of: TestHub, turn: number): Promise<void> {
  const open = (await recordsOf(of)).filter(({ state }) => state === 'submitted' || state === 'under_review')
  if (open.length === 0) return
  const claim = byLot.pick(open, turn, 'claim')
  const lot = byLot.share(turn, 'decision')
  const decision = lot < 0.4 ? requestInfo() : lot < 0.7 ? approve(claim) : reject()
  const action = claim.state === 'submitted' ? startReview : decision
  const who = claim.subState === 'dispute_review' ? 'reviewer-2' : 'reviewer'
  expect(await of.operate(who, claim.form.claimId, anOperation(claim, action))).toMatchObject({
    outcome: 'applied',
  })
}

/** So many events, with the reviewers' work between them. */
async function play(of: TestHub, seed: number, events: number): Promise<(PlayedEvent | null)[]> {
  const player = playerOn(of, seed)
  const played: (PlayedEvent | null)[] = []
  for (let turn = 0; turn < events; turn += 1) {
    played.push(await player.playNext())
    if (turn % 3 !== 0) await review(of, turn)
    of.clock.now += PACE_MS
  }
  return played
}

const STANDINGS = [
  'editing null',
  'submitted queued',
  'under_review in_review',
  'under_review resubmitted',
  'under_review dispute_review',
  'partner_action_required open',
  'partner_action_required commented_not_resubmitted',
  'approved consent_open',
  'rejected disputable',
  'rejected final',
]

describe('a traffic that is played', () => {
  let first: (PlayedEvent | null)[]
  beforeAll(async () => {
    await hub.clear()
    first = await play(hub, 5, 200)
  }, 180_000)

  it('does everything that partners and customers do, and nothing fails', () => {
    const acts = new Set(first.flatMap((one) => one?.event.act ?? []))
    expect([...acts].sort()).toEqual([
      'add_document',
      'ask_rejection',
      'create',
      'decline',
      'dispute',
      'edit',
      'partner_comment',
      'resubmit',
      'submit',
    ])
    const done = first.filter((one) => typeof one?.answer === 'object' && one.answer.outcome === 'done')
    expect(done.length).toBeGreaterThan(190)
    expect(hub.logged.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })

  it('leaves every claim in a state that there is, with a history that leads to it', async () => {
    const records = await recordsOf(hub)
    expect(records.length).toBeGreaterThan(20)
    for (const { form, state, subState, history, lookups } of records) {
      expect(STANDINGS, form.claimId).toContain(`${state} ${subState}`)
      expect(history.findLast(({ toState }) => toState !== null)?.toState, form.claimId).toBe(state)
      if (state !== 'editing') expect(lookups.partner?.isKnown, form.claimId).toBe(true)
    }
  })

  it('is logged act by act, with codes and without contents', () => {
    const lines = hub.logged.filter((line) => line.includes('traffic was played'))
    expect(lines).toHaveLength(first.filter((one) => one !== null).length)
    expect(lines.join('')).not.toContain('.example')
  })

  it('is the same for the same seed, reviewers and clock, and another for another seed', async () => {
    const events = (played: readonly (PlayedEvent | null)[]) => played.map((one) => one?.event)
    await hub.clear()
    expect(events(await play(hub, 5, 60))).toEqual(events(first.slice(0, 60)))
    await hub.clear()
    expect(events(await play(hub, 6, 5))).not.toEqual(events(first.slice(0, 5)))
  }, 180_000)

  it('goes on where it was after a new start, under new numbers', async () => {
    await hub.clear()
    const before = playerOn(hub, 5)
    await before.playNext()
    const ids: string[] = []
    const after = playerOn(hub, 5)
    for (let turn = 0; turn < 12; turn += 1) {
      const played = await after.playNext()
      if (played?.event.act === 'create') ids.push(played.event.claimId)
    }
    expect(ids[0]).toBe('CPR-T5-0002')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('lets everybody else’s claims be', async () => {
    await hub.clear()
    const theirs = [
      aHubClaim({ claimId: 'IMPORTED', state: 'editing' }),
      aHubClaim({ claimId: 'DEMO', state: 'editing' }),
    ]
    await hub.put(...theirs)
    hub.clock.now += 1000
    const player = playerOn(hub, 5, ['DEMO'])
    for (let turn = 0; turn < 30; turn += 1) await player.playNext()
    const records = await recordsOf(hub)
    for (const claim of records.filter(({ form }) => !form.claimId.startsWith(TRAFFIC_PREFIX)))
      expect(claim.revision).toBe(3)
  })

  it('logs what is refused as such, and goes on', async () => {
    await hub.clear()
    const { ports } = hub
    // Nobody knows the partners of the traffic here, so no claim of theirs can be submitted.
    const player = trafficPlayer(
      { ...ports, papers: PAPERS, callerId: UserId.parse('intake') },
      { seed: 5, book: readTraffic(), products: ports.products, demoIds: new Set(), startedAt: 0 },
    )
    const played: (PlayedEvent | null)[] = []
    for (let turn = 0; turn < 25; turn += 1) played.push(await player.playNext())
    const refused = played.filter(
      (one) => typeof one?.answer === 'object' && one.answer.outcome === 'refused',
    )
    expect(refused.length).toBeGreaterThan(1)
    expect(new Set(refused.map((one) => one?.event.claimId)).size).toBe(refused.length)
    const lines = hub.logged.filter((line) => line.includes('"outcome":"refused"'))
    expect(lines).toHaveLength(refused.length)
    expect(lines[0]).toContain('mpn_unknown')
    expect(lines[0]).toContain('"level":"warn"')
  })
})

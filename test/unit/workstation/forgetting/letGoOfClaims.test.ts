import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { DocumentFacts } from '../../../../src-main/poe/facts/documentFacts.ts'
import { stateText } from '../../../../src-main/domain/sync/stateText.ts'
import { CLOSED_CLAIM_DAYS } from '../../../../src-main/domain/claim/retention.ts'
import { putDraft, removeDraft } from '../../../../src-main/store/draftsRepo.ts'
import { openStore, type Store } from '../../../../src-main/store/openStore.ts'
import {
  addOperation,
  closeConflict,
  listOpenConflictIds,
  listWaiting,
  settleApplied,
  settleConflict,
} from '../../../../src-main/store/outboxRepo.ts'
import { letGoOfClaims } from '../../../../src-main/workstation/forgetting/letGoOfClaims.ts'
import { applyItem } from '../../../../src-main/workstation/sync/applyItem.ts'
import { bucketOf, createBucketSums, sumStates } from '../../../../src-main/workstation/sync/stateHashes.ts'
import { createOperationJournal } from '../../../../src-main/workstation/sync/operationJournal.ts'
import { createDocumentFiles } from '../../../../src-main/workstation/documents/documentFiles.ts'
import { keysInStore } from '../../../../src-main/workstation/documents/documentKeys.ts'
import {
  ClaimId,
  Instant,
  OperationId,
  UserId,
} from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase } from '../../../builders/arbitrationCase.ts'
import { listCaseIds } from '../../../../src-main/store/arbitrationRepo.ts'
import { letGoOfCases, listCasesLetGo } from '../../../../src-main/store/casesLetGoRepo.ts'
import { removeClaim } from '../../../../src-main/store/feedRepo.ts'
import type { TestStation } from '../../../fakes/workstation.ts'
import { aClaimRecord, aPartnerComment, sha256Of } from '../../../builders/claimRecord.ts'
import { factsOf } from '../../../builders/poe/factsOf.ts'
import { aStore, MIGRATIONS } from '../../../builders/store.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { createManualClock } from '../../../fakes/manualClock.ts'
import { feedOf } from '../../../fakes/scriptedHub.ts'
import { aSyncedStation, everythingMet, THE_CLAIM } from '../../../fakes/syncedStation.ts'

const DAY_MS = 86_400_000
const MARTA = UserId.parse('u-reviewer')
const BEGIN = Date.parse('2026-11-03T09:00:00.000Z')

function aDesk(store: Store = aStore()) {
  const folder = aTempFolder()
  const clock = createManualClock()
  clock.advance(BEGIN - clock.now())
  const journal = createOperationJournal(join(folder, 'journal/operations.jsonl'), null)
  const core = {
    store,
    journal,
    files: createDocumentFiles(join(folder, 'documents'), keysInStore(store, clock)),
    emit: () => undefined,
    session: { user: () => ({ userId: MARTA, name: 'Marta', role: 'reviewer' as const }) },
    ports: { clock, log: () => undefined },
  }
  return { core, clock, sweep: () => letGoOfClaims(core, () => false), close: () => journal.close() }
}

const DRAFT = {
  act: 'reject' as const,
  reasons: [],
  comment: 'begun',
  isCommentOwn: true,
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}

/** What may happen to one of the claims, or to all of them. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('close', 'reopen'), claim: fc.nat(2) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('say', 'applied', 'refused', 'settle', 'draft', 'throw draft away'),
      claim: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('feed again'), claim: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('days'), days: fc.integer({ min: 1, max: 90 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The rule in the plainest words, beside the hub’s own picture of three claims. */
function createOracle() {
  const claims = [0, 1, 2].map((n) => ({
    claimId: ClaimId.parse(`c${n}`),
    closedAt: null as number | null,
    changedAt: BEGIN,
    revision: 1,
    waiting: new Set<OperationId>(),
    conflicts: new Set<OperationId>(),
    hasDraft: false,
  }))
  const isUnsent = (n: number) => {
    const claim = claims[n]
    return claim !== undefined && (claim.waiting.size > 0 || claim.conflicts.size > 0 || claim.hasDraft)
  }
  const isDue = (n: number, now: number) => {
    const at = claims[n]?.closedAt ?? null
    return at !== null && at + CLOSED_CLAIM_DAYS * DAY_MS <= now && !isUnsent(n)
  }
  return { claims, isDue, isUnsent }
}

function play(desk: ReturnType<typeof aDesk>, oracle: ReturnType<typeof createOracle>, one: Step): void {
  const { store } = desk.core
  const now = desk.clock.now()
  if (one.kind === 'days') {
    desk.clock.advance(('days' in one ? one.days : 0) * DAY_MS)
    return
  }
  const claim = 'claim' in one ? oracle.claims[one.claim] : undefined
  if (claim === undefined) return
  const { claimId } = claim
  const feed = () =>
    store.write((s) => {
      const record = aClaimRecord({
        claimId,
        revision: claim.revision,
        ...(claim.closedAt === null ? {} : { state: 'approved', subState: null }),
        also: { stateChangedAt: Instant.parse(new Date(claim.changedAt).toISOString()) },
      })
      applyItem(s, record, { now, seen: null, isFinal: false })
    })
  const isHere = () =>
    store.read(({ sqlite }) => sqlite.prepare('select 1 from claims where claim_id = ?').get(claimId))
  const first = store.read((s) => listWaiting(s, claimId))[0]
  if (one.kind === 'close' || one.kind === 'reopen') {
    claim.closedAt = one.kind === 'close' ? now : null
    claim.changedAt = now
    claim.revision += 1
    feed()
  } else if (one.kind === 'feed again') feed()
  else if (one.kind === 'say' && isHere()) {
    const operationId = OperationId.parse(randomUUID())
    claim.waiting.add(operationId)
    store.write((s) =>
      addOperation(s, {
        operationId,
        claimId,
        claimName: 'x',
        kind: 'comment',
        byUserId: MARTA,
        claimRevision: claim.revision,
        content: { text: 'said' },
        madeAt: now,
        holdUntil: null,
        startedReview: null,
        base: null,
        clockOffsetMs: null,
      }),
    )
  } else if (one.kind === 'applied' && first) {
    claim.waiting.delete(first.operationId)
    store.write((s) => settleApplied(s, first, claim.revision, now))
  } else if (one.kind === 'refused' && first) {
    claim.waiting.delete(first.operationId)
    claim.conflicts.add(first.operationId)
    store.write((s) => settleConflict(s, first, 'claim_changed', null, now))
  } else if (one.kind === 'settle') {
    for (const operationId of claim.conflicts)
      store.write((s) => closeConflict(s, operationId, { choice: 'let_go', replacedBy: null, at: now }))
    claim.conflicts.clear()
  } else if (one.kind === 'draft' && isHere()) {
    claim.hasDraft = true
    store.write((s) => putDraft(s, claimId, MARTA, { draft: DRAFT, savedAt: now }))
  } else if (one.kind === 'throw draft away') {
    claim.hasDraft = false
    store.write((s) => removeDraft(s, claimId, MARTA))
  }
}

describe('claims whose time on this machine is over', () => {
  it('leave whatever happened before, and nothing unsent ever goes with them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const desk = aDesk()
        const oracle = createOracle()
        const { store } = desk.core
        for (const claim of [0, 1, 2]) play(desk, oracle, { kind: 'reopen', claim })
        for (const one of steps) {
          play(desk, oracle, one)
          await desk.sweep()
          const here = store.read(({ sqlite }) => sqlite.prepare('select claim_id from claims').pluck().all())
          const waiting = store.read((s) => listWaiting(s, null)).map(({ operationId }) => operationId)
          const open = store.read(listOpenConflictIds)
          for (const [n, claim] of oracle.claims.entries()) {
            if (oracle.isDue(n, desk.clock.now())) expect(here).not.toContain(claim.claimId)
            else expect(here).toContain(claim.claimId)
            expect(waiting).toEqual(expect.arrayContaining([...claim.waiting]))
            expect(open).toEqual(expect.arrayContaining([...claim.conflicts]))
          }
        }
        desk.close()
        store.close()
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

/** Words that stand nowhere else. */
const WORDS = {
  customer: 'Quillfeather Zwölfminster',
  comment: 'thequokkajumped overtheledger',
  page: 'paragraphofthesecretappendix',
  decision: 'askedforthewobblyreason',
}
const BYTES = Buffer.from('the paper itself, unmistakable')

/** One page that says the words, which stand in the facts and in the index. */
function readWithWords(bytes: Uint8Array): DocumentFacts {
  return factsOf([{ lines: [[WORDS.page, 50, 50]] }], { version: 'reader 1', sha256: sha256Of(bytes) })
}

/** A claim that was decided here and has been closed since; another one that stays open. */
async function aStationWithADecidedClaim() {
  const wishes = {
    customerName: WORDS.customer,
    documents: [{ documentId: 'd1', bytes: BYTES }],
    comments: [aPartnerComment(WORDS.comment)],
  }
  const records = [
    aClaimRecord(wishes),
    aClaimRecord({ claimId: 'other', customerName: 'Northgate Assurance plc' }),
  ]
  const desk = await aSyncedStation(records, {
    poe: { ...everythingMet(records), read: async ({ bytes }) => readWithWords(bytes) },
    script: { document: () => ({ bytes: BYTES }) },
    // In the open, so that what is still there shows: whoever has the key sees as much.
    parts: { openKeys: () => Promise.resolve(null) },
  })
  const said = await desk.decide({
    decision: 'request_info',
    reasons: ['POE_MISSING_PRODUCTS'],
    comment: WORDS.decision,
    items: ['i1'],
  })
  expect(said.outcome).toBe('accepted')
  await desk.drain()
  const closed = aClaimRecord({
    ...wishes,
    state: 'rejected',
    subState: 'final',
    revision: 9,
    also: { stateChangedAt: Instant.parse(new Date(desk.station.clock.now()).toISOString()) },
  })
  desk.hub.script.feed = feedOf(() => [closed, records[1]])
  desk.hub.script.feed = (link) => ({
    body: { value: link === 'closed' ? [] : [closed], '@odata.deltaLink': 'closed' },
  })
  await desk.station.call('sync.now', {})
  await desk.station.until(
    async () => (await desk.row())?.claimId === 'other' || (await rowOf(desk))?.state === 'rejected',
  )
  return { ...desk, closed }
}

async function rowOf({ station }: Pick<Awaited<ReturnType<typeof aSyncedStation>>, 'station'>) {
  const { rows } = await station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 9 })
  return rows.find(({ claimId }) => claimId === THE_CLAIM)
}

/** Every byte of a folder, by file. */
function filesOf(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }))
}

const hitsIn = (folder: string): string[] =>
  filesOf(folder).flatMap(({ path, bytes }) =>
    Object.values(WORDS)
      .filter((word) => bytes.includes(word))
      .map((word) => `${path.slice(folder.length)}: ${word}`),
  )

describe('a claim that has left', () => {
  it('has left none of its words in database, log of changes, journal and documents', async () => {
    const desk = await aStationWithADecidedClaim()
    const { station } = desk
    const before = hitsIn(station.profile).join()
    for (const word of [WORDS.customer, WORDS.comment, WORDS.page, WORDS.decision])
      expect(before).toContain(word)
    const papers = () => filesOf(join(station.profile, 'documents')).length
    expect(papers()).toBe(1)
    station.clock.advance((CLOSED_CLAIM_DAYS + 1) * DAY_MS)
    await vi.waitUntil(() => station.log.some(({ event }) => event === 'claims were let go'), 20_000)
    expect([hitsIn(station.profile), papers()]).toEqual([[], 0])
    expect(await rowOf(desk)).toBeUndefined()
    await station.workstation.stop()
    expect(hitsIn(station.profile)).toEqual([])
  }, 60_000)

  it('is not brought back by the feed, and counts as known when both sides are compared', async () => {
    const desk = await aStationWithADecidedClaim()
    const { station, hub, closed } = desk
    const sums = createBucketSums()
    for (const { form, revision } of [closed, aClaimRecord({ claimId: 'other' })])
      sums.add(
        form.claimId,
        stateText({ claimId: form.claimId, revision, assignedUserId: null, leaseUntilMs: null }),
        1,
      )
    station.clock.advance((CLOSED_CLAIM_DAYS + 1) * DAY_MS)
    await vi.waitUntil(() => station.log.some(({ event }) => event === 'claims were let go'), 20_000)
    // Read anew from the begin, as after a restore of the hub.
    hub.script.feed = (link) =>
      link === ''
        ? { body: { value: [closed, aClaimRecord({ claimId: 'other' })], '@odata.deltaLink': 'again' } }
        : link === 'closed'
          ? { status: 410 }
          : { body: { value: [], '@odata.deltaLink': 'again' } }
    const times = hub.asked.filter((what) => what.startsWith('GET /v1.0/claims/delta')).length
    await station.call('sync.now', {})
    await hub.whenAsked('GET /v1.0/claims/delta', times + 2)
    await station.workstation.stop()
    const store = openStore({ file: station.database, migrations: MIGRATIONS, now: 0, key: null })
    const mine = await sumStates({ store })
    store.close()
    expect([bucketOf(THE_CLAIM), bucketOf('other')].map(mine.stateOf)).toEqual(
      [bucketOf(THE_CLAIM), bucketOf('other')].map(sums.stateOf),
    )
  }, 60_000)
})

describe('somebody whom the hub gives no claims any more', () => {
  const shutOut = { status: 403, body: { code: 'forbidden' } }
  const sweptAgain = (station: TestStation) =>
    vi.waitUntil(() => station.log.some(({ event }) => event === 'claims were let go'), 20_000)

  it('loses them a week later, but for what was not sent, and gets them back with the role', async () => {
    const records = [aClaimRecord(), aClaimRecord({ claimId: 'other', customerName: WORDS.customer })]
    const desk = await aSyncedStation(records)
    const { station, hub } = desk
    await station.call('claims.keepDraft', { claimId: THE_CLAIM, draft: DRAFT })
    const here = async () =>
      (await station.call('claims.list', { filter: { text: '' }, offset: 0, limit: 9 })).rows.map(
        ({ claimId }) => claimId,
      )
    const feed = hub.script.feed
    hub.script.feed = () => shutOut
    const times = hub.asked.filter((what) => what === 'GET /v1.0/claims/delta').length
    station.clock.advance(60_000)
    await hub.whenAnswered('GET /v1.0/claims/delta', times + 1)
    await station.until(async () => (await station.call('sync.status', {})).hub === 'offline')
    station.clock.advance(6 * DAY_MS)
    expect((await here()).sort()).toEqual([THE_CLAIM, 'other'])
    station.clock.advance(2 * DAY_MS)
    await sweptAgain(station)
    expect(await here()).toEqual([THE_CLAIM])
    expect(hitsIn(station.profile)).toEqual([])
    hub.script.feed = feed
    await station.call('sync.now', {})
    await station.until(async () => (await here()).length === 2)
  }, 60_000)
})

describe('closed cases', () => {
  it('leave with the last of their claims, and are not brought back', () => {
    const { core, clock, close } = aDesk()
    const { store } = core
    const closed = aCase({ state: 'decided', stateChangedAt: new Date(BEGIN).toISOString() })
    const claim = aClaimRecord({ claimId: closed.parties[0]?.claimId ?? '' })
    const applying = () => ({ now: clock.now(), seen: null, isFinal: false })
    store.write((s) => {
      applyItem(s, claim, applying())
      applyItem(s, closed, applying())
    })
    const letGo = () => store.write((s) => letGoOfCases(s, clock.now()))
    clock.advance((CLOSED_CLAIM_DAYS + 1) * DAY_MS)
    expect(letGo()).toEqual([])
    store.write((s) => removeClaim(s, claim.form.claimId))
    expect(letGo()).toEqual([closed.caseId])
    store.write((s) => applyItem(s, closed, applying()))
    expect([store.read(listCaseIds), store.read(listCasesLetGo).map(({ caseId }) => caseId)]).toEqual([
      [],
      [closed.caseId],
    ])
    close()
  })
})

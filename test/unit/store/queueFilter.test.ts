import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { putChips } from '../../../src-main/store/checksRepo.ts'
import { applyClaim } from '../../../src-main/store/feedRepo.ts'
import { openStore, type Store } from '../../../src-main/store/openStore.ts'
import { countByState, countClaims, listClaims, positionOf } from '../../../src-main/store/queueRepo.ts'
import { putSnooze } from '../../../src-main/store/snoozesRepo.ts'
import { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { aClaimRecord, type ClaimWishes } from '../../builders/claimRecord.ts'
import { anAsker, MIGRATIONS } from '../../builders/store.ts'

const paper = (text: string) => [{ documentId: text, bytes: new TextEncoder().encode(text) }]
const heldBy = (userId: string, name: string, until: string | null) => ({
  also: { assignedTo: { userId: UserId.parse(userId), name, until: until as never } },
})
const LATER = '2026-11-21T12:30:00.000Z'
const EARLIER = '2026-11-21T11:30:00.000Z'

const RAISED = { at: EARLIER as never, byUserId: UserId.parse('u-2'), reason: 'The customer rang.' }
const wordTo = (userId: string) => ({ ...RAISED, toUserId: UserId.parse(userId) })

/** Asked on Saturday 21 November 2026 at noon in UTC. */
const QUEUE: readonly ClaimWishes[] = [
  {
    claimId: 'over',
    dueAt: '2026-11-21T11:00:00.000Z',
    matters: { nudge: wordTo('u-reviewer') },
    ...heldBy('u-reviewer', 'Marta Ginevri', LATER),
  },
  {
    claimId: 'soon',
    dueAt: '2026-11-21T15:00:00.000Z',
    matters: { nudge: wordTo('u-reviewer'), escalation: RAISED },
    ...heldBy('u-2', 'Anouk Késsler', LATER),
  },
  { claimId: 'ended', dueAt: '2026-11-22T11:00:00.000Z', ...heldBy('u-2', 'Anouk Késsler', EARLIER) },
  {
    claimId: 'resub',
    dueAt: '2026-11-26T12:00:00.000Z',
    subState: 'resubmitted',
    partnerName: 'Lumière Conseil SAS',
    documents: paper('proof'),
  },
  { claimId: 'paused', dueAt: null, state: 'partner_action_required', subState: 'open' },
  {
    claimId: 'done',
    clocks: [],
    state: 'approved',
    subState: null,
    items: [{ id: 'i1', name: 'Power BI Pro' }],
    also: { competingClaims: 1 },
  },
]
const ALL = QUEUE.map(({ claimId }) => String(claimId))

describe('a filter of the queue', () => {
  let store: Store
  const ask = (text: string) =>
    store
      .read((s) => listClaims(s, { text }, anAsker(), { offset: 0, limit: 100 }))
      .rows.map(({ claimId }) => String(claimId))

  beforeAll(() => {
    store = openStore({ file: ':memory:', migrations: MIGRATIONS, now: 0, key: null })
    store.write((s) => {
      for (const wishes of QUEUE) applyClaim(s, aClaimRecord(wishes))
      putChips(s, ClaimId.parse('soon'), {
        usablePoe: 'met',
        customerAcknowledgment: 'not_met',
        dates: 'not_met',
        products: 'cannot_tell',
        serviceDescription: 'not_applicable',
      })
    })
    return () => store.close()
  })

  it.each([
    ['status:open', ['over', 'soon', 'ended', 'resub', 'paused']],
    ['status:approved,resubmitted', ['resub', 'done']],
    ['sla:<4h', ['over', 'soon']],
    ['sla:over', ['over']],
    ['is:raised', ['soon']],
    ['-is:raised status:open', ['over', 'ended', 'resub', 'paused']],
    // Of 'soon' the word was to somebody who does not hold it any more.
    ['is:reminded', ['over']],
    ['sla:1h..2d', ['soon', 'ended']],
    ['sla:>2d', ['resub']],
    ['sla:paused', ['paused']],
    ['sla:none', ['done']],
    ['due:2026-11-21', ['over', 'soon']],
    ['due:>2026-11-21', ['ended', 'resub']],
    ['partner:"lumiere conseil"', ['resub']],
    ['partner:"conseil lumiere"', []],
    ['partner:lum -status:approved', ['resub']],
    ['product:"power bi"', ['done']],
    ['customer:power', []],
    ['id:res,pau', ['resub', 'paused']],
    ['check:failed', ['soon']],
    ['check:failed>2', []],
    ['check:failed=2', ['soon']],
    ['check:dates=failed', ['soon']],
    ['check:signature=unclear', []],
    ['check:unclear,met', ['soon']],
    ['check:none=5 status:approved', ['done']],
    ['assignee:me', ['over']],
    ['assignee:kess', ['soon']],
    ['assignee:none', ['ended', 'resub', 'paused', 'done']],
    ['has:document', ['resub']],
    ['is:competing', ['done']],
    ['has:conflict,pending,draft', []],
    ['program:osu_m365 sla:over', ['over']],
    ['submitted:2026-11-02', ALL],
    ['submitted:<2026-11-02', []],
    ['foo:bar status:approved', ['done']],
  ])('%s shows %j', (text, expected) => {
    expect(ask(text)).toEqual(expected)
  })

  it('and its opposite share no claim, and leave none out', () => {
    const texts = ['status:resubmitted', 'sla:<4h', 'due:today', 'partner:lum', 'check:failed', 'assignee:me']
    const more = [
      'assignee:none',
      'has:document',
      'is:competing',
      'id:over',
      'teams',
      'comment:x',
      'is:woken',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...texts, ...more), (text) => {
        const [those, others] = [ask(text), ask(`-${text}`)]
        expect(those.filter((id) => others.includes(id))).toEqual([])
        expect([...those, ...others].toSorted()).toEqual(ALL.toSorted())
      }),
    )
  })

  it('counts what it lists, and a snoozed claim shows and counts where it is named alone', () => {
    const snooze = { untilAt: anAsker().now + 1000, snoozedAt: 0, seen: { documents: [], words: [] } }
    store.write((s) => putSnooze(s, { userId: anAsker().userId, claimId: ClaimId.parse('resub'), ...snooze }))
    const count = (text: string, now = anAsker().now) =>
      store.read((s) => countClaims(s, { text }, anAsker({ now })).claims)
    expect(ask('is:snoozed')).toEqual(['resub'])
    expect(ask('status:resubmitted')).toEqual([])
    expect([count(''), count('is:snoozed'), count('-is:snoozed')]).toEqual([5, 1, 5])
    expect(store.read((s) => countByState(s, anAsker()))).toContainEqual({ state: 'under_review', claims: 3 })
    expect(count('', snooze.untilAt)).toBe(6)
    const other = anAsker({ userId: UserId.parse('u-2') })
    expect(store.read((s) => countClaims(s, { text: '' }, other).claims)).toBe(6)
  })
})

describe('a claim that waits for arbitration', () => {
  const store = openStore({ file: ':memory:', migrations: MIGRATIONS, now: 0, key: null })
  store.write((s) => {
    applyClaim(s, aClaimRecord({ claimId: 'contested', also: { competingClaims: 1 } }))
    const mine = heldBy('u-reviewer', 'Marta Ginevri', LATER).also
    applyClaim(
      s,
      aClaimRecord({
        claimId: 'held',
        subState: 'awaiting_arbitration',
        dueAt: '2026-11-21T11:00:00.000Z',
        documents: paper('proof'),
        also: { competingClaims: 1, ...mine },
      }),
    )
  })
  const ask = (text: string) => {
    const { rows, total } = store.read((s) => listClaims(s, { text }, anAsker(), { offset: 0, limit: 100 }))
    const { claims } = store.read((s) => countClaims(s, { text }, anAsker()))
    expect([total, claims], text).toEqual([rows.length, rows.length])
    return rows.map(({ claimId }) => String(claimId)).toSorted()
  }

  it('S-129: is in no view of a reviewer’s day, where one that is contested stays until its first review', () => {
    expect(ask('')).toEqual(['contested'])
    for (const text of [
      'assignee:me',
      'due:today status:open',
      'sla:over',
      'status:resubmitted',
      'check:none',
    ])
      expect(ask(text), text).not.toContain('held')
  })

  it.each([
    ['status:under_review', ['contested', 'held']],
    ['status:awaiting_arbitration', ['held']],
    ['is:competing', ['contested', 'held']],
    ['has:document', ['held']],
    ['id:held', ['held']],
    ['held', ['held']],
    ['status:awaiting_arbitration assignee:me', ['held']],
  ])('is found by %s', (text, expected) => {
    expect(ask(text)).toEqual(expected)
  })

  it('is left for the one that comes after it', () => {
    const place = store.read((s) => positionOf(s, { text: '' }, anAsker(), ClaimId.parse('held')))
    expect(place).toMatchObject({ index: null, total: 1, previous: null, next: 'contested' })
  })

  it('counts among its status as the view of that status does', () => {
    expect(store.read((s) => countByState(s, anAsker()))).toEqual([{ state: 'under_review', claims: 2 }])
  })
})

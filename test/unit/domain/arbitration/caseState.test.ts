import { describe, expect, it } from 'vitest'
import { caseAfter, lookAgainAt } from '../../../../src-main/domain/arbitration/caseAfter.ts'
import { caseClocks } from '../../../../src-main/domain/arbitration/caseClocks.ts'
import { contestedItems, livingState } from '../../../../src-main/domain/arbitration/caseState.ts'
import { isCaseHidden, seesWholeCase, shownCase } from '../../../../src-main/domain/arbitration/shownCase.ts'
import { hasToDrop } from '../../../../src-main/domain/arbitration/itemsToDrop.ts'
import { leaveReason, type Leaver } from '../../../../src-main/domain/arbitration/leaveReason.ts'
import { ClaimId, Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { ROLES } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aCase, anAsk, aParty } from '../../../builders/arbitrationCase.ts'
import { aCalendar } from '../../../builders/calendar.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

const NOW = Instant.parse('2026-11-20T10:00:00.000Z')
const now = Date.parse(NOW)
const PAUL = { userId: UserId.parse('u-lead'), name: 'Paul Brandt' }
const LATER = '2026-11-27T10:00:00.000Z'
const reviewed = '2026-11-19T10:00:00.000Z'
const nothing = { act: 'nothing' } as const
const withLogs = (...logs: readonly (readonly object[])[]) =>
  aCase({
    parties: logs.map((outreach, at) => aParty({ claimId: `c${at}`, outreach, firstReviewedAt: reviewed })),
  })

describe('where a case stands', () => {
  it('is outreach while somebody may still answer, and ready when nobody has to', () => {
    expect(livingState(withLogs([anAsk()], []), now)).toBe('outreach')
    expect(livingState(withLogs([anAsk({ answeredAt: NOW, answer: 'comment' })], []), now)).toBe('ready')
    expect(livingState(withLogs([anAsk()], []), Date.parse(LATER))).toBe('ready')
    expect(livingState(withLogs([anAsk({ kind: 'tell', dueAt: null })], []), now)).toBe('ready')
  })

  it('S-128: wakes with the last answer or the end of a day to answer by, whichever party it was', () => {
    const answered = anAsk({ answeredAt: '2026-11-20T09:00:00.000Z', answer: 'resubmission' })
    const one = { ...withLogs([answered], [anAsk()]), state: 'outreach' as const }
    const woken = caseAfter(one, nothing, { at: NOW, reasonFor: () => 'withdrawn' })
    expect(woken).toMatchObject({ state: 'outreach', wokenAt: '2026-11-20T09:00:00.000Z', revision: 2 })
    const ranOut = caseAfter(woken, nothing, { at: Instant.parse(LATER), reasonFor: () => 'withdrawn' })
    expect(ranOut).toMatchObject({
      state: 'ready',
      wokenAt: '2026-11-26T23:00:00.000Z',
      stateChangedAt: LATER,
    })
    expect(caseAfter(ranOut, nothing, { at: Instant.parse(LATER), reasonFor: () => 'withdrawn' })).toBe(
      ranOut,
    )
  })

  it('is looked at again when an ask runs out or a subscription has ended, and never once it is closed', () => {
    const one = withLogs([anAsk()], [])
    expect(lookAgainAt(one, [], now)).toBe(Date.parse('2026-11-26T23:00:00.000Z'))
    expect(lookAgainAt(one, ['2026-11-22', '2026-11-30'], now)).toBe(Date.parse('2026-11-23T00:00:00.000Z'))
    expect(lookAgainAt(withLogs([], []), ['2026-11-19'], now)).toBeNull()
    expect(lookAgainAt({ ...one, state: 'decided' }, [], now)).toBeNull()
  })

  it('has a target of ten business days from its opening', () => {
    expect(caseClocks(now, SEED_2020, aCalendar())).toMatchObject([
      { timer: 'arbitration', startedAt: NOW, dueAt: '2026-12-04T23:00:00.000Z' },
    ])
  })
})

describe('what of a case is for whom', () => {
  const one = aCase({
    parties: [
      aParty({ claimId: 'a', outreach: [anAsk()], toldAt: NOW }),
      aParty({ claimId: 'b', mpnId: '99' }),
    ],
    votes: [{ ...PAUL, at: NOW, said: { winner: 'a', reason: 'Newer.' }, judged: [] }],
    resolver: { userId: 'u-team-lead', name: 'Ines Rey' },
  })

  it('shows reviewers who contends and how it stands, and leads and auditors all of it', () => {
    expect(ROLES.filter(seesWholeCase)).toEqual(['arbitration_lead', 'team_lead', 'auditor'])
    expect(shownCase(one, { isWhole: true, userId: PAUL.userId })).toBe(one)
    const shown = shownCase(one, { isWhole: false, userId: PAUL.userId })
    expect(shown).toMatchObject({
      state: 'open',
      votes: [],
      resolver: null,
      outcome: null,
      isWhole: false,
    })
    expect(shown.parties).toMatchObject([{ claimId: 'a', toldAt: NOW, outreach: [] }, { claimId: 'b' }])
  })

  it('hides a case from who has dealings with any of its parties, also with one that has left', () => {
    const left = { at: NOW, reason: 'withdrawn' }
    const gone = aCase({ parties: [aParty({ claimId: 'a' }), aParty({ claimId: 'b', mpnId: '99', left })] })
    expect([isCaseHidden(one, ['99']), isCaseHidden(gone, ['99']), isCaseHidden(one, ['1'])]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('names the items that a claim asks for in living cases alone', () => {
    const a = ClaimId.parse('a')
    const asks = aCase({ parties: [aParty({ claimId: 'a', items: ['i1', 'i2'] })] })
    const holds = aCase({ parties: [aParty({ claimId: 'a', role: 'incumbent', items: ['i3'] })] })
    const closed = aCase({ state: 'dissolved', parties: [aParty({ claimId: 'a', items: ['i4'] })] })
    expect(contestedItems([asks, asks, holds, closed], a)).toEqual(['i1', 'i2'])
  })
})

describe('why a claim leaves a case', () => {
  const leaver = (more: Partial<Leaver>): Leaver => ({
    state: 'under_review',
    rejectedFor: [],
    hasLost: false,
    products: ['ba.sales'],
    namesThing: false,
    ...more,
  })
  const thing = { productId: 'ba.sales' }

  it.each([
    ['withdrawn', null],
    ['withdrawn', leaver({ state: 'rejected', rejectedFor: ['REJ_PARTNER_REQUEST'] })],
    ['withdrawn', leaver({ state: 'rejected', rejectedFor: [] })],
    ['rejected', leaver({ state: 'rejected', rejectedFor: ['REJ_CUSTOMER_DECLINE'] })],
    ['association_ended', leaver({ state: 'approved', namesThing: true })],
    ['lost', leaver({ state: 'partner_action_required', namesThing: true, hasLost: true })],
    ['resolved', leaver({})],
    ['item_dropped', leaver({ products: ['ba.custsvc'] })],
  ] as const)('is %s', (reason, claim) => {
    expect(leaveReason(claim, thing)).toBe(reason)
  })

  it('a claim that lost asks for nothing until it is back from its partner, or its rejection is taken up again', () => {
    const lostAt = '2026-11-20T09:00:00.000Z'
    const [before, after] = ['2026-11-19T09:00:00.000Z', '2026-11-21T09:00:00.000Z']
    const claim = { state: 'partner_action_required', answeredAt: null, rejectedAt: null } as const
    const returned = { state: 'under_review', answeredAt: after, rejectedAt: null } as const
    const disputed = { state: 'under_review', answeredAt: null, rejectedAt: lostAt } as const
    expect(hasToDrop(claim, lostAt)).toBe(true)
    expect(hasToDrop(claim, null)).toBe(false)
    expect(hasToDrop({ ...claim, state: 'under_review', answeredAt: before }, lostAt)).toBe(true)
    expect(hasToDrop(returned, lostAt)).toBe(false)
    expect(hasToDrop(disputed, lostAt)).toBe(false)
    expect(hasToDrop({ ...disputed, state: 'rejected' }, lostAt)).toBe(true)
    expect(hasToDrop({ ...disputed, rejectedAt: before }, lostAt)).toBe(true)
  })
})

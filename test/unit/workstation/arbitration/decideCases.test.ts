import { describe, expect, it } from 'vitest'
import type { OperationRequest } from '../../../../src-main/hub/api/operations.ts'
import type { CaseDraft } from '../../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase, aParty } from '../../../builders/arbitrationCase.ts'
import { aCaseDesk, THE_CASE } from '../../../fakes/aCaseDesk.ts'
import { aCommandId } from '../../../fakes/workstation.ts'

const [CHALLENGER, HOLDER] = [ClaimId.parse('208417'), ClaimId.parse('208500')]
const SINCE = '2026-11-19T09:00:00.000Z'
const READY = aCase({
  state: 'ready',
  parties: [
    aParty({ claimId: CHALLENGER, toldAt: SINCE, firstReviewedAt: SINCE }),
    aParty({ claimId: HOLDER, role: 'incumbent', mpnId: '5500111', partnerName: 'Rival Ltd' }),
  ],
})
const REASON = 'Its proof is half a year newer.'

/** An arbitration lead before a case that can be decided. */
async function aDecidingDesk(operation?: Parameters<typeof aCaseDesk>[1]) {
  const desk = await aCaseDesk(READY, { user: 'u-arbiter', ...operation })
  const { station } = desk
  const plan = (winner: ClaimId | null, reason = REASON, letters: CaseDraft['letters'] = []) =>
    station.call('arbitration.plan', {
      choices: [{ caseId: THE_CASE, winner }],
      reason,
      letters,
      isVote: false,
      resolver: null,
    })
  /** Decides as the window does: on what the plan showed, with its letters. */
  const decide = async (winner: ClaimId | null, words?: string) => {
    const { cases, claims, letters } = await plan(winner)
    return station.call('arbitration.decide', {
      commandId: aCommandId(),
      cases: cases.map((one) => ({ caseId: one.caseId, winner: one.winner, revision: one.revision })),
      reason: REASON,
      claims: claims.map(({ claimId, revision }) => ({ claimId, revision })),
      letters: letters.map(({ claimId, act, isLater, text }) => ({
        claimId,
        act,
        isLater,
        comment: words ?? text,
      })),
    })
  }
  return { ...desk, plan, decide }
}
const sent = (received: readonly OperationRequest[]) =>
  received.flatMap(({ action }) => (action.kind === 'case_decide' ? [action] : []))

describe('what a lead’s choice would mean', () => {
  it('is an approval for the winner, the end of the association for the holder, and a letter for each', async () => {
    const { plan } = await aDecidingDesk()
    const { cases, blocks, claims, letters } = await plan(CHALLENGER)
    expect(blocks).toEqual([])
    expect(claims.map(({ claimId, blocks: own }) => [claimId, own])).toEqual([
      [CHALLENGER, []],
      [HOLDER, []],
    ])
    expect(cases).toMatchObject([
      {
        winner: CHALLENGER,
        needsReason: false,
        deferred: null,
        suggestion: { kind: 'clear', rung: 'recency' },
      },
    ])
    expect(letters.map(({ claimId, act, isLater }) => [claimId, act, isLater])).toEqual([
      [CHALLENGER, 'approve', false],
      [HOLDER, 'end_association', false],
    ])
    expect(letters[1]).toMatchObject({ language: 'en', items: ['Microsoft Teams'] })
    expect(letters[1]?.text).toContain('has been decided')
  })

  it('needs a reason where the lead departs from what the ladder told', async () => {
    const { plan } = await aDecidingDesk()
    const { cases, blocks } = await plan(HOLDER, '')
    expect(cases[0]?.needsReason).toBe(true)
    expect(blocks.map(({ reason }) => reason)).toEqual(['reason_missing'])
    expect((await plan(HOLDER)).letters.map(({ claimId, act }) => [claimId, act])).toEqual([
      [CHALLENGER, 'reject'],
    ])
  })

  it('says of a letter that was written anew what keeps it here', async () => {
    const { plan } = await aDecidingDesk()
    const own = { claimId: CHALLENGER, act: 'approve', isLater: false, comment: 'Rival Ltd had it.' } as const
    const { claims } = await plan(CHALLENGER, REASON, [own])
    expect(claims.map(({ blocks }) => blocks.map(({ reason }) => reason))).toEqual([['names_rival'], []])
  })

  it('is refused beforehand where nobody is chosen although a proof is sufficient, and to whoever is no lead', async () => {
    const { plan, station } = await aDecidingDesk()
    const reasons = async () => [...new Set((await plan(null)).blocks.map(({ reason }) => reason))]
    expect(await reasons()).toEqual(['somebody_sufficient'])
    await station.call('session.switchUser', { userId: 'u-lead' as never })
    expect(await reasons()).toContain('role_may_not')
  })
})

describe('deciding a case', () => {
  it('is one operation for all of its claims, which waits as a decision does and can be undone', async () => {
    const { decide, station, hub, drain, open } = await aDecidingDesk()
    const decided = await decide(CHALLENGER)
    if (decided.outcome !== 'accepted') throw new Error(decided.outcome)
    expect((await station.call('sync.outbox', {})).operations).toMatchObject([
      { kind: 'case_decide', claimId: CHALLENGER, state: 'held' },
    ])
    for (const claimId of [CHALLENGER, HOLDER])
      expect((await open(claimId)).pending.map(({ kind }) => kind)).toEqual(['case_decide'])
    expect((await station.call('arbitration.case', { caseId: THE_CASE })).pending?.operationId).toBe(
      decided.operationId,
    )
    expect(await station.call('sync.undo', { operationId: decided.operationId })).toEqual({
      outcome: 'undone',
    })
    expect((await open(HOLDER)).pending).toEqual([])
    await drain()
    expect(hub.received).toEqual([])
  })

  it('sends what was decided, on what, and every letter', async () => {
    const { decide, hub, drain } = await aDecidingDesk()
    await decide(CHALLENGER)
    await drain()
    expect(sent(hub.received)).toMatchObject([
      {
        cases: [{ caseId: THE_CASE, caseRevision: 1, winner: CHALLENGER, rung: 'recency' }],
        reason: REASON,
        parties: [
          { claimId: CHALLENGER, claimRevision: 3, documentHashes: [expect.any(String)] },
          { claimId: HOLDER, claimRevision: 3 },
        ],
        letters: [
          { claimId: CHALLENGER, act: 'approve' },
          { claimId: HOLDER, act: 'end_association' },
        ],
      },
    ])
  })

  it('keeps anybody here from deciding about one of its claims meanwhile', async () => {
    const { decide, plan } = await aDecidingDesk()
    await decide(CHALLENGER)
    const { claims } = await plan(CHALLENGER)
    expect(claims.map(({ blocks }) => blocks.map(({ reason }) => reason))).toEqual([
      ['operation_pending'],
      ['operation_pending'],
    ])
    expect((await decide(CHALLENGER)).outcome).toBe('blocked')
  })

  it('goes after what was said on its claims before, and on the revision which that brought', async () => {
    const { decide, hub, drain, station, open } = await aDecidingDesk()
    const { claim } = await open(HOLDER)
    const said = { text: 'They called today.', visibility: 'internal', inReplyTo: null } as const
    hub.script.up = false
    await station.call('claims.comment', {
      claimId: HOLDER,
      revision: claim.revision,
      commandId: aCommandId(),
      ...said,
    })
    expect((await decide(CHALLENGER)).outcome).toBe('accepted')
    hub.script.up = true
    await drain()
    expect(hub.received.map(({ action }) => action.kind)).toEqual(['comment', 'case_decide'])
    expect(sent(hub.received)[0]?.parties).toMatchObject([{ claimRevision: 3 }, { claimRevision: 4 }])
  })

  it('is refused where a letter leaks, and where the case or a claim is not as it was seen', async () => {
    const { decide, station, plan } = await aDecidingDesk()
    expect((await decide(CHALLENGER, 'Rival Ltd had it before.')).outcome).toBe('blocked')
    const { cases, claims, letters } = await plan(CHALLENGER)
    const stale = await station.call('arbitration.decide', {
      commandId: aCommandId(),
      cases: cases.map(({ caseId, winner }) => ({ caseId, winner, revision: 7 })),
      reason: REASON,
      claims: claims.map(({ claimId, revision }) => ({ claimId, revision })),
      letters: letters.map(({ claimId, act, isLater, text }) => ({ claimId, act, isLater, comment: text })),
    })
    expect(stale.outcome).toBe('stale')
    expect((await station.call('sync.outbox', {})).operations).toEqual([])
  })

  it('that met a conflict lies in the tray with the whole case; done anew, its words wait with the case', async () => {
    const { decide, drain, station } = await aDecidingDesk({
      operation: () => ({ outcome: 'conflict', reason: 'case_moved_on', currentRevision: 4 }),
    })
    const decided = await decide(CHALLENGER, 'Please see what was decided.')
    if (decided.outcome !== 'accepted') throw new Error(decided.outcome)
    await drain()
    const { operationId } = decided
    const { detail } = await station.call('sync.conflict', { operationId })
    expect(detail).toMatchObject({
      conflict: { kind: 'case_decide', reason: 'case_moved_on' },
      decided: {
        reason: REASON,
        cases: [{ name: 'Microsoft Teams', state: 'ready', mine: 'Fernhill Consulting Ltd', now: null }],
        parties: [
          { claimId: CHALLENGER, letters: [{ act: 'approve' }], isChanged: false, hasLeft: false },
          { claimId: HOLDER, partnerName: 'Rival Ltd', letters: [{ act: 'end_association' }] },
        ],
        joined: [],
      },
      choices: [
        { choice: 'redo', blocks: [] },
        { choice: 'let_go', blocks: [] },
      ],
    })
    const settled = await station.call('sync.settleConflict', {
      operationId,
      commandId: aCommandId(),
      choice: 'redo',
      toUserId: null,
    })
    expect(settled).toEqual({ outcome: 'settled' })
    expect((await station.call('arbitration.case', { caseId: THE_CASE })).draft).toMatchObject({
      choices: [{ caseId: THE_CASE, winner: CHALLENGER }],
      reason: REASON,
      letters: [{ comment: 'Please see what was decided.' }, { claimId: HOLDER }],
    })
  })

  it('keeps what was begun for the person who began it, until it is decided or thrown away', async () => {
    const { station, decide } = await aDecidingDesk()
    const draft = { choices: [{ caseId: THE_CASE, winner: null }], reason: 'Half a thought', letters: [] }
    const kept = async () => (await station.call('arbitration.case', { caseId: THE_CASE })).draft
    await station.call('arbitration.keepDraft', { caseId: THE_CASE, draft })
    expect(await kept()).toEqual(draft)
    await decide(CHALLENGER)
    expect(await kept()).toBeNull()
    await station.call('arbitration.keepDraft', { caseId: THE_CASE, draft })
    await station.call('arbitration.keepDraft', { caseId: THE_CASE, draft: null })
    expect(await kept()).toBeNull()
    await station.call('arbitration.keepDraft', { caseId: THE_CASE, draft })
    await station.call('session.switchUser', { userId: 'u-lead' as never })
    expect(await kept()).toBeNull()
  })
})

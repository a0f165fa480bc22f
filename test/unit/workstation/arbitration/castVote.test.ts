import { describe, expect, it } from 'vitest'
import type { OperationRequest } from '../../../../src-main/hub/api/operations.ts'
import { ClaimId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase, aParty } from '../../../builders/arbitrationCase.ts'
import { aCaseDesk, CASE_CLAIMS, THE_CASE } from '../../../fakes/aCaseDesk.ts'
import { aCommandId } from '../../../fakes/workstation.ts'

const [CHALLENGER, HOLDER] = [ClaimId.parse('208417'), ClaimId.parse('208500')]
const TEAM_LEAD = UserId.parse('u-lead')
const SINCE = '2026-11-19T09:00:00.000Z'
const REASON = 'Its proof is half a year newer.'
const JUDGED = CASE_CLAIMS.map(({ form, documents }) => ({
  claimId: form.claimId,
  documents: documents.map(({ sha256 }) => sha256),
})).toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))

const voteOf = (userId: string, winner: ClaimId | null | 'sealed', judged = JUDGED) => ({
  userId,
  name: userId === 'u-arbiter' ? 'Ruben Aldersgate' : 'Selma Okonjo',
  at: SINCE,
  said: winner === 'sealed' ? null : { winner, reason: REASON },
  judged,
})

const aVotedCase = (votes: readonly object[] = [], resolver: object | null = null) =>
  aCase({
    state: 'ready',
    votes,
    resolver,
    parties: [
      aParty({ claimId: CHALLENGER, toldAt: SINCE, firstReviewedAt: SINCE }),
      aParty({ claimId: HOLDER, role: 'incumbent', mpnId: '5500111', partnerName: 'Rival Ltd' }),
    ],
  })

/** An arbitration lead before a case on which leads vote. */
async function aVotingDesk(one = aVotedCase(), more: Parameters<typeof aCaseDesk>[1] = {}) {
  const desk = await aCaseDesk(one, { user: 'u-arbiter', ...more })
  const { station } = desk
  const detail = () => station.call('arbitration.case', { caseId: THE_CASE })
  interface Manner {
    readonly isVote?: boolean
    readonly resolver?: UserId | null
  }
  const plan = (winner: ClaimId | null, { isVote = true, resolver = TEAM_LEAD }: Manner = {}) =>
    station.call('arbitration.plan', {
      choices: [{ caseId: THE_CASE, winner }],
      reason: REASON,
      letters: [],
      isVote,
      resolver,
    })
  const reasons = async (...of: Parameters<typeof plan>) =>
    (await plan(...of)).blocks.map(({ reason }) => reason)
  const vote = async (winner: ClaimId | null, resolver: UserId | null = TEAM_LEAD) => {
    const { cases, claims } = await plan(winner, { resolver })
    return station.call('arbitration.vote', {
      commandId: aCommandId(),
      cases: cases.map((each) => ({ caseId: each.caseId, winner: each.winner, revision: each.revision })),
      reason: REASON,
      claims: claims.map(({ claimId, revision }) => ({ claimId, revision })),
      resolver,
    })
  }
  return { ...desk, detail, plan, reasons, vote }
}
const sent = (received: readonly OperationRequest[]) =>
  received.flatMap(({ action }) => (action.kind === 'case_vote' ? [action] : []))

describe('voting on a case', () => {
  it('is one operation, which waits as a decision does, names who resolves and writes to nobody', async () => {
    const { vote, station, hub, drain, detail, plan } = await aVotingDesk()
    expect((await plan(CHALLENGER)).letters).toEqual([])
    const cast = await vote(CHALLENGER)
    expect(cast.outcome).toBe('accepted')
    expect((await station.call('sync.outbox', {})).operations).toMatchObject([
      { kind: 'case_vote', claimId: CHALLENGER, state: 'held' },
    ])
    expect((await detail()).pending?.kind).toBe('case_vote')
    await drain()
    expect(sent(hub.received)).toMatchObject([
      {
        cases: [{ caseId: THE_CASE, winner: CHALLENGER }],
        reason: REASON,
        resolver: TEAM_LEAD,
        parties: [{ claimId: CHALLENGER, claimRevision: 3 }, { claimId: HOLDER }],
      },
    ])
  })

  it('can be undone while it waits, and what was begun is not kept once it is made', async () => {
    const { vote, station, hub, drain, detail } = await aVotingDesk()
    const draft = { choices: [{ caseId: THE_CASE, winner: CHALLENGER }], reason: 'Half', letters: [] }
    await station.call('arbitration.keepDraft', { caseId: THE_CASE, draft })
    const cast = await vote(CHALLENGER)
    if (cast.outcome !== 'accepted') throw new Error(cast.outcome)
    expect((await detail()).draft).toBeNull()
    await station.call('sync.undo', { operationId: cast.operationId })
    expect((await detail()).pending).toBeNull()
    await drain()
    expect(hub.received).toEqual([])
  })

  it('is refused without somebody to resolve, on what was not seen, and to whoever is no lead', async () => {
    const { vote, reasons, station, plan } = await aVotingDesk()
    expect(await reasons(CHALLENGER, { resolver: null })).toEqual(['resolver_missing'])
    expect((await vote(CHALLENGER, null)).outcome).toBe('blocked')
    const { cases, claims } = await plan(CHALLENGER)
    const stale = await station.call('arbitration.vote', {
      commandId: aCommandId(),
      cases: cases.map(({ caseId, winner }) => ({ caseId, winner, revision: 9 })),
      reason: REASON,
      claims: claims.map(({ claimId, revision }) => ({ claimId, revision })),
      resolver: TEAM_LEAD,
    })
    expect(stale.outcome).toBe('stale')
    await station.call('session.switchUser', { userId: TEAM_LEAD })
    expect(await reasons(CHALLENGER)).toContain('role_may_not')
  })

  it('keeps nobody from acting on its claims once the hub has it: it moved none of them', async () => {
    const { vote, drain, open, plan } = await aVotingDesk(aVotedCase(), {
      operation: () => ({ outcome: 'applied', revision: 3 }),
    })
    await vote(CHALLENGER)
    expect((await plan(CHALLENGER)).claims.flatMap(({ blocks }) => blocks)).toHaveLength(2)
    await drain()
    expect((await open(HOLDER)).pending).toEqual([])
    expect((await plan(CHALLENGER)).claims.flatMap(({ blocks }) => blocks)).toEqual([])
  })

  it('that met a conflict lies in the tray with whom it was for, and can be cast anew', async () => {
    const { vote, drain, station, detail } = await aVotingDesk(aVotedCase(), {
      operation: () => ({ outcome: 'conflict', reason: 'document_replaced', currentRevision: 4 }),
    })
    const cast = await vote(CHALLENGER)
    if (cast.outcome !== 'accepted') throw new Error(cast.outcome)
    await drain()
    const { operationId } = cast
    const { detail: conflict } = await station.call('sync.conflict', { operationId })
    expect(conflict).toMatchObject({
      conflict: { kind: 'case_vote', reason: 'document_replaced' },
      decided: {
        reason: REASON,
        cases: [{ mine: 'Fernhill Consulting Ltd' }],
        parties: [{ letters: [] }, {}],
      },
      choices: [{ choice: 'redo', blocks: [] }, { choice: 'let_go' }],
    })
    const settle = { operationId, commandId: aCommandId(), choice: 'redo', toUserId: null } as const
    expect(await station.call('sync.settleConflict', settle)).toEqual({ outcome: 'settled' })
    expect((await detail()).draft).toMatchObject({
      choices: [{ caseId: THE_CASE, winner: CHALLENGER }],
      reason: REASON,
    })
  })

  it('stays sealed in the tray too for whoever sits down here next', async () => {
    const { vote, drain, station } = await aVotingDesk(aVotedCase(), {
      operation: () => ({ outcome: 'conflict', reason: 'document_replaced', currentRevision: 4 }),
    })
    const cast = await vote(CHALLENGER)
    if (cast.outcome !== 'accepted') throw new Error(cast.outcome)
    await drain()
    await station.call('session.switchUser', { userId: TEAM_LEAD })
    const tray = await station.call('sync.conflict', { operationId: cast.operationId })
    expect(tray.detail).toMatchObject({ conflict: { kind: 'case_vote' }, decided: null })
    expect(JSON.stringify(tray)).not.toContain(REASON)
  })
})

describe('what votes leave to a lead', () => {
  const phaseOf = async (one: Parameters<typeof aVotingDesk>[0]) => {
    const { phase } = (await (await aVotingDesk(one)).detail()).voting
    return phase
  }
  const lead = { userId: 'u-lead', name: 'Paul Brandt' }

  it('is to decide alone until somebody voted, and then to vote, to wait, to decide what both want or to leave it', async () => {
    expect(await phaseOf(aVotedCase())).toBe('unasked')
    expect(await phaseOf(aVotedCase([voteOf('u-second', 'sealed')], lead))).toBe('vote')
    expect(await phaseOf(aVotedCase([voteOf('u-arbiter', CHALLENGER)], lead))).toBe('waits')
    const both = [voteOf('u-arbiter', CHALLENGER), voteOf('u-second', CHALLENGER)]
    expect(await phaseOf(aVotedCase(both, lead))).toBe('agreed')
    const split = [voteOf('u-arbiter', CHALLENGER), voteOf('u-second', HOLDER)]
    expect(await phaseOf(aVotedCase(split, lead))).toBe('unresolved')
    const me = { userId: 'u-arbiter', name: 'Ruben Aldersgate' }
    expect(await phaseOf(aVotedCase([voteOf('u-a', CHALLENGER), voteOf('u-b', HOLDER)], me))).toBe('resolve')
    expect(await phaseOf(aVotedCase([voteOf('u-a', 'sealed')], me))).toBe('waits')
  })

  it('is to vote again where the papers are others now; the old vote still shows, and that it does not count', async () => {
    const old = voteOf('u-arbiter', CHALLENGER, [])
    const { detail, reasons } = await aVotingDesk(aVotedCase([old], lead))
    const { voting } = await detail()
    expect(voting).toMatchObject({
      phase: 'vote',
      votes: [{ isMine: true, counts: false, said: { winner: CHALLENGER } }],
      resolvers: [],
    })
    expect(await reasons(CHALLENGER, { isVote: false })).toEqual(['vote_missing'])
    expect(await reasons(CHALLENGER, { resolver: null })).toEqual([])
  })

  it('offers to name whoever may settle a difference', async () => {
    const { detail } = await aVotingDesk()
    expect((await detail()).voting).toMatchObject({
      mayVote: true,
      resolvers: [{ userId: 'u-lead', name: 'Paul Brandt' }],
    })
  })

  it('never shows another one’s vote to who works here next, though it came open for the first', async () => {
    const { detail, station } = await aVotingDesk(aVotedCase([voteOf('u-arbiter', CHALLENGER)], lead))
    expect((await detail()).case.votes[0]?.said).not.toBeNull()
    await station.call('session.switchUser', { userId: TEAM_LEAD })
    const seen = await detail()
    expect([seen.case.votes[0]?.said, seen.voting.votes[0]?.said]).toEqual([null, null])
    expect(seen.voting.phase).toBe('waits')
  })
})

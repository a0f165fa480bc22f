import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { outcomeBlocks } from '../../../../src-main/domain/arbitration/outcomeBlocks.ts'
import { type LeadVote, voteBlocks } from '../../../../src-main/domain/arbitration/voteBlocks.ts'
import {
  countingVotes,
  judgedNow,
  sealedFor,
  type Voting,
  voteStanding,
} from '../../../../src-main/domain/arbitration/votes.ts'
import type {
  ArbitrationCase,
  CaseVote,
  JudgedParty,
} from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { ClaimId, Instant, Sha256, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase as aWholeCase, aParty } from '../../../builders/arbitrationCase.ts'
import { aCase, aChallenger, aHolder, anOutcome, TEAMS } from '../../../builders/domain/arbitration/cases.ts'
import { aPolicy } from '../../../builders/policy.ts'

const ADA = UserId.parse('ada')
const BEN = UserId.parse('ben')
const CLEO = UserId.parse('cleo')
const HASH = Sha256.parse('a'.repeat(64))
const NEWER = Sha256.parse('b'.repeat(64))
const asker = ClaimId.parse('asker')
const holder = ClaimId.parse('holder')
const judged = (...documents: Sha256[]): JudgedParty[] => [
  { claimId: asker, documents },
  { claimId: holder, documents: [] },
]
const aVote = (userId: UserId, winner: ClaimId | null, on: JudgedParty[] = judged(HASH)): CaseVote => ({
  userId,
  name: userId,
  at: Instant.parse('2026-11-20T10:00:00.000Z'),
  said: { winner, reason: 'Newer proof.' },
  judged: on,
})
const aVoting = (counting: readonly CaseVote[], more: Partial<Voting> = {}): Voting => ({
  key: TEAMS,
  counting,
  isAsked: counting.length > 0,
  resolver: null,
  ...more,
})

describe('votes on a case', () => {
  it('count while parties and papers are those that were judged, the last one of each person', () => {
    const votes = [aVote(ADA, asker), aVote(BEN, holder, judged(NEWER)), aVote(ADA, holder)]
    expect(countingVotes(votes, judged(HASH)).map(({ userId, said }) => [userId, said?.winner])).toEqual([
      [ADA, holder],
    ])
    expect(countingVotes(votes, judged(NEWER)).map(({ userId }) => userId)).toEqual([BEN])
    expect(countingVotes(votes, judged(HASH, NEWER))).toEqual([])
  })

  it('judge living parties, in whatever order they and their papers come', () => {
    const parties = [
      aParty({ claimId: 'holder' }),
      aParty({ claimId: 'asker' }),
      aParty({ claimId: 'gone', left: { at: '2026-11-20T10:00:00.000Z', reason: 'withdrawn' } }),
    ]
    const papers = (claimId: string) => (claimId === 'asker' ? [NEWER, HASH, NEWER] : [])
    expect(judgedNow(aWholeCase({ parties }), papers)).toEqual(judged(HASH, NEWER))
  })

  it('are asked for by the profile, or by whoever votes first, also once that vote counts no more', () => {
    expect(voteStanding(undefined, false).kind).toBe('unasked')
    expect(voteStanding(undefined, true).kind).toBe('missing')
    expect(voteStanding(aVoting([aVote(ADA, asker)]), false).kind).toBe('missing')
    expect(voteStanding(aVoting([], { isAsked: true }), false)).toEqual({ kind: 'missing', votes: [] })
  })

  it('agree or differ once there are two', () => {
    expect(voteStanding(aVoting([aVote(ADA, asker), aVote(BEN, asker)]), false)).toMatchObject({
      kind: 'agreed',
      winner: asker,
    })
    expect(voteStanding(aVoting([aVote(ADA, null), aVote(BEN, null)]), false)).toMatchObject({
      kind: 'agreed',
      winner: null,
    })
    expect(voteStanding(aVoting([aVote(ADA, asker), aVote(BEN, null)]), false).kind).toBe('differ')
  })

  it('never show anybody another one’s word before that person voted on the same or two others did', () => {
    const people = [ADA, BEN, CLEO]
    const someVote = fc.record({
      userId: fc.constantFrom(...people),
      winner: fc.constantFrom(asker, holder, null),
      on: fc.constantFrom(judged(HASH), judged(NEWER)),
    })
    fc.assert(
      fc.property(fc.array(someVote, { maxLength: 5 }), fc.constantFrom(...people), (votes, reader) => {
        const one = {
          ...aWholeCase(),
          votes: votes.map(({ userId, winner, on }) => aVote(userId, winner, on)),
        }
        for (const [at, vote] of sealedFor(one, reader).votes.entries()) {
          const voters = new Set(votes.filter(({ on }) => on === votes[at]?.on).map(({ userId }) => userId))
          expect(vote.said !== null).toBe(vote.userId === reader || voters.size > 1)
        }
      }),
    )
  })

  it('are all open once the case is over', () => {
    const one: ArbitrationCase = { ...aWholeCase(), votes: [aVote(ADA, asker)], state: 'dissolved' }
    expect(sealedFor(one, BEN).votes[0]?.said).not.toBeNull()
  })
})

const lead = (userId: UserId, role: 'arbitration_lead' | 'team_lead' = 'arbitration_lead') => ({
  userId,
  role,
})
const parties = [aHolder(), aChallenger('asker')]

describe('a decision of what leads voted on', () => {
  const why = (voting: Voting, by: ReturnType<typeof lead>, winner: string | null = 'asker') =>
    outcomeBlocks(
      { ...aCase(parties), votings: [voting] },
      { ...anOutcome({ [TEAMS]: winner }), lead: by },
    ).map(({ reason }) => reason)
  const split = aVoting([aVote(ADA, asker), aVote(BEN, holder)], { resolver: CLEO })

  it('waits for the second vote, and follows two that agree', () => {
    expect(why(aVoting([aVote(ADA, asker)]), lead(ADA))).toEqual(['vote_missing'])
    const agreed = aVoting([aVote(ADA, asker), aVote(BEN, asker)])
    expect(why(agreed, lead(BEN))).toEqual([])
    expect(why(agreed, lead(CLEO))).toEqual([])
    expect(why(agreed, lead(BEN), 'holder')).toContain('votes_agree_otherwise')
    expect(why(agreed, lead(CLEO, 'team_lead'))).toEqual(['role_may_not'])
  })

  it('is the resolver’s where they differ, or a team lead’s who did not vote', () => {
    expect(why(split, lead(ADA))).toEqual(['votes_differ'])
    expect(why(split, lead(CLEO))).toEqual([])
    expect(why(split, lead(CLEO, 'team_lead'))).toEqual([])
    expect(why(split, lead(UserId.parse('dora'), 'team_lead'))).toEqual([])
    expect(why(split, lead(ADA, 'team_lead'))).toEqual(['role_may_not', 'votes_differ'])
  })
})

describe('a vote', () => {
  const why = (vote: Partial<LeadVote>, voting = aVoting([]), of = parties) =>
    voteBlocks(
      { ...aCase(of), votings: [voting] },
      { ...anOutcome({ [TEAMS]: 'asker' }), lead: lead(ADA), resolver: lead(CLEO, 'team_lead'), ...vote },
    ).map(({ reason }) => reason)

  it('is a lead’s who is ready to decide, says why, and names somebody for the case that two differ', () => {
    expect(why({})).toEqual([])
    expect(why({ lead: lead(ADA, 'team_lead') })).toEqual(['role_may_not'])
    expect(why({ reason: ' ' })).toEqual(['reason_missing'])
    expect(why({ winners: [] })).toEqual(['outcome_missing'])
    expect(why({}, aVoting([]), [aHolder()])).toEqual(['too_few_parties'])
    const untold = aChallenger('asker', { toldAt: null })
    expect(why({}, aVoting([]), [aHolder(), untold])).toEqual(['party_not_told'])
  })

  it('names nobody who votes, reviewed first where the profile has four eyes, or may not decide', () => {
    const missing = ['resolver_missing']
    expect(why({ resolver: null })).toEqual(missing)
    expect(why({ resolver: lead(ADA) })).toEqual(missing)
    expect(why({ resolver: lead(BEN) }, aVoting([aVote(BEN, holder)]))).toEqual(missing)
    expect(why({ resolver: { userId: CLEO, role: 'reviewer' } })).toEqual(missing)
    const policy = aPolicy('seed-2020', { arbitration: { ...ARBITRATION_BY_DEFAULT, fourEyes: true } })
    const reviewed = aChallenger('asker', { policy, firstReviewerId: CLEO })
    expect(why({}, aVoting([]), [aHolder(), reviewed])).toEqual(missing)
    expect(why({ lead: lead(CLEO), resolver: lead(BEN) }, aVoting([]), [aHolder(), reviewed])).toEqual([
      'four_eyes',
    ])
  })

  it('is one for each lead, two for a case, and none of the resolver', () => {
    expect(why({}, aVoting([aVote(ADA, holder)], { resolver: CLEO }))).toEqual(['vote_cast'])
    expect(why({}, aVoting([aVote(BEN, holder), aVote(CLEO, holder)]))).toEqual(['votes_complete'])
    expect(why({ resolver: null }, aVoting([aVote(BEN, holder)], { resolver: CLEO }))).toEqual([])
    expect(why({}, aVoting([aVote(BEN, holder)], { resolver: ADA }))).toEqual(['voter_resolves'])
  })
})

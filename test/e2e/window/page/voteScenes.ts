import { CaseDetail } from '../../../../src-preload/contract/arbitration.ts'
import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { NO_VOTING } from '../../../builders/arbitrationCase.ts'
import { STANDINGS } from './arbitrationScenes.ts'
import { decidable, READY } from './decisionScenes.ts'

const voter = (userId: string, name: string, at: string) => ({
  userId,
  name,
  at,
  isMine: userId === 'u-arbitration-lead',
  counts: true,
})
const MINE = {
  ...voter('u-arbitration-lead', 'Ruben Aldersgate', '2026-11-19T09:10:00.000Z'),
  said: {
    winner: STANDINGS[1]?.claimId,
    reason: 'Its acknowledgement is half a year later and names both subscriptions.',
  },
}
const THEIRS = {
  ...voter('u-arbitration-lead-2', 'Selma Okonjo', '2026-11-19T09:40:00.000Z'),
  said: {
    winner: STANDINGS[0]?.claimId,
    reason: 'The holder’s engagement runs on, and the customer wrote so in May.',
  },
}
const RESOLVER = { userId: 'u-team-lead', name: 'Ingrid Solvang' }
const voted = (phase: string, votes: readonly object[], resolver: object | null = RESOLVER) => ({
  ...decidable,
  'arbitration.case': () =>
    CaseDetail.parse({
      ...READY,
      alongside: [],
      case: { ...READY.case, resolver },
      voting: { ...NO_VOTING, phase, votes },
    }),
})

/** The profile wants two votes, and another lead’s is there. */
export const sealedVote: Partial<Handlers> = voted('vote', [{ ...THEIRS, said: null }])

/** One’s own vote is cast; one on papers of before stands beside it. */
export const castVote: Partial<Handlers> = voted('waits', [
  { ...THEIRS, at: '2026-11-16T09:00:00.000Z', counts: false },
  MINE,
])

/** Two votes that differ, for whoever is to resolve them and for the others. */
export const splitVotes: Partial<Handlers> = voted('resolve', [MINE, THEIRS], {
  userId: 'u-arbitration-lead',
  name: 'Ruben Aldersgate',
})
export const waitingVotes: Partial<Handlers> = voted('unresolved', [MINE, THEIRS])

/** Nobody asked for a second opinion, and one may. */
export const freeVote: Partial<Handlers> = {
  ...decidable,
  'arbitration.case': () =>
    CaseDetail.parse({
      ...READY,
      voting: {
        ...NO_VOTING,
        resolvers: [RESOLVER, { userId: 'u-arbitration-lead-2', name: 'Selma Okonjo' }],
      },
    }),
}

import type { CaseDetail, CaseStanding } from '../../../../src-preload/contract/arbitration.ts'
import type { VotePhase } from '../../../../src-preload/contract/vocabulary/arbitrationWords.ts'

/** A contested thing, with what votes leave to this person on it. */
export interface ThingToDecide extends CaseStanding {
  readonly votePhase: VotePhase
}

/** This case, and those between the same claims: one act decides all of them. */
export const thingsToDecide = ({ case: one, voting, alongside }: CaseDetail): ThingToDecide[] => [
  { ...one, votePhase: voting.phase },
  ...alongside,
]

/** What is to be done about a case now: this person votes on these things, waits for somebody else, or decides. */
export type ToDo =
  | { readonly act: 'vote'; readonly things: readonly ThingToDecide[] }
  | { readonly act: 'wait' }
  | { readonly act: 'decide'; readonly things: readonly ThingToDecide[] }

/** @param isAsking they ask for a second opinion that nobody demands. */
export function toDoAbout(detail: CaseDetail, isAsking: boolean): ToDo {
  const things = thingsToDecide(detail)
  const wanted = things.filter(({ votePhase }) => votePhase === 'vote')
  if (wanted.length > 0) return { act: 'vote', things: wanted }
  if (things.some(({ votePhase }) => votePhase === 'waits' || votePhase === 'unresolved'))
    return { act: 'wait' }
  const unasked = things.filter(({ votePhase }) => votePhase === 'unasked')
  return isAsking && unasked.length > 0 ? { act: 'vote', things: unasked } : { act: 'decide', things }
}

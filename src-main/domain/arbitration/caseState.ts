import type {
  ArbitrationCase,
  CaseParty,
  OutreachEntry,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import {
  type CaseState,
  LIVING_CASE_STATES,
} from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { livingParties } from './parties.ts'

/** Whether a case still waits for its decision: it alone keeps others from opening one on the same thing. */
export const isLivingCase = (state: CaseState): boolean => LIVING_CASE_STATES.some((one) => one === state)

type WithParties = Pick<ArbitrationCase, 'parties'>

/** An ask that somebody may still answer. */
export type OpenAsk = OutreachEntry & { readonly dueAt: Instant }

/** Asks of parties that are still in the case, neither answered nor past their day: then it is decided on file (domain.md 4.4). */
export const openAsks = ({ parties }: WithParties, now: number): OpenAsk[] =>
  livingParties(parties).flatMap(({ outreach }) => outreach.filter((entry) => isOpenAsk(entry, now)))

const isOpenAsk = (entry: OutreachEntry, now: number): entry is OpenAsk =>
  entry.dueAt !== null && entry.answeredAt === null && Date.parse(entry.dueAt) > now

/** Challengers whose proof nobody has reviewed for the first time (S-129): a case is not compared before. */
export const outstandingReviews = ({ parties }: WithParties): CaseParty[] =>
  livingParties(parties).filter(
    ({ role, firstReviewedAt }) => role === 'challenger' && firstReviewedAt === null,
  )

/** Where a case stands that is neither decided nor dissolved. */
export function livingState(one: WithParties, now: number): CaseState {
  if (openAsks(one, now).length > 0) return 'outreach'
  return outstandingReviews(one).length === 0 ? 'ready' : 'open'
}

/** Ids of the items that a claim asks for in those of its cases that wait for a decision. */
export function contestedItems(
  cases: readonly Pick<ArbitrationCase, 'state' | 'parties'>[],
  claimId: ClaimId,
): string[] {
  const parties = cases
    .filter(({ state }) => isLivingCase(state))
    .flatMap((one) => livingParties(one.parties))
    .filter((party) => party.claimId === claimId && party.role === 'challenger')
  return [...new Set(parties.flatMap(({ items }) => items))]
}

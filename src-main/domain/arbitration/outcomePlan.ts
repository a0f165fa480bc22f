import type { OutcomeBlock } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { Deferral } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import { REASON_OF_CRITERION } from '../../../src-preload/contract/vocabulary/reasonWords.ts'
import {
  CRITERIA,
  type Criterion,
  type DecisionReason,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { ClaimCommand } from '../claim/commands.ts'
import { mayRemoveItems } from '../letter/guards/removableItems.ts'
import { outcomeBlocks } from './outcomeBlocks.ts'
import {
  type ArbitrationCase,
  type CaseParty,
  type ContestedItem,
  type LeadOutcome,
  type OutcomeAct,
  type OutcomePlan,
  winnerOf,
} from './outcome.ts'
import { unmetOf } from './validity.ts'

export type PlanResult = OutcomePlan | { readonly blocks: readonly OutcomeBlock[] }

/**
 * What a lead's outcome means for each claim of the case (domain.md section 4.5). A winner is approved, and the holder's association for
 * the item ends with that and not before. Who loses takes the item off, or is rejected where nothing else is left. Where nobody wins,
 * challengers go the usual way of a question, and the holder stays as it is.
 */
export function planOutcome(of: ArbitrationCase, outcome: LeadOutcome): PlanResult {
  const blocks = outcomeBlocks(of, outcome)
  if (blocks.length > 0) return { blocks }
  const parties = of.parties.toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))
  const shares = parties.map((party) => ({ party, share: shareOf(party, outcome) }))
  const deferred = shares.flatMap(({ party, share }) => {
    const why = deferralOf(party, share)
    return why === null ? [] : share.won.map(({ key }) => ({ key, claimId: party.claimId, why }))
  })
  const acts = shares.flatMap(({ party, share }) => {
    const act = actOf(party, share, outcome, deferred)
    return act === null ? [] : [{ claimId: party.claimId, act }]
  })
  const later = shares.flatMap(({ party, share }) => laterEnds(party, share, deferred))
  return { acts, later, deferred }
}

/** What becomes of a party's contested items: it gets them, another one does, nobody does. */
interface Share {
  readonly won: readonly ContestedItem[]
  readonly lost: readonly ContestedItem[]
  readonly nobodys: readonly ContestedItem[]
}

function shareOf({ claimId, contested }: CaseParty, outcome: LeadOutcome): Share {
  const winner = ({ key }: ContestedItem) => winnerOf(outcome, key)
  return {
    won: contested.filter((one) => winner(one) === claimId),
    lost: contested.filter((one) => winner(one) !== claimId && winner(one) !== null),
    nobodys: contested.filter((one) => winner(one) === null),
  }
}

/** An approval is of the whole claim: it waits until nothing of the claim is contested, lost or open any more. Null = it need not wait. */
function deferralOf(
  { state, isInOtherCase, toDrop }: CaseParty,
  { won, lost, nobodys }: Share,
): Deferral | null {
  if (state === 'approved' || won.length === 0) return null
  if (isInOtherCase) return 'other_case'
  if (lost.length + toDrop.length > 0) return 'items_to_remove'
  return nobodys.length > 0 ? 'information_asked' : null
}

function actOf(
  party: CaseParty,
  share: Share,
  { reason }: LeadOutcome,
  deferred: OutcomePlan['deferred'],
): OutcomeAct | null {
  if (party.state === 'rejected') return null
  if (party.state === 'approved') return endOf(share, deferred)
  if (party.partnerRequest !== null)
    return rejection(['REJ_PARTNER_REQUEST'], party.partnerRequest.reason, reason)
  // What else is contested of it is not decided yet: it waits on, and acts once.
  if (party.isInOtherCase) return null
  const { won, lost, nobodys } = share
  if (lost.length + party.toDrop.length > 0) return actOfLoser(party, share, reason)
  if (nobodys.length > 0) return request(party, nobodys)
  return won.length > 0 ? { act: 'approve' } : null
}

const isDeferred = ({ key }: ContestedItem, deferred: OutcomePlan['deferred']): boolean =>
  deferred.some((one) => one.key === key)

/** The holder keeps an item until the winner is approved. */
function endOf({ lost }: Share, deferred: OutcomePlan['deferred']): OutcomeAct | null {
  const items = lost.filter((one) => !isDeferred(one, deferred)).map(({ item }) => item)
  return items.length > 0 ? { act: 'end_association', items } : null
}

function laterEnds(
  { claimId, state }: CaseParty,
  { lost }: Share,
  deferred: OutcomePlan['deferred'],
): OutcomePlan['later'] {
  if (state !== 'approved') return []
  const waiting = Map.groupBy(
    lost.filter((one) => isDeferred(one, deferred)),
    ({ key }) => key,
  )
  return [...waiting].map(([key, items]) => ({ claimId, key, items: items.map(({ item }) => item) }))
}

function actOfLoser(party: CaseParty, { won, lost, nobodys }: Share, note: string): OutcomeAct {
  // Its time is over: what it did not answer it is not asked again.
  if (party.state === 'partner_action_required')
    return rejection(['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE', 'REJ_COMPETING_CLAIM'], null, note)
  const isAnythingLeft = won.length + nobodys.length + party.otherItems.length > 0
  if (!isAnythingLeft || !mayRemoveItems(party.policy)) return rejection(['REJ_COMPETING_CLAIM'], null, note)
  const asked = nobodys.length > 0 ? request(party, nobodys) : null
  return {
    act: 'request_info',
    reasons: ['REJ_COMPETING_CLAIM', ...(asked?.reasons ?? [])],
    items: [...lost.map(({ item }) => item), ...party.toDrop, ...(asked?.items ?? [])],
    mayRemoveItems: true,
  }
}

const rejection = (
  reasons: readonly DecisionReason[],
  partnerRequestReason: Extract<OutcomeAct, { act: 'reject' }>['partnerRequestReason'],
  note: string,
): OutcomeAct => ({ act: 'reject', reasons, partnerRequestReason, note })

/** The usual question: for every criterion that does not hold, products by their items. */
function request(
  { state }: CaseParty,
  nobodys: readonly ContestedItem[],
): Extract<OutcomeAct, { act: 'request_info' }> | null {
  if (state !== 'under_review') return null
  const unmet = (criteria: readonly Criterion[]) => CRITERIA.filter((one) => criteria.includes(one))
  const criteria = unmet(nobodys.flatMap((one) => missingIn(one)))
  return {
    act: 'request_info',
    reasons: criteria.map((criterion) => REASON_OF_CRITERION[criterion]),
    items: nobodys.filter((one) => missingIn(one).includes('products')).map(({ item }) => item),
    mayRemoveItems: false,
  }
}

/** Without any proof that is all there is to ask for. */
const missingIn = ({ standing }: ContestedItem): readonly Criterion[] =>
  standing.hasPoe ? unmetOf(standing) : ['usablePoe']

/** The act with what it says to the partner. */
export const writtenAct = (act: OutcomeAct, comment: string): ClaimCommand => ({ ...act, comment })

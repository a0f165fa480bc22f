import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { Block } from '../../../../src-preload/contract/vocabulary/blockShape.ts'
import type { Say } from '../../../format/useText.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { blocksOfAction } from './decisionRules.ts'

/**
 * The one line beside the decisions: what to do first, why a decision is not open, or what the claim waits for. Empty = nothing
 * stands in the way.
 */
export function barWords(detail: ClaimDetail, locale: string, say: Say): string {
  const { claim, proposal, actions } = detail
  const words = (blocks: readonly Block[]) => wordsOfBlocks(blocks, claim.form.items, locale, say)
  if (proposal !== null && blocksOfAction(actions, 'reject').length === 0) {
    return proposal.reasons.includes('REJ_PARTNER_REQUEST')
      ? say('decide.proposed.partner')
      : say('decide.proposed.overdue')
  }
  const ofApproval = blocksOfAction(actions, 'approve')
  if (claim.assignedTo !== null && isHeldByOther(ofApproval, blocksOfAction(actions, 'start_review')))
    return say('decide.heldBy', { name: claim.assignedTo.name })
  const isNotStarted = ofApproval.some(({ reason }) => reason === 'review_not_started')
  if (isNotStarted && blocksOfAction(actions, 'start_review').length === 0) return say('decide.startFirst')
  if (ofApproval.every(({ reason }) => reason !== 'not_in_this_state')) {
    return words(ofApproval) || words(blocksOfAction(actions, 'request_info'))
  }
  if (claim.state === 'partner_action_required') return say('decide.waits.partner')
  if (claim.state === 'approved' || claim.state === 'rejected') return say(`decide.done.${claim.state}`)
  return words(ofApproval)
}

const isHeldByOther = (...lists: readonly (readonly Block[])[]) =>
  lists.flat().some(({ reason }) => reason === 'held_by_other')

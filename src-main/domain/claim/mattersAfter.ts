import type { ClaimAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimMatters, Consent } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import { type DecisionReason, NEED_INFO_REASONS } from '../../../src-preload/contract/vocabulary/words.ts'
import type { AttentionCommand, ClaimCommand, CommandOf } from './commands.ts'
import type { Actor, ClaimSituation, Setting } from './situation.ts'
import { heldItems } from './heldItems.ts'
import { mayRemoveItems } from '../letter/guards/removableItems.ts'
import { isOver } from './timers.ts'

const UNTOLD: Consent = { noticedAt: null, decision: 'none', decidedAt: null, inWindow: null }

interface Done {
  readonly command: ClaimCommand
  readonly actor: Actor
  readonly at: Instant
  readonly setting: Setting
}

const FIRST_REVIEWS: readonly ClaimAct[] = ['approve', 'request_info', 'reject', 'hold_for_arbitration']

/** What was asked of the lead is answered, or past: by their word, or once there is nothing left to decide. */
const ENDS_ESCALATION: readonly ClaimAct[] = [
  'settle_escalation',
  'approve',
  'reject',
  'decline',
  'disassociate',
]

function attended({ escalation: _done, ...rest }: ClaimMatters): ClaimMatters {
  return rest
}

/** What is open between the parties once an act is done. The act was allowed. */
export function mattersAfter(claim: ClaimSituation, done: Done): ClaimMatters {
  const { actor, command } = done
  const after = ENDS_ESCALATION.includes(command.act)
    ? attended(openAfter(claim, done))
    : openAfter(claim, done)
  // The outcome of an arbitration is no review: four eyes ask who looked at the claim before.
  const isReview = claim.isArbitrated !== true && FIRST_REVIEWS.includes(command.act)
  return actor.side === 'reviewer' && isReview && after.firstReviewerId === undefined
    ? { ...after, firstReviewerId: actor.userId }
    : after
}

function openAfter(claim: ClaimSituation, done: Done): ClaimMatters {
  const { matters } = claim
  const { command, at, setting } = done
  switch (command.act) {
    case 'submit':
      return { ...matters, consent: noticed(matters, at, setting.policy.consent.startEvent === 'submission') }
    case 'request_info':
      return {
        ...matters,
        infoRequest: requestOf(command, at),
        infoRounds: matters.infoRounds + 1,
        heldSince: claim.isArbitrated === true ? null : matters.heldSince,
        firstReviewedAt: firstReview(claim, at),
      }
    case 'partner_comment':
      return { ...matters, infoRequest: openRequest(matters, { commentedAt: at }) }
    case 'resubmit':
      return { ...matters, infoRequest: openRequest(matters, { answeredAt: at }) }
    case 'ask_rejection':
      return {
        ...matters,
        partnerRequest: { askedAt: at, reason: command.reason, commentId: command.commentId },
      }
    case 'approve':
      return withEnded(approved(matters, at, setting), claim.isArbitrated === true ? [] : matters.endedItems)
    case 'reject':
    case 'disassociate':
    case 'decline':
      return rejected(claim, done)
    case 'dispute':
      return {
        ...matters,
        dispute: {
          openedAt: at,
          justification: command.justification,
          documentIds: [...command.documentIds],
          decidedAt: null,
        },
        disputes: matters.disputes + 1,
      }
    case 'end_association':
      return ended(claim, command, done)
    case 'take':
    case 'release':
    case 'hand_over':
    case 'lease_over':
      return matters
    case 'hold_for_arbitration':
      return { ...matters, heldSince: at, firstReviewedAt: matters.firstReviewedAt ?? at }
    case 'arbitration_over':
      return { ...matters, heldSince: null }
    case 'accept':
      return {
        ...matters,
        consent: { ...(matters.consent ?? UNTOLD), decision: 'accepted', decidedAt: at },
      }
    case 'reopen':
      return { ...matters, consent: null, partnerRequest: null }
    case 'case_ask':
      return claim.state === 'under_review'
        ? { ...matters, infoRequest: requestInCase(claim, command, at, setting) }
        : matters
    case 'escalate':
    case 'nudge':
      return attentionAfter(claim, command, done)
    case 'settle_escalation':
    case 'case_tell':
    case 'create':
    case 'edit':
    case 'add_document':
    case 'cancel':
    case 'start_review':
    case 'comment':
    case 'response_overdue':
    case 'consent_over':
    case 'hand_off':
    case 'dispute_window_over':
      return matters
  }
}

/** A lead's attention is asked for, or given to whoever holds the claim. */
function attentionAfter(
  { matters, assignedTo }: ClaimSituation,
  { act, reason }: AttentionCommand,
  { actor, at }: Done,
): ClaimMatters {
  if (actor.side !== 'reviewer') return matters
  const said = { at, byUserId: actor.userId, reason }
  if (act === 'escalate') return { ...matters, escalation: said }
  return assignedTo === null ? matters : { ...matters, nudge: { ...said, toUserId: assignedTo.userId } }
}

/** Of a contested claim a question ends the first review as a hold does (S-129): its proof was looked at. */
function firstReview({ matters, contested = [] }: ClaimSituation, at: Instant): Instant | null {
  return contested.length === 0 ? matters.firstReviewedAt : (matters.firstReviewedAt ?? at)
}

function noticed({ consent }: ClaimMatters, at: Instant, isNow: boolean): Consent | null {
  return isNow ? { ...(consent ?? UNTOLD), noticedAt: at } : consent
}

/** Only a request that is still open takes note of what the partner does. */
function openRequest(
  { infoRequest }: ClaimMatters,
  change: Partial<NonNullable<ClaimMatters['infoRequest']>>,
): ClaimMatters['infoRequest'] {
  return infoRequest?.answeredAt === null ? { ...infoRequest, ...change } : infoRequest
}

/** An approval or a rejection answers the dispute; a question does not. */
function decided(matters: ClaimMatters, at: Instant): ClaimMatters {
  const { dispute } = matters
  return { ...matters, dispute: dispute && { ...dispute, decidedAt: dispute.decidedAt ?? at } }
}

function approved(matters: ClaimMatters, at: Instant, { policy }: Setting): ClaimMatters {
  const isNoticed = policy.consent.startEvent === 'approval'
  return { ...decided(matters, at), heldSince: null, consent: noticed(matters, at, isNoticed) ?? UNTOLD }
}

function rejected(claim: ClaimSituation, { command, actor, at, setting }: Done): ClaimMatters {
  const { matters } = claim
  const byUserId = actor.side === 'reviewer' ? actor.userId : null
  const after = {
    ...decided(matters, at),
    heldSince: null,
    rejection: {
      at,
      reasons: reasonsOf(command),
      byUserId,
      judged: byUserId === null ? [] : [...claim.criteria],
    },
  }
  if (command.act !== 'decline') return after
  const inWindow =
    claim.state === 'approved' && claim.subState === 'consent_open' && !isOver(claim, 'consent', setting.now)
  const consent = matters.consent ?? UNTOLD
  return { ...after, consent: { ...consent, decision: 'declined', decidedAt: at, inWindow } }
}

/** Once nothing is held any more, the claim is rejected. */
function ended(claim: ClaimSituation, { items }: CommandOf<'end_association'>, done: Done): ClaimMatters {
  const now = items.map((item) => ({ item, at: done.at }))
  const isAll = heldItems(claim).every((item) => items.includes(item))
  const matters = isAll ? rejected(claim, done) : claim.matters
  return withEnded(matters, [...(claim.matters.endedItems ?? []), ...now])
}

/** An arbitration alone gives back what one took. */
function withEnded(matters: ClaimMatters, endedItems: ClaimMatters['endedItems']): ClaimMatters {
  const { endedItems: _before, ...rest } = matters
  return endedItems === undefined || endedItems.length === 0 ? rest : { ...rest, endedItems }
}

function requestOf(command: CommandOf<'request_info'>, requestedAt: Instant): ClaimMatters['infoRequest'] {
  const { reasons, items, mayRemoveItems } = command
  return {
    requestedAt,
    reasons: NEED_INFO_REASONS.filter((reason) => reasons.includes(reason)),
    items: [...items],
    mayRemoveItems,
    commentedAt: null,
    answeredAt: null,
  }
}

/** What a party is asked is no shortfall of its claim: it has no reason of the list, and concerns the contested items alone. */
function requestInCase(
  { cases = [] }: ClaimSituation,
  { caseId }: CommandOf<'case_ask'>,
  requestedAt: Instant,
  { policy }: Setting,
): ClaimMatters['infoRequest'] {
  const items = [...(cases.find((one) => one.caseId === caseId)?.items ?? [])]
  const open = { commentedAt: null, answeredAt: null }
  return { requestedAt, reasons: [], items, mayRemoveItems: mayRemoveItems(policy), ...open }
}

/** The reasons that an act gives; a denial by the customer is one of its own (S-44). */
export function reasonsOf(command: ClaimCommand): DecisionReason[] {
  if (command.act === 'request_info' || command.act === 'reject') return [...command.reasons]
  if (command.act === 'decline') return ['REJ_CUSTOMER_DECLINE']
  if (command.act === 'end_association') return ['REJ_COMPETING_CLAIM']
  return command.act === 'response_overdue' ? ['REJ_INSUFFICIENT_POE', 'REJ_NO_PARTNER_RESPONSE'] : []
}

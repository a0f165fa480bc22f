import { NO_MATTERS } from '../../../src-preload/contract/vocabulary/noMatters.ts'
import type { ClaimComment } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimMatters } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { CRITERIA, type DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { criteriaOf } from '../../domain/reasons/reasonMapping.ts'
import { instantOf } from './demoHistory.ts'
import type { LifeKind, LifeStep } from './demoLife.ts'
import type { DemoClaim } from './demoShape.ts'

/** Stands for a reviewer who is not among the demo people, so that each of them may decide a dispute. */
const FORMER_REVIEWER = UserId.parse('u-former-reviewer')

/** What is open between the parties of a demo claim, as its life tells. */
export function mattersOf(
  claim: DemoClaim,
  life: readonly LifeStep[],
  comments: readonly ClaimComment[],
): ClaimMatters {
  const last = (kind: LifeKind): LifeStep | undefined => life.findLast((step) => step.kind === kind)
  const count = (kind: LifeKind): number => life.filter((step) => step.kind === kind).length
  const held = claim.subState === 'awaiting_arbitration' ? last('held_for_arbitration') : undefined
  const heldAt = held === undefined ? null : instantOf(held.at)
  return {
    ...NO_MATTERS,
    infoRequest: requestOf(claim, life, comments),
    infoRounds: count('information_requested'),
    rejection: rejectionOf(claim, last('rejected')),
    dispute: disputeOf(last('disputed'), last('rejected'), comments),
    disputes: count('disputed'),
    consent: consentOf(claim, last('customer_notified')),
    firstReviewedAt: heldAt,
    heldSince: heldAt,
  }
}

function requestOf(
  { reasons, form }: DemoClaim,
  life: readonly LifeStep[],
  comments: readonly ClaimComment[],
): ClaimMatters['infoRequest'] {
  const asked = life.findLast(({ kind }) => kind === 'information_requested')
  if (asked === undefined) return null
  const answered = life.find(({ kind, at }) => kind === 'resubmitted' && at >= asked.at)
  const said = comments.findLast(({ side, at }) => side === 'partner' && Date.parse(at) > asked.at)
  return {
    requestedAt: instantOf(asked.at),
    reasons: reasons.asked,
    items: reasons.asked.includes('POE_MISSING_PRODUCTS') ? form.items.map(({ id }) => id) : [],
    mayRemoveItems: false,
    commentedAt: answered === undefined ? (said?.at ?? null) : null,
    answeredAt: answered === undefined ? null : instantOf(answered.at),
  }
}

function rejectionOf(
  { reasons, form }: DemoClaim,
  rejected: LifeStep | undefined,
): ClaimMatters['rejection'] {
  if (rejected === undefined) return null
  const judged = judgedFor(reasons.rejected, form)
  return { at: instantOf(rejected.at), reasons: reasons.rejected, byUserId: FORMER_REVIEWER, judged }
}

/** What somebody who gave these reasons had found: what they speak of was not met, the rest was. */
export function judgedFor(reasons: readonly DecisionReason[], { items }: Pick<DemoClaim['form'], 'items'>) {
  const unmet = new Set(reasons.flatMap((reason) => criteriaOf(reason)))
  return CRITERIA.flatMap((criterion) =>
    (criterion === 'products' ? items.map(({ id }) => id) : [null]).map((item) => ({
      criterion,
      item,
      verdict: unmet.has(criterion) ? ('not_met' as const) : ('met' as const),
    })),
  )
}

function disputeOf(
  disputed: LifeStep | undefined,
  rejected: LifeStep | undefined,
  comments: readonly ClaimComment[],
): ClaimMatters['dispute'] {
  if (disputed === undefined) return null
  const said = comments.findLast(({ side }) => side === 'partner')
  const isDecided = rejected !== undefined && rejected.at > disputed.at
  return {
    openedAt: instantOf(disputed.at),
    justification: said?.text ?? null,
    documentIds: [],
    decidedAt: isDecided ? instantOf(rejected.at) : null,
  }
}

function consentOf({ state }: DemoClaim, notified: LifeStep | undefined): ClaimMatters['consent'] {
  if (state !== 'approved' || notified === undefined) return null
  return { noticedAt: instantOf(notified.at), decision: 'none', decidedAt: null, inWindow: null }
}

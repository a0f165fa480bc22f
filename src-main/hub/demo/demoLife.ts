import type { ClaimState, HistoryKind, HistorySide } from '../../../src-preload/contract/vocabulary/words.ts'
import type { DemoClaim } from './demoShape.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A review that begins later than this after the submission would be a breach: a round with the partner is told instead. */
const LONGEST_PICKUP = 8 * DAY
/** From submission to the begin of a review, and from there to a question, where the story leaves it open. */
const PICKUP = 26 * HOUR
const TO_QUESTION = 5 * HOUR

/** What a demo claim's life is told with. */
export type LifeKind = Extract<
  HistoryKind,
  | 'created'
  | 'submitted'
  | 'resubmitted'
  | 'review_started'
  | 'information_requested'
  | 'approved'
  | 'customer_notified'
  | 'rejected'
  | 'disputed'
  | 'consent_closed'
  | 'sent_for_incentive_assessment'
  | 'held_for_arbitration'
  | 'rejection_proposed'
>

/** One thing that happened to a claim; epoch milliseconds. */
export interface LifeStep {
  readonly kind: LifeKind
  readonly side: HistorySide
  readonly at: number
  /** Null where the status stayed. */
  readonly toState: ClaimState | null
}

const step = (kind: LifeKind, at: number): LifeStep => ({ kind, at, ...STEPS[kind] })

const STEPS: Readonly<Record<LifeKind, Pick<LifeStep, 'side' | 'toState'>>> = {
  created: { side: 'partner', toState: 'editing' },
  submitted: { side: 'partner', toState: 'submitted' },
  resubmitted: { side: 'partner', toState: 'submitted' },
  review_started: { side: 'reviewer', toState: 'under_review' },
  information_requested: { side: 'reviewer', toState: 'partner_action_required' },
  approved: { side: 'reviewer', toState: 'approved' },
  rejected: { side: 'reviewer', toState: 'rejected' },
  disputed: { side: 'partner', toState: 'under_review' },
  customer_notified: { side: 'system', toState: null },
  rejection_proposed: { side: 'system', toState: null },
  consent_closed: { side: 'system', toState: null },
  sent_for_incentive_assessment: { side: 'system', toState: null },
  held_for_arbitration: { side: 'reviewer', toState: null },
}

/**
 * The shortest believable life of a demo claim whose current phase began at `phaseAt`, oldest step first. What came before is
 * placed so that the first submission lies as far back as the claim asks and not after the day that its papers allow.
 * @param now epoch milliseconds; steps after the phase's begin stay before it.
 */
export function lifeOf(claim: DemoClaim, phaseAt: number, now: number): LifeStep[] {
  const told = storyOf(claim, phaseAt, now)
  const begun = told[0]?.at ?? phaseAt
  return [step('created', begun - 3 * HOUR), ...told]
}

function storyOf(claim: DemoClaim, phaseAt: number, now: number): LifeStep[] {
  const latest = latestSubmission(claim)
  const asked = now - claim.submitted.daysAgo * DAY
  const hasRound = claim.documents.some(({ added }) => added === 'resubmission')
  const first = (before: number) => Math.min(phaseAt - before, asked, latest)
  switch (claim.state) {
    case 'editing':
    case 'unknown':
      return []
    case 'submitted':
      return phaseAt <= latest && !hasRound
        ? [step('submitted', phaseAt)]
        : [...question(first(4 * DAY)), step('resubmitted', phaseAt)]
    case 'under_review':
      return reviewStory(claim, phaseAt, { now, first, hasRound })
    case 'partner_action_required':
      return [
        ...decided(claim, { first, decidedAt: phaseAt, hasRound }),
        step('information_requested', phaseAt),
        ...(claim.subState === 'overdue' ? [step('rejection_proposed', now)] : []),
      ]
    case 'approved':
      return [
        ...decided(claim, { first, decidedAt: phaseAt, hasRound }),
        step('approved', phaseAt),
        step('customer_notified', phaseAt),
      ]
    case 'rejected':
      return [
        ...decided(claim, { first, decidedAt: phaseAt, hasRound }),
        step('rejected', phaseAt),
        ...(claim.subState === 'final'
          ? [step('disputed', phaseAt + 3 * DAY), step('rejected', phaseAt + 5 * DAY)]
          : []),
      ]
  }
}

/** The day that the claim's papers allow at the latest, as an instant; infinity where they allow any. */
export function latestSubmission({ submitted }: DemoClaim): number {
  return submitted.notAfter === null
    ? Number.POSITIVE_INFINITY
    : Date.parse(`${submitted.notAfter}T09:00:00Z`)
}

interface Telling {
  readonly now: number
  readonly first: (before: number) => number
  readonly hasRound: boolean
}

function reviewStory(
  { subState }: DemoClaim,
  phaseAt: number,
  { now, first, hasRound }: Telling,
): LifeStep[] {
  if (subState === 'resubmitted') {
    const resumed: LifeStep = { ...step('resubmitted', phaseAt), toState: 'under_review' }
    return [...question(first(4 * DAY)), resumed]
  }
  if (subState === 'dispute_review') {
    const submittedAt = first(8 * DAY)
    // Disputes are open for thirty days.
    const rejectedAt = Math.max(submittedAt + 5 * DAY, phaseAt - 29 * DAY)
    return [
      ...reviewed(submittedAt, rejectedAt - 20 * HOUR, hasRound),
      step('rejected', rejectedAt),
      step('disputed', phaseAt),
    ]
  }
  const review = reviewed(first(hasRound ? 4 * DAY : 20 * HOUR), phaseAt, hasRound)
  if (subState !== 'awaiting_arbitration') return review
  return [...review, step('held_for_arbitration', Math.min(phaseAt + 2 * HOUR, (phaseAt + now) / 2))]
}

interface Deciding extends Pick<Telling, 'first' | 'hasRound'> {
  readonly decidedAt: number
}

/** Up to the begin of the review that led to a decision. Where the papers allow no such day of submission, it began in time. */
function decided(claim: DemoClaim, { first, decidedAt, hasRound }: Deciding): LifeStep[] {
  const late = claim.pickedUpAfterDays
  const beganAt = decidedAt - 2 * DAY
  if (late !== null && beganAt - late * DAY <= latestSubmission(claim))
    return [step('submitted', beganAt - late * DAY), step('review_started', beganAt)]
  const submittedAt = first(hasRound ? 6 * DAY : 3 * DAY)
  const reviewAt = hasRound ? decidedAt - PICKUP : Math.max(submittedAt + PICKUP, decidedAt - 4 * DAY)
  return reviewed(submittedAt, reviewAt, hasRound)
}

/** Submission and review; with a round in between where one is told, or where the review would have begun too late. */
function reviewed(submittedAt: number, reviewAt: number, hasRound: boolean): LifeStep[] {
  if (!hasRound && reviewAt - submittedAt <= LONGEST_PICKUP) {
    return [step('submitted', submittedAt), step('review_started', reviewAt)]
  }
  return [
    ...question(submittedAt),
    step('resubmitted', reviewAt - 20 * HOUR),
    step('review_started', reviewAt),
  ]
}

function question(submittedAt: number): LifeStep[] {
  return [
    step('submitted', submittedAt),
    step('review_started', submittedAt + PICKUP),
    step('information_requested', submittedAt + PICKUP + TO_QUESTION),
  ]
}

import { Temporal } from 'temporal-polyfill'
import type { PartnerRequestReason } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { ClaimCheck } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { heldItems } from '../claim/heldItems.ts'
import { letterLanguageOf } from './languages.ts'
import type {
  ApprovalFacts,
  DisputeFacts,
  EndFacts,
  HoldFacts,
  LetterClaim,
  LetterFacts,
  ReminderFacts,
  RejectionFacts,
  RequestFacts,
} from './letterFacts.ts'
import {
  shortfallsOf,
  shortfallsOfChecks,
  shortfallsOfLookups,
  type StandingCriterion,
} from './shortfalls.ts'

/** What the reviewer chose. */
export interface LetterChoice {
  readonly decision: Exclude<LetterFacts['decision'], 'case_ask'>
  /** For a reminder, empty = as they were asked. */
  readonly reasons: readonly DecisionReason[]
  /** Ids of items; empty = the whole claim; for a reminder, as they were asked. */
  readonly items: readonly string[]
  readonly mayRemoveItems: boolean
  /** Null = as the partner's own request says, if there is one. */
  readonly partnerRequestReason: PartnerRequestReason | null
}

/** The ends of the clocks that the decision would start if it were made now; epoch milliseconds. */
export interface LetterDue {
  readonly partnerResponse: number
  /** Null = the customer's window is over. */
  readonly consent: number | null
  /** Null = no window opens. */
  readonly disputeWindow: number | null
  /** Null = nothing is asked of this party of an arbitration. */
  readonly arbitrationAnswer: number | null
}

/** What is known of a claim at the moment of writing. */
export interface LetterSource {
  readonly record: ClaimRecord
  readonly criteria: readonly StandingCriterion[]
  /** Checks of the claim itself; empty = not checked yet. */
  readonly checks: readonly ClaimCheck[]
  readonly policy: PolicyProfile
  /** IANA zone of the team's calendar. */
  readonly zone: string
  readonly due: LetterDue
}

/** Picks out of a claim what a letter may know. Notes, comments and history stay behind. */
export function letterFactsOf(source: LetterSource, choice: LetterChoice): LetterFacts {
  switch (choice.decision) {
    case 'approve':
      return approvalFacts(source)
    case 'request_info':
      return requestFacts(source, choice)
    case 'ask_remaining':
      return reminderFacts(source, choice)
    case 'reject':
      return rejectionFacts(source, choice)
    case 'hold_for_arbitration':
      return holdFacts(source, choice)
    case 'end_association':
      return endFacts(source, choice)
  }
}

/** What stands in each letter, whatever it says. */
export function everyLetter({ record, zone }: Pick<LetterSource, 'record' | 'zone'>) {
  return { claim: claimOf(record), language: letterLanguageOf(record.partnerLanguage), zone }
}

function claimOf({ form }: ClaimRecord): LetterClaim {
  return {
    claimId: form.claimId,
    claimName: form.claimName,
    customer: form.customer.companyName,
    partner: form.partnerCompanyName,
    tenantId: form.customer.tenantId,
    activities: form.activities,
    items: form.items.map(({ id, name }) => ({ id, name })),
    // The day in UTC, as the checker counts the age of an acknowledgment.
    submittedOn: form.submittedAt.slice(0, 10),
  }
}

const dayIn = (zone: string, instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

function approvalFacts(source: LetterSource): ApprovalFacts {
  const { policy, due } = source
  const { mayDeclineLater } = policy.consent
  return {
    ...everyLetter(source),
    decision: 'approve',
    consent: { until: due.consent, mayDeclineLater },
    dataAccess: policy.dataAccess,
  }
}

function whyOf({ record, criteria, checks, policy }: LetterSource) {
  return {
    shortfalls: [
      ...shortfallsOf(criteria),
      ...shortfallsOfChecks(checks),
      ...shortfallsOfLookups(record.lookups, record.form.customer.tenantId),
    ],
    maxAgeMonths: policy.poe.maxAgeMonths,
  }
}

function requestFacts(source: LetterSource, { reasons, items, mayRemoveItems }: LetterChoice): RequestFacts {
  return {
    ...everyLetter(source),
    ...whyOf(source),
    decision: 'request_info',
    reasons,
    items,
    mayRemoveItems,
    dueAt: source.due.partnerResponse,
  }
}

/** When the open request is due: its clock runs already. Null = no such clock runs. */
function responseDueAt({ clocks }: ClaimRecord): number | null {
  const clock = clocks.find(({ timer }) => timer === 'partner_response')
  return clock === undefined || clock.dueAt === null ? null : Date.parse(clock.dueAt)
}

function reminderFacts(source: LetterSource, choice: LetterChoice): ReminderFacts {
  const { record, zone, due } = source
  const asked = record.matters.infoRequest
  const commentedAt = asked?.commentedAt ?? null
  return {
    ...everyLetter(source),
    ...whyOf(source),
    decision: 'ask_remaining',
    reasons: choice.reasons.length > 0 ? choice.reasons : (asked?.reasons ?? []),
    items: choice.items.length > 0 ? choice.items : (asked?.items ?? []),
    mayRemoveItems: choice.mayRemoveItems || (asked?.mayRemoveItems ?? false),
    commentedOn: commentedAt === null ? null : dayIn(zone, commentedAt),
    dueAt: responseDueAt(record) ?? due.partnerResponse,
  }
}

function rejectionFacts(source: LetterSource, choice: LetterChoice): RejectionFacts {
  const { matters } = source.record
  return {
    ...everyLetter(source),
    ...whyOf(source),
    decision: 'reject',
    reasons: choice.reasons,
    items: choice.items,
    partnerRequest: choice.partnerRequestReason ?? matters.partnerRequest?.reason ?? null,
    unanswered: unansweredOf(source),
    dispute: disputeOf(source),
  }
}

function unansweredOf({ record, zone }: LetterSource): RejectionFacts['unanswered'] {
  const asked = record.matters.infoRequest
  if (asked === null || asked.answeredAt !== null) return null
  return {
    askedOn: dayIn(zone, asked.requestedAt),
    dueAt: responseDueAt(record),
    hasCommented: asked.commentedAt !== null,
  }
}

function disputeOf({ record, policy, due }: LetterSource): DisputeFacts {
  const { max, finalAfterMax, afterPartnerRequest } = policy.dispute
  const remaining = max === null ? null : Math.max(0, max - record.matters.disputes)
  return {
    max,
    remaining,
    isFinal: finalAfterMax && remaining === 0,
    window: policy.clocks.disputeWindow,
    until: remaining === 0 ? null : due.disputeWindow,
    reviewBusinessDays: policy.clocks.disputeReviewBusinessDays,
    afterPartnerRequest,
  }
}

function holdFacts(source: LetterSource, { items }: LetterChoice): HoldFacts {
  const { record, policy, due } = source
  return {
    ...everyLetter(source),
    decision: 'hold_for_arbitration',
    party: record.state === 'approved' ? 'incumbent' : 'challenger',
    items,
    dueAt: due.arbitrationAnswer,
    firstReviewBusinessDays: policy.clocks.arbitrationFirstReviewBusinessDays,
    mayDisassociate: policy.disassociate.isAllowed,
  }
}

function endFacts(source: LetterSource, { items }: LetterChoice): EndFacts {
  const { form, matters } = source.record
  const held = heldItems({ items: form.items.map(({ id }) => id), matters })
  return {
    ...everyLetter(source),
    decision: 'end_association',
    items,
    isAll: held.every((item) => items.includes(item)),
    dispute: disputeOf(source),
  }
}

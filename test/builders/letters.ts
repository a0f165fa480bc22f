import type {
  ApprovalFacts,
  CaseAskFacts,
  EndFacts,
  HoldFacts,
  LetterClaim,
  LetterFacts,
  ReminderFacts,
  RejectionFacts,
  RequestFacts,
} from '../../src-main/domain/letter/letterFacts.ts'
import { type Cause, CAUSES } from '../../src-main/domain/letter/causes.ts'
import type { Shortfall, Subject } from '../../src-main/domain/letter/shortfalls.ts'
import { CASE_ASKS } from '../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { PARTNER_REQUEST_REASONS } from '../../src-preload/contract/vocabulary/actWords.ts'
import {
  ACTIVITIES,
  DECISION_REASONS,
  type NeedInfoReason,
} from '../../src-preload/contract/vocabulary/words.ts'

/** The end of 27 November 2026 in Rome. */
export const DUE_AT = Date.parse('2026-11-27T23:00:00Z')
/** The end of 27 December 2026 in Rome. */
export const DISPUTE_ENDS_AT = Date.parse('2026-12-27T23:00:00Z')

const CLAIM: LetterClaim = {
  claimId: '208417',
  claimName: 'Teams rollout',
  customer: 'Northgate Assurance plc',
  partner: 'Fernhill Consulting Ltd',
  tenantId: '7c1e40a2-51d8-4f0e-9a67-0c2f3ed1b9f3',
  activities: ['USAGE'],
  items: [
    { id: 'i1', name: 'Microsoft Teams' },
    { id: 'i2', name: 'Exchange Online' },
    { id: 'i3', name: 'Microsoft Intune' },
  ],
  submittedOn: '2026-11-02',
}

/** The claim of a letter: three Microsoft 365 workloads, unless a test wishes otherwise. */
export const aLetterClaim = (wishes: Partial<LetterClaim> = {}): LetterClaim => ({ ...CLAIM, ...wishes })

const base = { claim: CLAIM, language: 'en', zone: 'Europe/Rome' } as const

export const aShortfall = (about: Subject, wishes: Partial<Shortfall> = {}): Shortfall => ({
  about,
  item: null,
  isUnmet: true,
  cause: null,
  places: [],
  days: [],
  domain: null,
  ...wishes,
})

export const anApproval = (wishes: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  ...base,
  decision: 'approve',
  consent: { until: DUE_AT, mayDeclineLater: false },
  dataAccess: 'usage',
  ...wishes,
})

const why = { items: [], shortfalls: [], maxAgeMonths: 12 } as const

export const aRequest = (
  reasons: readonly NeedInfoReason[],
  wishes: Partial<RequestFacts> = {},
): RequestFacts => ({
  ...base,
  ...why,
  decision: 'request_info',
  reasons,
  mayRemoveItems: false,
  dueAt: DUE_AT,
  ...wishes,
})

export const aReminder = (wishes: Partial<ReminderFacts> = {}): ReminderFacts => ({
  ...base,
  ...why,
  decision: 'ask_remaining',
  reasons: ['POE_MISSING_CUSTOMER_ACK'],
  mayRemoveItems: false,
  commentedOn: '2026-11-20',
  dueAt: DUE_AT,
  ...wishes,
})

export const DISPUTE: RejectionFacts['dispute'] = {
  max: 1,
  remaining: 1,
  isFinal: false,
  window: { length: 30, unit: 'calendar_days' },
  until: DISPUTE_ENDS_AT,
  reviewBusinessDays: 5,
  afterPartnerRequest: false,
}

export const aRejection = (
  reasons: RejectionFacts['reasons'],
  wishes: Partial<RejectionFacts> = {},
): RejectionFacts => ({
  ...base,
  ...why,
  decision: 'reject',
  reasons,
  partnerRequest: null,
  unanswered: null,
  dispute: DISPUTE,
  ...wishes,
})

export const aHold = (wishes: Partial<HoldFacts> = {}): HoldFacts => ({
  ...base,
  decision: 'hold_for_arbitration',
  party: 'challenger',
  items: ['i2'],
  dueAt: DUE_AT,
  firstReviewBusinessDays: 5,
  mayDisassociate: true,
  ...wishes,
})

export const anEnd = (wishes: Partial<EndFacts> = {}): EndFacts => ({
  ...base,
  decision: 'end_association',
  items: ['i2'],
  isAll: false,
  dispute: DISPUTE,
  ...wishes,
})

export const aCaseAsk = (wishes: Partial<CaseAskFacts> = {}): CaseAskFacts => ({
  ...base,
  decision: 'case_ask',
  party: 'challenger',
  items: ['i2'],
  asks: CASE_ASKS,
  isApproved: false,
  dueAt: DUE_AT,
  mayDisassociate: true,
  ...wishes,
})

function subjectOf(cause: Cause): Subject {
  if (cause.startsWith('SUB_')) return 'subscription'
  if (cause === 'domain_of_other_tenant') return 'details'
  if (/^(ack|psd)_/.test(cause)) return 'customerAcknowledgment'
  if (/^dates?_/.test(cause)) return 'dates'
  if (cause.startsWith('product_')) return 'products'
  return cause.startsWith('service_') ? 'serviceDescription' : 'usablePoe'
}

/** Every cause there is, each on the first item where it is about one, with a page to see it on. */
export const EVERY_SHORTFALL: readonly Shortfall[] = CAUSES.map((cause) => {
  const about = subjectOf(cause)
  return aShortfall(about, {
    cause,
    item: about === 'products' || about === 'subscription' ? 'i1' : null,
    places: [
      { document: 'scope of work.pdf', page: 3 },
      { document: 'mail.eml', page: null },
    ],
    days: ['2025-08-01', '2025-01-08'],
    domain: 'northgate.example',
  })
})

/** A request for each cause: a letter with all of them has no room for all. */
export const letterOfEachCause = (): readonly LetterFacts[] =>
  EVERY_SHORTFALL.map((shortfall) => aRequest([], { reasons: DECISION_REASONS, shortfalls: [shortfall] }))

/** Letters that together say everything a letter can say, but for some causes. */
export function everyLetter(): readonly LetterFacts[] {
  const claim = aLetterClaim({ activities: ACTIVITIES })
  const all = { reasons: DECISION_REASONS, claim }
  const rejection = (wishes: Partial<RejectionFacts>) => aRejection(DECISION_REASONS, { claim, ...wishes })
  return [
    ...[true, false].flatMap((mayDeclineLater) =>
      [DUE_AT, null].map((until) =>
        anApproval({ consent: { until, mayDeclineLater }, dataAccess: 'management' }),
      ),
    ),
    anApproval({ dataAccess: 'usage' }),
    anApproval({ dataAccess: 'usage_and_seats' }),
    aRequest([], { ...all, shortfalls: EVERY_SHORTFALL, mayRemoveItems: true, items: ['i1', 'i3'] }),
    aRequest([], { ...all, shortfalls: [] }),
    aReminder(all),
    aReminder({ ...all, commentedOn: null }),
    rejection({ shortfalls: EVERY_SHORTFALL, dispute: { ...DISPUTE, afterPartnerRequest: true } }),
    rejection({ unanswered: { askedOn: '2026-11-13', dueAt: DUE_AT, hasCommented: true } }),
    ...PARTNER_REQUEST_REASONS.map((partnerRequest) =>
      aRejection(['REJ_PARTNER_REQUEST'], { partnerRequest }),
    ),
    aRejection(['REJ_INSUFFICIENT_POE'], { dispute: { ...DISPUTE, isFinal: true, until: null } }),
    aRejection(['REJ_INSUFFICIENT_POE'], {
      dispute: { ...DISPUTE, until: null },
      claim: aLetterClaim({
        items: Array.from({ length: 40 }, (_, at) => ({ id: `x${at}`, name: `Workload ${at}` })),
      }),
    }),
    aHold(),
    aHold({ party: 'incumbent' }),
    anEnd(),
    anEnd({ items: [], isAll: true }),
    aCaseAsk(),
    aCaseAsk({ party: 'incumbent', isApproved: true }),
  ]
}

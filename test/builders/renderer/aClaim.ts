import { NO_MATTERS } from '../../../src-preload/contract/vocabulary/noMatters.ts'
import SEED_2020 from '../../../resources/policy/seed-2020.json' with { type: 'json' }
import {
  ClaimDetail,
  ClockExplanation,
  ClaimSummary,
  type CriterionView,
  type VerdictChips,
} from '../../../src-preload/contract/claims.ts'
import type { Finding } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import {
  type ClaimState,
  type Criterion,
  OPERATION_KINDS,
  type OperationKind,
  type Timer,
  type Verdict,
} from '../../../src-preload/contract/vocabulary/words.ts'

/** A fixed moment for every builder: Saturday noon in UTC. */
export const AT = '2026-11-21T12:00:00.000Z'
export const AT_MS = Date.parse(AT)
const HOUR_MS = 3_600_000

export const SHA = 'a'.repeat(64)

export function instantAt(hoursFromAt: number): string {
  return new Date(AT_MS + hoursFromAt * HOUR_MS).toISOString()
}

/** The shipped profile of 2020. */
export const aPolicy = PolicyProfile.parse(SEED_2020)

/** A clock that ran its whole time between these hours, counted from AT. */
export function aClock(startHours: number, dueHours: number, timer: Timer = 'review') {
  const at = (share: number) => instantAt(startHours + (dueHours - startHours) * share)
  return {
    timer,
    startedAt: at(0),
    dueAt: at(1),
    halfAt: at(0.5),
    threeQuartersAt: at(0.75),
    nineTenthsAt: at(0.9),
    pausedShare: null,
  }
}

export const aPausedClock = {
  ...aClock(-48, 72),
  dueAt: null,
  halfAt: null,
  threeQuartersAt: null,
  nineTenthsAt: null,
  pausedShare: 0.4,
}

type Stretch = readonly [kind: string, phase: string, fromHours: number, toHours: number, name?: string]

/** A clock of five business days in pieces, counted in hours from AT. */
export function anExplanation(
  clock: ReturnType<typeof aClock> | typeof aPausedClock,
  ...stretches: Stretch[]
) {
  return ClockExplanation.parse({
    clock,
    length: 5,
    unit: 'business_days',
    segments: stretches.map(([kind, phase, from, to, name = null]) => ({
      kind,
      phase,
      from: AT_MS + from * HOUR_MS,
      to: AT_MS + to * HOUR_MS,
      name,
    })),
    calendar: { id: 'review-team', version: 2, zone: 'Europe/Rome' },
  })
}

/** Matters of a claim about which nothing is open, with what the test is about. */
export function someMatters(over: Loose = {}): Loose {
  return { ...NO_MATTERS, ...over }
}

const ALL_MET: VerdictChips = {
  usablePoe: 'met',
  customerAcknowledgment: 'met',
  dates: 'met',
  products: 'met',
  serviceDescription: 'met',
}

type Loose = Record<string, unknown>

/** Parsed by the contract, so that a builder cannot drift away from it. */
export function aSummary(over: Loose = {}): ClaimSummary {
  return ClaimSummary.parse({
    claimId: '42773265',
    claimName: 'Harrow Point Teams Phone',
    customerName: 'Harrow Point Logistics, Inc.',
    partnerName: 'Tidewater Cloud Partners LLC',
    program: 'OSU_M365',
    items: ['Teams Phone'],
    state: 'under_review',
    subState: 'in_review',
    revision: 3,
    clock: aClock(-48, 72),
    verdicts: ALL_MET,
    pendingDecision: null,
    competing: false,
    raised: false,
    reminded: false,
    assignedTo: null,
    snooze: null,
    found: null,
    ...over,
  })
}

export function aFinding(criterion: Criterion, verdict: Verdict, over: Partial<Finding> = {}): Finding {
  return {
    criterion,
    item: criterion === 'products' ? 'i1' : null,
    verdict,
    confidence: 0.9,
    sentence: `The check says ${verdict} for ${criterion}.`,
    say: { code: 'no.such.code', values: {} },
    evidence: [],
    absence: null,
    ...over,
  }
}

export function aPlace(page: number, text: string | null, left = 100) {
  return {
    document: 'sow.pdf',
    page,
    rects: [[0.1, 0.1, 0.4, 0.13] as [number, number, number, number]],
    quads: [[left, 700, left + 120, 700, left + 120, 712, left, 712]],
    text,
    method: 'text' as const,
  }
}

export function aCriterion(finding: Finding, over: Partial<CriterionView> = {}): CriterionView {
  const { criterion, item, verdict } = finding
  const effective = verdict === 'met' || verdict === 'not_applicable' ? verdict : null
  return { criterion, item, machine: finding, reviewer: null, effective, advisory: null, ...over }
}

export const aForm = {
  claimId: '42773265',
  claimName: 'Harrow Point Teams Phone',
  program: 'OSU_M365',
  solutionArea: 'MICROSOFT_365',
  activities: ['USAGE'],
  mpnId: '4471902',
  partnerCompanyName: 'Tidewater Cloud Partners LLC',
  partnerDomains: ['tidewatercloud.example'],
  purchaseChannel: 'VOLUME_LICENSING',
  customer: {
    companyName: 'Harrow Point Logistics, Inc.',
    tenantId: '8c6ef46b-82f3-42b4-8660-3ea77890fb34',
    domains: ['harrowpoint.example'],
    country: 'USA',
    isPublicSector: false,
  },
  customerContact: {
    name: 'Denise Kowalczyk',
    title: 'VP, IT Infrastructure',
    email: 'd.kowalczyk@harrowpoint.example',
  },
  technicalContact: null,
  partnerContact: { name: 'Marcus Ellery', title: null, email: 'marcus.ellery@tidewatercloud.example' },
  items: [{ id: 'i1', productId: 'm365.teams.phone', name: 'Teams Phone', subscriptionId: null }],
  revenue: null,
  submittedAt: instantAt(-96),
}

interface DetailOptions {
  readonly findings?: readonly Finding[]
  readonly state?: ClaimState
  readonly blocks?: Partial<Readonly<Record<OperationKind, unknown[]>>>
  readonly report?: Loose
  readonly claim?: Loose
  readonly form?: Loose
  readonly over?: Loose
}

/** Of a claim that is under review. */
const CLOSED: readonly OperationKind[] = ['start_review', 'reopen']

/** A claim under review with one document; every criterion met unless findings say otherwise. */
/** Of a reviewer. */
const LEADS: readonly OperationKind[] = ['nudge', 'settle_escalation']
const elsewhere = [{ reason: 'not_in_this_state', criterion: null, item: null }]
const blocksByRule = (action: OperationKind) => {
  if (LEADS.includes(action)) return [{ reason: 'role_may_not', criterion: null, item: null }]
  return CLOSED.includes(action) ? elsewhere : []
}

export function aDetail(options: DetailOptions = {}): ClaimDetail {
  const findings = options.findings ?? [
    aFinding('usablePoe', 'met', { evidence: [aPlace(1, 'Harrow Point Logistics, Inc.')] }),
    aFinding('customerAcknowledgment', 'met', { evidence: [aPlace(3, 'Denise Kowalczyk', 300)] }),
    aFinding('dates', 'met', { evidence: [aPlace(3, '17 March 2026', 420)] }),
    aFinding('products', 'met', { evidence: [aPlace(1, 'Teams Phone', 200)] }),
    aFinding('serviceDescription', 'met', { evidence: [aPlace(2, 'Number porting and rollout')] }),
  ]
  const form = { ...aForm, ...options.form }
  const document = {
    documentId: 'd1',
    sha256: SHA,
    fileName: 'sow.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 1000,
    addedAt: instantAt(-96),
  }
  return ClaimDetail.parse({
    claim: {
      form,
      partnerLanguage: 'en',
      state: options.state ?? 'under_review',
      subState: null,
      stateChangedAt: instantAt(-24),
      revision: 3,
      policy: { id: 'seed-2020', version: 1 },
      assignedTo: null,
      calendar: { id: 'review-team', version: 2 },
      matters: someMatters(),
      lookups: { subscriptions: [], partner: null, domains: [] },
      documents: [document],
      comments: [],
      history: [],
      clocks: [aClock(-48, 72)],
      competingClaims: 0,
      ...options.claim,
    },
    documents: [{ ...document, availability: 'local', url: `/documents/${SHA}` }],
    checkStatus: 'ready',
    report: {
      caseId: null,
      claimId: form.claimId,
      checker: 'checker 1',
      policy: 'seed-2020@1',
      documents: [{ file: 'sow.pdf', sha256: SHA, type: 'pdf', pages: 3, status: 'read', reason: null }],
      findings,
      signatures: [],
      dates: [],
      claimChecks: [],
      flags: [],
      ...options.report,
    },
    criteria: findings.map((finding) => aCriterion(finding)),
    actions: OPERATION_KINDS.map((action) => ({
      action,
      blocks: options.blocks?.[action] ?? blocksByRule(action),
    })),
    pending: [],
    policy: aPolicy,
    staleLookups: { subscriptions: [], partner: false, domains: [] },
    unknownProducts: [],
    draft: null,
    siblings: [],
    recheck: null,
    proposal: null,
    ...options.over,
  })
}

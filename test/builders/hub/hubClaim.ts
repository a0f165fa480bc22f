import { createHash, randomUUID } from 'node:crypto'
import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { Instant, Sha256, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DecisionReason, OperationKind } from '../../../src-preload/contract/vocabulary/words.ts'
import { type ClaimRequest, OperationAction, OperationRequest } from '../../../src-main/hub/api/operations.ts'
import { NO_LOOKUPS, NO_MATTERS } from '../../../src-main/hub/claims/emptyParts.ts'
import type { HubClaim } from '../../../src-main/hub/claims/hubClaim.ts'

/** Thursday noon in Rome; the builders' now. */
export const NOW = Date.parse('2026-11-19T11:00:00.000Z')
const HOUR = 3_600_000

export const at = (hoursFromNow: number): Instant =>
  Instant.parse(new Date(NOW + hoursFromNow * HOUR).toISOString())

/** The hash of a document that a test names by its text. */
export const sha256Of = (text: string): Sha256 =>
  Sha256.parse(createHash('sha256').update(text).digest('hex'))

export const TENANT_A = '11111111-1111-4111-8111-111111111111'
export const TENANT_B = '22222222-2222-4222-8222-222222222222'

export interface ClaimWish {
  readonly claimId?: string
  readonly tenantId?: string
  /** Of the partner that claims; another one is another partner. */
  readonly mpnId?: string
  readonly state?: HubClaim['state']
  readonly subState?: HubClaim['subState']
  readonly assignedTo?: HubClaim['assignedTo']
  /** Texts of its documents. */
  readonly documents?: readonly string[]
  readonly products?: readonly string[]
  readonly history?: readonly HistoryEntry[]
  readonly matters?: Partial<HubClaim['matters']>
}

/** A Microsoft 365 claim, submitted yesterday and under review for two hours unless wished otherwise. */
export function aHubClaim(wish: ClaimWish = {}): HubClaim {
  const claimId = wish.claimId ?? 'C-1'
  const state = wish.state ?? 'under_review'
  const documents = wish.documents ?? ['proof']
  return {
    form: aForm(claimId, wish),
    partnerLanguage: 'en',
    state,
    subState: wish.subState === undefined ? (state === 'under_review' ? 'in_review' : null) : wish.subState,
    stateChangedAt: at(-2),
    revision: 3,
    policy: { id: 'seed-2020', version: 1 },
    assignedTo: wish.assignedTo ?? null,
    documents: documents.map((text, index) => ({
      documentId: `${claimId}-d${index + 1}`,
      sha256: sha256Of(text),
      fileName: `proof ${index + 1}.pdf`,
      mediaType: 'application/pdf',
      sizeBytes: Buffer.byteLength(text),
      addedAt: at(-26),
      kind: null,
      addedBy: null,
    })),
    comments: [],
    history: [...(wish.history ?? historyUpTo(state))],
    matters: { ...NO_MATTERS, ...wish.matters },
    lookups: NO_LOOKUPS,
    createdBy: null,
    isMigrated: false,
    replaces: null,
    unknown: null,
  }
}

function aForm(
  claimId: string,
  { tenantId = TENANT_A, mpnId = '4711', products = ['m365.teams'] }: ClaimWish,
): ClaimForm {
  return ClaimForm.parse({
    claimId,
    claimName: `Teams for ${claimId}`,
    program: 'OSU_M365',
    solutionArea: 'MICROSOFT_365',
    activities: ['USAGE'],
    mpnId,
    partnerCompanyName: 'Example Partner',
    customer: {
      companyName: 'Example Customer',
      tenantId,
      domains: ['customer.example'],
      country: 'ITA',
      isPublicSector: false,
    },
    customerContact: { name: 'Carla Customer', title: 'CIO', email: 'carla@customer.example' },
    partnerContact: { name: 'Paolo Partner', email: 'paolo@partner.example' },
    items: products.map((productId, index) => ({
      id: `i${index + 1}`,
      productId,
      name: productId,
      subscriptionId: null,
    })),
    submittedAt: at(-26),
  })
}

export function anEntry(change: Partial<HistoryEntry>): HistoryEntry {
  return {
    entryId: randomUUID(),
    at: at(-1),
    side: 'reviewer',
    kind: 'review_started',
    actorName: 'Someone',
    fromState: null,
    toState: null,
    fromSubState: null,
    toSubState: null,
    reasons: [],
    changes: [],
    detail: null,
    ...change,
  }
}

function historyUpTo(state: HubClaim['state']): HistoryEntry[] {
  const submitted = anEntry({
    at: at(-26),
    side: 'partner',
    kind: 'submitted',
    fromState: 'editing',
    toState: 'submitted',
  })
  if (state === 'submitted' || state === 'editing') return [submitted]
  const started = anEntry({ at: at(-2), fromState: 'submitted', toState: 'under_review' })
  if (state === 'under_review') return [submitted, started]
  const kind = state === 'approved' ? 'approved' : state === 'rejected' ? 'rejected' : 'information_requested'
  return [submitted, started, anEntry({ kind, fromState: 'under_review', toState: state })]
}

type Action = OperationAction

/** The first operation of a workstation, on a claim as its reviewer saw it; change what the test is about. */
export function anOperation(
  claim: HubClaim,
  action: Action,
  change: Partial<ClaimRequest> = {},
): ClaimRequest {
  const { action: sent, ...request } = OperationRequest.parse({
    operationId: randomUUID(),
    clientId: randomUUID(),
    sequence: 1,
    claimRevision: claim.revision,
    policy: claim.policy,
    documentHashes: claim.documents.map(({ sha256 }) => sha256).sort(),
    madeAt: at(0),
    action,
    ...change,
  })
  const ofClaim = OperationAction.parse(sent)
  return { ...request, action: ofClaim }
}

/** Every criterion of the claim as met, by the machine. */
export function allMet({ form }: Pick<HubClaim, 'form'>): Extract<Action, { kind: 'approve' }>['verdicts'] {
  const whole = (['usablePoe', 'customerAcknowledgment', 'dates', 'serviceDescription'] as const).map(
    (criterion) => ({ criterion, item: null }),
  )
  const products = form.items.map(({ id }) => ({ criterion: 'products' as const, item: id }))
  return [...whole, ...products].map((one) => ({ ...one, verdict: 'met', by: 'machine', reason: null }))
}

export const startReview: Action = { kind: 'start_review' }
export const approve = (claim: HubClaim): Action => ({
  kind: 'approve',
  verdicts: allMet(claim),
  reasons: [],
  comment: '',
})
export const requestInfo = (comment = 'Please add the signed page.'): Action => ({
  kind: 'request_info',
  verdicts: [],
  reasons: ['POE_MISSING_CUSTOMER_ACK'],
  items: [],
  mayRemoveItems: false,
  comment,
})
export const reject = (
  reasons: DecisionReason[] = ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS'],
): Action => ({
  kind: 'reject',
  verdicts: [],
  reasons,
  comment: 'The proof stayed insufficient.',
  partnerRequestReason: null,
  note: 'It cannot be mended.',
})
/** A claim whose partner wants it rejected, and the rejection that carries this out. */
export const askedToReject = {
  partnerRequest: { askedAt: at(-1), reason: 'WRONG_MPN', commentId: 'c-asked' },
} satisfies Partial<HubClaim['matters']>
export const rejectAsAsked: Action = {
  ...reject(['REJ_PARTNER_REQUEST']),
  partnerRequestReason: 'WRONG_MPN',
} as Action
export const hold = (comment = 'Another partner holds this.'): Action => ({
  kind: 'hold_for_arbitration',
  comment,
})
const SOME_CASE = '0e6d7a0c-6f6e-4d4c-9d11-1f6f3a7b2c01'
/** In a case that does not exist, unless told which. */
export const askParty = (caseId: string = SOME_CASE, more: object = {}): Action =>
  ({
    kind: 'case_ask',
    caseId,
    asks: ['newest_poe'],
    businessDays: null,
    comment: 'Please send your newest proof.',
    ...more,
  }) as Action // what the wire parses
export const tellParty = (caseId: string = SOME_CASE, comment = 'Somebody else claims the same.'): Action =>
  ({ kind: 'case_tell', caseId, comment }) as Action // what the wire parses
export const reopen = (reason = 'A page was overlooked.'): Action => ({ kind: 'reopen', reason })
export const comment = (text = 'Looked at page 2.'): Action => ({
  kind: 'comment',
  text,
  visibility: 'internal',
  inReplyTo: null,
})

/** A good operation of each kind on this claim. */
export function actionOf(kind: OperationKind, claim: HubClaim): OperationAction {
  const actions = {
    start_review: startReview,
    approve: approve(claim),
    request_info: requestInfo(),
    reject: reject(),
    hold_for_arbitration: hold(),
    reopen: reopen(),
    comment: comment(),
    take: { kind: 'take' },
    release: { kind: 'release' },
    hand_over: {
      kind: 'hand_over',
      toUserId: UserId.parse('reviewer-2'),
      toName: 'The reviewer-2',
      note: '',
    },
    case_ask: askParty(),
    case_tell: tellParty(),
    escalate: { kind: 'escalate', reason: 'The customer wrote to the director.' },
    settle_escalation: { kind: 'settle_escalation', reason: 'Spoken with the customer.' },
    nudge: { kind: 'nudge', reason: 'It is due today.' },
  } satisfies Record<OperationKind, OperationAction>
  return actions[kind]
}

import type {
  ClaimComment,
  ClaimDocument,
  ClaimForm,
  ClaimItem,
  Clock,
  HistoryEntry,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type {
  ClaimId,
  Instant,
  Sha256,
  TenantId,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type ClockBasis, basisName, clocksOfClaim } from '../claims/clockBasis.ts'
import { exclusivityKeyOf } from '../claims/exclusivityKey.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import type { claimComments, claimDocuments, claimHistory, claimItems, claims } from './schema.ts'

export type ClaimRow = typeof claims.$inferSelect
export type ItemRow = typeof claimItems.$inferSelect
export type DocumentRow = typeof claimDocuments.$inferSelect
export type CommentRow = typeof claimComments.$inferSelect
export type HistoryRow = typeof claimHistory.$inferSelect

/** The rows of one claim; parts in their order. */
export interface ClaimParts {
  readonly claim: ClaimRow
  readonly items: readonly ItemRow[]
  readonly documents: readonly DocumentRow[]
  readonly comments: readonly CommentRow[]
  readonly history: readonly HistoryRow[]
}

/** A claim as it is stored, with the clocks that were computed when it last changed. */
export type StoredClaim = HubClaim & { readonly clocks: readonly Clock[] }

// Rows hold what was parsed when it came in, so the brands below are given back, not guessed.
const instant = (date: Date): Instant => date.toISOString() as Instant

export function storedClaimFrom(parts: ClaimParts): StoredClaim {
  const { claim } = parts
  return {
    form: formFrom(claim, parts.items),
    partnerLanguage: claim.partnerLanguage,
    state: claim.state,
    subState: claim.subState,
    stateChangedAt: instant(claim.stateChangedAt),
    revision: claim.revision,
    policy: { id: claim.policyId, version: claim.policyVersion },
    assignedTo:
      claim.assignedUserId === null || claim.assignedName === null
        ? null
        : { userId: claim.assignedUserId as UserId, name: claim.assignedName },
    documents: parts.documents.map(documentFrom),
    comments: parts.comments.map(commentFrom),
    history: parts.history.map(historyEntryFrom),
    clocks: claim.clocks,
  }
}

function formFrom(row: ClaimRow, items: readonly ItemRow[]): ClaimForm {
  return {
    claimId: row.claimId as ClaimId,
    claimName: row.claimName,
    program: row.program,
    solutionArea: row.solutionArea,
    activities: row.activities,
    mpnId: row.mpnId,
    partnerCompanyName: row.partnerCompanyName,
    partnerDomains: row.partnerDomains,
    purchaseChannel: row.purchaseChannel,
    customer: {
      companyName: row.customerCompanyName,
      tenantId: row.tenantId as TenantId,
      domains: row.customerDomains,
      country: row.customerCountry,
      isPublicSector: row.customerIsPublicSector,
    },
    customerContact: row.customerContact,
    technicalContact: row.technicalContact,
    partnerContact: row.partnerContact,
    items: items.map(itemFrom),
    revenue: row.revenue,
    submittedAt: instant(row.submittedAt),
  }
}

const itemFrom = ({ itemId, productId, name, subscriptionId }: ItemRow): ClaimItem => ({
  id: itemId,
  productId,
  name,
  subscriptionId,
})

const documentFrom = (row: DocumentRow): ClaimDocument => ({
  documentId: row.documentId,
  sha256: row.sha256 as Sha256,
  fileName: row.fileName,
  mediaType: row.mediaType,
  sizeBytes: row.sizeBytes,
  addedAt: instant(row.addedAt),
})

const commentFrom = ({ commentId, side, authorName, at, body, visibility }: CommentRow): ClaimComment => ({
  commentId,
  side,
  authorName,
  at: instant(at),
  text: body,
  visibility,
})

export const historyEntryFrom = (row: HistoryRow): HistoryEntry => ({
  entryId: row.entryId,
  at: instant(row.at),
  side: row.side,
  kind: row.kind,
  actorName: row.actorName,
  fromState: row.fromState,
  toState: row.toState,
  detail: row.detail,
})

/** The rows of a new claim. Its `changed_xid` is left to the database. */
export function rowsFromClaim(claim: HubClaim, basis: ClockBasis) {
  const { form } = claim
  const key = { tenantId: form.customer.tenantId, claimId: form.claimId }
  return {
    claim: {
      ...key,
      ...claimColumns(claim),
      clocks: clocksOfClaim(claim, basis),
      clocksBasis: basisName(basis),
    },
    items: form.items.map(({ id, ...item }, ordinal) => ({
      ...key,
      ...item,
      itemId: id,
      ordinal,
      exclusivityKey: exclusivityKeyOf(form, { id, ...item }),
    })),
    documents: claim.documents.map((one, ordinal) => ({
      ...key,
      ...one,
      ordinal,
      addedAt: new Date(one.addedAt),
    })),
    comments: claim.comments.map((one, ordinal) => ({ ...key, ...commentColumns(one), ordinal })),
    history: claim.history.map((one, ordinal) => ({ ...key, ...one, ordinal, at: new Date(one.at) })),
  }
}

export const commentColumns = ({ text, at, ...comment }: ClaimComment) => ({
  ...comment,
  body: text,
  at: new Date(at),
})

function claimColumns({ form, ...claim }: HubClaim) {
  return {
    claimName: form.claimName,
    program: form.program,
    solutionArea: form.solutionArea,
    activities: form.activities,
    mpnId: form.mpnId,
    partnerCompanyName: form.partnerCompanyName,
    partnerDomains: form.partnerDomains,
    purchaseChannel: form.purchaseChannel,
    customerCompanyName: form.customer.companyName,
    customerDomains: form.customer.domains,
    customerCountry: form.customer.country,
    customerIsPublicSector: form.customer.isPublicSector,
    customerContact: form.customerContact,
    technicalContact: form.technicalContact,
    partnerContact: form.partnerContact,
    revenue: form.revenue,
    submittedAt: new Date(form.submittedAt),
    partnerLanguage: claim.partnerLanguage,
    state: claim.state,
    subState: claim.subState,
    stateChangedAt: new Date(claim.stateChangedAt),
    revision: claim.revision,
    policyId: claim.policy.id,
    policyVersion: claim.policy.version,
    assignedUserId: claim.assignedTo?.userId ?? null,
    assignedName: claim.assignedTo?.name ?? null,
  }
}

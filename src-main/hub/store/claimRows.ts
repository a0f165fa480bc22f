import type {
  ClaimComment,
  ClaimDocument,
  ClaimForm,
  ClaimItem,
  Clock,
  HistoryEntry,
  PolicyVersion,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type {
  ClaimId,
  Instant,
  Sha256,
  TenantId,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { calendarOf, type ClockBasis, timesOf } from '../claims/clockBasis.ts'
import { namedThings } from '../claims/exclusivityKey.ts'
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
export type StoredClaim = HubClaim & {
  readonly clocks: readonly Clock[]
  readonly calendar: PolicyVersion | null
}

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
    calendar: calendarOf(claim.clocksBasis),
    assignedTo:
      claim.assignedUserId === null || claim.assignedName === null
        ? null
        : {
            userId: claim.assignedUserId as UserId,
            name: claim.assignedName,
            until: claim.leaseUntil === null ? null : instant(claim.leaseUntil),
          },
    documents: parts.documents.map(documentFrom),
    comments: parts.comments.map(commentFrom),
    history: parts.history.map(historyEntryFrom),
    clocks: claim.clocks,
    matters: claim.matters,
    lookups: claim.lookups,
    createdBy: claim.createdBy,
    isMigrated: claim.isMigrated,
    replaces: claim.replaces as ClaimId | null,
    unknown: null,
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
    laterFlow: row.laterFlow,
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
  kind: row.kind,
  addedBy: row.addedBy,
})

const commentFrom = (row: CommentRow): ClaimComment => ({
  commentId: row.commentId,
  side: row.side,
  authorName: row.authorName,
  at: instant(row.at),
  text: row.body,
  visibility: row.visibility,
  inReplyTo: row.inReplyTo,
})

const historyEntryFrom = (row: HistoryRow): HistoryEntry => ({
  entryId: row.entryId,
  at: instant(row.at),
  side: row.side,
  kind: row.kind,
  actorName: row.actorName,
  fromState: row.fromState,
  toState: row.toState,
  fromSubState: row.fromSubState,
  toSubState: row.toSubState,
  reasons: row.reasons,
  changes: row.changes,
  detail: row.detail,
})

/** The rows of a new claim, as if it had no rivals. Its `changed_xid` is left to the database. */
export function rowsFromClaim(claim: HubClaim, basis: ClockBasis) {
  const { form } = claim
  const key = { tenantId: form.customer.tenantId, claimId: form.claimId }
  return {
    claim: { ...key, ...claimColumns(claim), ...timesOf(claim, basis, false) },
    items: itemRows(claim),
    documents: claim.documents.map((one, ordinal) => ({ ...key, ...documentColumns(one), ordinal })),
    comments: claim.comments.map((one, ordinal) => ({ ...key, ...commentColumns(one), ordinal })),
    history: claim.history.map((one, ordinal) => ({ ...key, ...one, ordinal, at: new Date(one.at) })),
  }
}

export function itemRows({ form }: Pick<HubClaim, 'form'>) {
  const key = { tenantId: form.customer.tenantId, claimId: form.claimId }
  return form.items.map(({ id, ...item }, ordinal) => ({
    ...key,
    ...item,
    itemId: id,
    ordinal,
  }))
}

/** What the claim names that only one partner may hold. */
export function keyRows(claim: Pick<HubClaim, 'form' | 'lookups'>) {
  const { form } = claim
  const key = { tenantId: form.customer.tenantId, claimId: form.claimId }
  return namedThings(claim).map(({ itemId, contested }) => ({
    ...key,
    itemId,
    exclusivityKey: contested.key,
  }))
}

export const documentColumns = ({ addedAt, ...document }: ClaimDocument) => ({
  ...document,
  addedAt: new Date(addedAt),
})

export const commentColumns = ({ text, at, ...comment }: ClaimComment) => ({
  ...comment,
  body: text,
  at: new Date(at),
})

/** What the partner states, as columns. */
export function formColumns(form: ClaimForm) {
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
    laterFlow: form.laterFlow,
    submittedAt: new Date(form.submittedAt),
  }
}

/** What stands in a claim's own row, but for its key and its times. */
export function claimColumns({ form, ...claim }: HubClaim) {
  return {
    ...formColumns(form),
    partnerLanguage: claim.partnerLanguage,
    createdBy: claim.createdBy,
    isMigrated: claim.isMigrated,
    replaces: claim.replaces,
    matters: claim.matters,
    lookups: claim.lookups,
    state: claim.state,
    subState: claim.subState,
    stateChangedAt: new Date(claim.stateChangedAt),
    revision: claim.revision,
    policyId: claim.policy.id,
    policyVersion: claim.policy.version,
    assignedUserId: claim.assignedTo?.userId ?? null,
    assignedName: claim.assignedTo?.name ?? null,
    leaseUntil: leaseOf(claim),
  }
}

/** End of the lease on a claim; null = none runs. */
export const leaseOf = ({ assignedTo }: Pick<HubClaim, 'assignedTo'>): Date | null =>
  assignedTo === null || assignedTo.until === null ? null : new Date(assignedTo.until)

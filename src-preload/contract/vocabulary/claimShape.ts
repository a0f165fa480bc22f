import { z } from 'zod'
import { Clock } from './clockShape.ts'
import { ClaimId, Instant, Revision, Sha256, TenantId, UserId } from './idShapes.ts'
import { POE_KINDS, SUBMITTER_ROLES } from './intakeWords.ts'
import { Lookups } from './lookupShape.ts'
import { ClaimMatters } from './matterShape.ts'
import { PolicyVersion } from './policyVersion.ts'
import {
  ACTIVITIES,
  CLAIM_STATES,
  CLAIM_SUB_STATES,
  COMMENT_SIDES,
  COMMENT_VISIBILITIES,
  DECISION_REASONS,
  HISTORY_KINDS,
  HISTORY_SIDES,
  PROGRAMS,
  PURCHASE_CHANNELS,
  SOLUTION_AREAS,
} from './words.ts'

const Name = z.string().trim().min(1).max(255)

export const Contact = z.object({ name: Name, title: Name.nullable().default(null), email: z.email() })
export type Contact = z.infer<typeof Contact>

export const Customer = z.object({
  companyName: Name,
  tenantId: TenantId,
  /** Fully qualified names; empty where the form did not ask (later profiles). */
  domains: z.array(z.string().min(1).max(253)),
  /** ISO 3166-1 alpha-3; null where the partner did not say. Needed for the public-sector disclosure rule. */
  country: z.string().length(3).nullable(),
  isPublicSector: z.boolean(),
})
export type Customer = z.infer<typeof Customer>

/** One claimed product or workload. Products are judged item by item (S-35). */
export const ClaimItem = z.object({
  id: z.string().min(1).max(64),
  productId: z.string().min(1).max(64),
  name: Name,
  /** The Dynamics subscription; null for Microsoft 365, where the workload is the unit of exclusivity (S-86, S-87). */
  subscriptionId: z.guid().toLowerCase().nullable(),
})
export type ClaimItem = z.infer<typeof ClaimItem>

/** Asked for a revenue association only (S-80 to S-82). */
export const RevenueAssociation = z.object({
  dynamicsSolutionSellerName: Name,
  customerName: Name,
  isvProductName: Name,
})

/** What the partner states: the form that the documents are held against. */
export const ClaimForm = z.object({
  claimId: ClaimId,
  claimName: Name,
  program: z.enum(PROGRAMS),
  solutionArea: z.enum(SOLUTION_AREAS),
  /** Empty only where the feed named none that is known; intake asks for at least one. */
  activities: z.array(z.enum(ACTIVITIES)),
  /** PartnerID of the claiming *location*, digits (S-68, S-89). */
  mpnId: z.string().regex(/^\d{1,10}$/),
  partnerCompanyName: Name,
  partnerDomains: z.array(z.string().min(1).max(253)).default([]),
  /** Null where the look-up has not said; Business Applications want volume licensing or web-direct (S-114). */
  purchaseChannel: z.enum(PURCHASE_CHANNELS).nullable().default(null),
  customer: Customer,
  customerContact: Contact,
  /** Asked for Dynamics 365 only (S-74). */
  technicalContact: Contact.nullable().default(null),
  partnerContact: Contact,
  items: z.array(ClaimItem).min(1),
  revenue: RevenueAssociation.nullable().default(null),
  /** Asked by the later flow only; null where it was not. */
  laterFlow: z
    .object({ optOutOfIncentivePayment: z.boolean(), acknowledged: z.boolean() })
    .nullable()
    .default(null),
  /** First submission; the twelve-month test of the dates counts from its day. */
  submittedAt: Instant,
})
export type ClaimForm = z.infer<typeof ClaimForm>

export const ClaimDocument = z.object({
  documentId: z.string().min(1).max(64),
  sha256: Sha256,
  /** As the partner named it. Shown as text, never used as a path. */
  fileName: z.string().min(1).max(255),
  mediaType: z.string().min(1).max(127),
  sizeBytes: z.int().min(0),
  addedAt: Instant,
  /** What the partner says it is; null where it did not. */
  kind: z.enum(POE_KINDS).nullable().default(null),
  /** Who added it; null where the feed does not say. */
  addedBy: z.string().max(255).nullable().default(null),
})
export type ClaimDocument = z.infer<typeof ClaimDocument>

export const ClaimComment = z.object({
  commentId: z.string().min(1).max(64),
  side: z.enum(COMMENT_SIDES),
  authorName: Name,
  at: Instant,
  text: z.string().min(1).max(8000),
  visibility: z.enum(COMMENT_VISIBILITIES),
  /** The comment that it answers, of the same visibility; null = a thread of its own. */
  inReplyTo: z.string().min(1).max(64).nullable().default(null),
})
export type ClaimComment = z.infer<typeof ClaimComment>

/** One field that an act changed; null = it was empty. Texts as a person reads them. */
export const FieldChange = z.object({
  field: z.string().min(1).max(64),
  before: z.string().max(2000).nullable(),
  after: z.string().max(2000).nullable(),
})
export type FieldChange = z.infer<typeof FieldChange>

export const HistoryEntry = z.object({
  entryId: z.string().min(1).max(64),
  at: Instant,
  side: z.enum(HISTORY_SIDES),
  kind: z.enum(HISTORY_KINDS),
  actorName: Name,
  /** Null where the status did not change. */
  fromState: z.enum(CLAIM_STATES).nullable(),
  toState: z.enum(CLAIM_STATES).nullable(),
  fromSubState: z.enum(CLAIM_SUB_STATES).nullable().default(null),
  toSubState: z.enum(CLAIM_SUB_STATES).nullable().default(null),
  reasons: z.array(z.enum(DECISION_REASONS)).default([]),
  changes: z.array(FieldChange).default([]),
  /** The name of a document, a justification: what the entry is about. Null when the kind says all. */
  detail: z.string().max(2000).nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export { Clock } from './clockShape.ts'
export { PolicyVersion } from './policyVersion.ts'

/** Words of the feed that this version does not know, as they came; null and empty = all were known. */
export const UnknownWords = z.object({
  status: z.string().max(255).nullable(),
  program: z.string().max(255).nullable(),
  solutionArea: z.string().max(255).nullable(),
  activities: z.array(z.string().max(255)).max(20),
})
export type UnknownWords = z.infer<typeof UnknownWords>

/** Who works on a claim. */
export const Assignment = z.object({
  userId: UserId,
  name: Name,
  /** Until then nobody else may act on it; null = no lease runs: this is who held it last. */
  until: Instant.nullable().default(null),
})
export type Assignment = z.infer<typeof Assignment>

/** A claim as the hub keeps it and as a workstation stores it: form, status, documents, talk, history, clocks. */
export const ClaimRecord = z.object({
  form: ClaimForm,
  /** The language of the letter to the partner, ISO 639-1. */
  partnerLanguage: z.string().length(2),
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
  stateChangedAt: Instant,
  revision: Revision,
  /** The profile in force on the day of the first submission; the claim keeps it. */
  policy: PolicyVersion,
  /** The calendar that the clocks were computed with; null where the hub does not say. */
  calendar: PolicyVersion.nullable().default(null),
  /** Null = nobody holds it. */
  assignedTo: Assignment.nullable(),
  documents: z.array(ClaimDocument),
  comments: z.array(ClaimComment),
  history: z.array(HistoryEntry),
  clocks: z.array(Clock),
  /** What is open between the parties: requests, disputes, consent. */
  matters: ClaimMatters,
  /** What the reference look-up said, each with when and from where. */
  lookups: Lookups,
  /** Null where the feed does not say. */
  createdBy: z
    .object({ name: Name, role: z.enum(SUBMITTER_ROLES).nullable() })
    .nullable()
    .default(null),
  /** Taken over from before CPOR, or brought by an import: it may have no PoE (S-07). */
  isMigrated: z.boolean().default(false),
  /** The rejected claim that this one takes the place of (S-38). */
  replaces: ClaimId.nullable().default(null),
  /** Null = every word of the claim is known. Otherwise it is read-only. */
  unknown: UnknownWords.nullable().default(null),
  /** Other open or approved claims on the same workload or subscription of this customer (S-125); 0 = none. */
  competingClaims: z.int().min(0),
})
export type ClaimRecord = z.infer<typeof ClaimRecord>

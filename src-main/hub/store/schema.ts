import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { CLOCK_ACTS, CUSTOMER_ACTS, PARTNER_ACTS } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type {
  ClaimForm,
  ClaimRecord,
  Clock,
  Contact,
  FieldChange,
} from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { POE_KINDS } from '../../../src-preload/contract/vocabulary/intakeWords.ts'
import {
  ACTIVITIES,
  CLAIM_STATES,
  CLAIM_SUB_STATES,
  COMMENT_SIDES,
  COMMENT_VISIBILITIES,
  CRITERIA,
  type Criterion,
  DECISIONS,
  DECISION_REASONS,
  HISTORY_KINDS,
  HISTORY_SIDES,
  SENT_KINDS,
  PROGRAMS,
  PURCHASE_CHANNELS,
  SOLUTION_AREAS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { OperationRequest, OperationResult } from '../api/operations.ts'
import type { SecondWord } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import type { IntakeResult } from '../api/intakeResult.ts'
import { NO_LOOKUPS, NO_MATTERS } from '../claims/emptyParts.ts'
import { changedXid, instant, oneOf, words } from './columns.ts'
import { JUDGING_KINDS } from './judgingKinds.ts'

export * from './arbitrationSchema.ts'
export * from './auditSchema.ts'
export * from './evidenceSchema.ts'
export * from './fourEyesSchema.ts'
export * from './hubSchema.ts'
export * from './readsSchema.ts'
export * from './ruleSchema.ts'
export * from './qualitySchema.ts'
export * from './twinSchema.ts'
export * from './wipeSchema.ts'

/** A claim of one customer: its key begins with the customer's tenant, as every key here does. */
export const claims = pgTable(
  'claims',
  {
    tenantId: uuid().notNull(),
    claimId: text().notNull(),
    claimName: text().notNull(),
    program: text({ enum: PROGRAMS }).notNull(),
    solutionArea: text({ enum: SOLUTION_AREAS }).notNull(),
    activities: text({ enum: ACTIVITIES }).array().notNull(),
    mpnId: text().notNull(),
    partnerCompanyName: text().notNull(),
    partnerDomains: text().array().notNull(),
    purchaseChannel: text({ enum: PURCHASE_CHANNELS }),
    customerCompanyName: text().notNull(),
    customerDomains: text().array().notNull(),
    customerCountry: char({ length: 3 }),
    customerIsPublicSector: boolean().notNull(),
    customerContact: jsonb().$type<Contact>().notNull(),
    technicalContact: jsonb().$type<Contact>(),
    partnerContact: jsonb().$type<Contact>().notNull(),
    /** Null but for revenue associations. */
    revenue: jsonb().$type<{
      dynamicsSolutionSellerName: string
      customerName: string
      isvProductName: string
    }>(),
    /** Asked by the later flow of Partner Center only; null where it was not. */
    laterFlow: jsonb().$type<NonNullable<ClaimForm['laterFlow']>>(),
    submittedAt: instant().notNull(),
    partnerLanguage: char({ length: 2 }).notNull(),
    createdBy: jsonb().$type<NonNullable<ClaimRecord['createdBy']>>(),
    isMigrated: boolean().notNull().default(false),
    /** The rejected claim that this one takes the place of. */
    replaces: text(),
    /** Requests, disputes, consent: read and written with the claim, never asked for by their parts. */
    matters: jsonb().$type<ClaimRecord['matters']>().notNull().default(NO_MATTERS),
    lookups: jsonb().$type<ClaimRecord['lookups']>().notNull().default(NO_LOOKUPS),
    state: text({ enum: CLAIM_STATES }).notNull(),
    subState: text({ enum: CLAIM_SUB_STATES }),
    stateChangedAt: instant().notNull(),
    revision: integer().notNull(),
    policyId: text().notNull(),
    policyVersion: integer().notNull(),
    /** Name beside the id: people live under the hub's own tenant, and no read crosses tenants. Both null = nobody. */
    assignedUserId: text(),
    assignedName: text(),
    /** End of the lease; null = none runs, and the name is who held the claim last. */
    leaseUntil: instant(),
    /** Due instant of the clock that is due first; null = none runs. Set with the clocks: the next free claim is found by it. */
    dueAt: instant(),
    /** Stored, not computed on reading: a new calendar then is a change like any other and reaches every workstation. */
    clocks: jsonb().$type<readonly Clock[]>().notNull(),
    /** Policy and calendar, each `id@version`, that the clocks were computed with. */
    clocksBasis: text().notNull(),
    /** What will happen by itself, and when: set with the clocks. Both null = nothing will. */
    nextAct: text({ enum: CLOCK_ACTS }),
    nextActAt: instant(),
    changedXid: changedXid(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId] }),
    index('claims_feed').on(table.changedXid, table.tenantId, table.claimId),
    check('claims_program', oneOf(table.program, PROGRAMS)),
    check('claims_solution_area', oneOf(table.solutionArea, SOLUTION_AREAS)),
    check('claims_activities', sql`${table.activities} <@ array[${words(ACTIVITIES)}]::text[]`),
    check('claims_purchase_channel', oneOf(table.purchaseChannel, PURCHASE_CHANNELS)),
    check('claims_state', oneOf(table.state, CLAIM_STATES)),
    check('claims_sub_state', oneOf(table.subState, CLAIM_SUB_STATES)),
    check('claims_revision', sql`${table.revision} >= 1`),
    check('claims_next_act', sql`(${table.nextAct} is null) = (${table.nextActAt} is null)`),
    check('claims_next_act_kind', oneOf(table.nextAct, CLOCK_ACTS)),
    check('claims_lease', sql`${table.leaseUntil} is null or ${table.assignedUserId} is not null`),
    index('claims_waiting').on(table.dueAt, table.claimId).where(sql`state in ('submitted', 'under_review')`),
    index('claims_next_act_due').on(table.nextActAt).where(sql`next_act_at is not null`),
    check('claims_assignment', sql`(${table.assignedUserId} is null) = (${table.assignedName} is null)`),
  ],
)

const ofClaim = { tenantId: uuid().notNull(), claimId: text().notNull() }

export const claimItems = pgTable(
  'claim_items',
  {
    ...ofClaim,
    itemId: text().notNull(),
    ordinal: integer().notNull(),
    productId: text().notNull(),
    name: text().notNull(),
    subscriptionId: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.itemId] }),
    partOfClaim('claim_items_claim', table),
  ],
)

/** What only one partner of this customer may hold, as each item names it: by every programme that the claim asks for. */
export const claimKeys = pgTable(
  'claim_keys',
  { ...ofClaim, itemId: text().notNull(), exclusivityKey: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.itemId, table.exclusivityKey] }),
    partOfClaim('claim_keys_claim', table),
    index('claim_keys_exclusivity').on(table.tenantId, table.exclusivityKey),
  ],
)

export const claimDocuments = pgTable(
  'claim_documents',
  {
    ...ofClaim,
    documentId: text().notNull(),
    ordinal: integer().notNull(),
    sha256: char({ length: 64 }).notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    sizeBytes: integer().notNull(),
    addedAt: instant().notNull(),
    kind: text({ enum: POE_KINDS }),
    addedBy: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.documentId] }),
    partOfClaim('claim_documents_claim', table),
    index('claim_documents_bytes').on(table.sha256),
    check('claim_documents_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check('claim_documents_size', sql`${table.sizeBytes} >= 0`),
  ],
)

export const claimComments = pgTable(
  'claim_comments',
  {
    ...ofClaim,
    commentId: text().notNull(),
    /** Order among comments of the same millisecond. */
    ordinal: integer().notNull(),
    side: text({ enum: COMMENT_SIDES }).notNull(),
    authorName: text().notNull(),
    at: instant().notNull(),
    body: text().notNull(),
    visibility: text({ enum: COMMENT_VISIBILITIES }).notNull(),
    /** The comment that it answers, of the same claim and visibility. */
    inReplyTo: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.commentId] }),
    partOfClaim('claim_comments_claim', table),
    check('claim_comments_side', oneOf(table.side, COMMENT_SIDES)),
    check('claim_comments_visibility', oneOf(table.visibility, COMMENT_VISIBILITIES)),
  ],
)

export const claimHistory = pgTable(
  'claim_history',
  {
    ...ofClaim,
    entryId: text().notNull(),
    /** Order among entries of the same millisecond. */
    ordinal: integer().notNull(),
    at: instant().notNull(),
    side: text({ enum: HISTORY_SIDES }).notNull(),
    kind: text({ enum: HISTORY_KINDS }).notNull(),
    actorName: text().notNull(),
    fromState: text({ enum: CLAIM_STATES }),
    toState: text({ enum: CLAIM_STATES }),
    fromSubState: text({ enum: CLAIM_SUB_STATES }),
    toSubState: text({ enum: CLAIM_SUB_STATES }),
    reasons: text({ enum: DECISION_REASONS }).array().notNull().default([]),
    changes: jsonb().$type<FieldChange[]>().notNull().default([]),
    detail: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.entryId] }),
    partOfClaim('claim_history_claim', table),
    check('claim_history_side', oneOf(table.side, HISTORY_SIDES)),
    check('claim_history_kind', oneOf(table.kind, HISTORY_KINDS)),
    check('claim_history_from_state', oneOf(table.fromState, CLAIM_STATES)),
    check('claim_history_to_state', oneOf(table.toState, CLAIM_STATES)),
  ],
)

/** What was asked and what came of it, for as long as the claim lives: sending again gives the same answer. */
export const operations = pgTable(
  'operations',
  {
    ...ofClaim,
    operationId: uuid().notNull(),
    userId: text().notNull(),
    clientId: uuid().notNull(),
    sequence: integer().notNull(),
    kind: text({ enum: SENT_KINDS }).notNull(),
    /** Of the person and the canonical request; another one under the same id is refused. */
    payloadSha256: char({ length: 64 }).notNull(),
    request: jsonb().$type<OperationRequest>().notNull(),
    result: jsonb().$type<OperationResult>().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.operationId] }),
    partOfClaim('operations_claim', table),
    check('operations_kind', oneOf(table.kind, SENT_KINDS)),
    index('operations_decided')
      .on(table.receivedAt)
      .where(sql`kind in (${words(JUDGING_KINDS)})`),
  ],
)

/** What second reviewers said. It goes with its claim. */
export const secondReviews = pgTable(
  'second_reviews',
  {
    ...ofClaim,
    decisionId: uuid().notNull(),
    sampleId: uuid().notNull(),
    byUserId: text().notNull(),
    at: instant().notNull(),
    outcome: text({ enum: DECISIONS }).notNull(),
    verdicts: jsonb().$type<SecondWord[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.decisionId, table.sampleId] }),
    partOfClaim('second_reviews_claim', table),
    check('second_reviews_outcome', oneOf(table.outcome, DECISIONS)),
  ],
)

/** What team leads told reviewers about their decisions: between the two, and for no partner. It goes with its claim. */
export const coachingNotes = pgTable(
  'coaching_notes',
  {
    ...ofClaim,
    noteId: uuid().notNull(),
    decisionId: uuid().notNull(),
    fromUserId: text().notNull(),
    fromName: text().notNull(),
    toUserId: text().notNull(),
    toName: text().notNull(),
    at: instant().notNull(),
    criteria: text({ enum: CRITERIA }).array().$type<Criterion[]>().notNull(),
    missed: text().notNull(),
    strength: text().notNull(),
    quality: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.noteId] }),
    partOfClaim('coaching_notes_claim', table),
    index('coaching_notes_to').on(table.toUserId, table.at),
    check('coaching_notes_quality', sql`${table.quality} between 1 and 5`),
  ],
)

/** What came from the side of partners and customers: sending again gives the same answer, also once the claim is gone (T17). */
export const intakeRequests = pgTable(
  'intake_requests',
  {
    ...ofClaim,
    requestId: uuid().notNull(),
    act: text({ enum: [...PARTNER_ACTS, ...CUSTOMER_ACTS] }).notNull(),
    /** Of the caller and the canonical request; another one under the same id is refused. */
    payloadSha256: char({ length: 64 }).notNull(),
    result: jsonb().$type<IntakeResult>().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId, table.requestId] }),
    check('intake_requests_act', oneOf(table.act, [...PARTNER_ACTS, ...CUSTOMER_ACTS])),
  ],
)

/** Claims that are gone, so that the feed can say so. */
export const claimTombstones = pgTable(
  'claim_tombstones',
  { ...ofClaim, reason: text().notNull(), changedXid: changedXid() },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.claimId] }),
    index('claim_tombstones_feed').on(table.changedXid, table.tenantId, table.claimId),
  ],
)

function partOfClaim(name: string, table: { readonly tenantId: PgColumn; readonly claimId: PgColumn }) {
  return foreignKey({
    name,
    columns: [table.tenantId, table.claimId],
    foreignColumns: [claims.tenantId, claims.claimId],
  }).onDelete('cascade')
}

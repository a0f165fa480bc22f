import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CheckReport } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { Calendar } from '../../src-preload/contract/vocabulary/calendarShape.ts'
import type {
  ClaimDocument,
  ClaimForm,
  ClaimRecord,
  Clock,
  HistoryEntry,
} from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, OperationId, Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { OwnEvidence } from '../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import { words } from './columnWords.ts'
import { leadTables } from './leadSchema.ts'
import type { DecisionDraft } from '../../src-preload/contract/vocabulary/draftShape.ts'
import type { Recheck } from '../../src-preload/contract/vocabulary/recheckShape.ts'
import type { PolicyProfile } from '../../src-preload/contract/vocabulary/policyShape.ts'
import {
  CLAIM_STATES,
  CLAIM_SUB_STATES,
  COMMENT_SIDES,
  COMMENT_VISIBILITIES,
  CRITERIA,
  HISTORY_KINDS,
  HISTORY_SIDES,
  PROGRAMS,
  SOLUTION_AREAS,
  VERDICTS,
} from '../../src-preload/contract/vocabulary/words.ts'

export { caseDrafts, caseParties, cases } from './arbitrationSchema.ts'
export { decided } from './decidedSchema.ts'
export { savedViews, searchTexts, snoozes } from './deskSchema.ts'
export { checkedDocuments, evidencePrints, sightings } from './evidenceSchema.ts'
export { casesLetGo, claimsLetGo, documentKeys } from './forgettingSchema.ts'
export { detailWords, readDays } from './handSchema.ts'
export { notices, toldCrossings } from './noticesSchema.ts'
export { answered, conflicts, outbox, settled } from './outboxSchema.ts'

/** Instants are epoch milliseconds and named …At. JSON columns hold value objects that are never queried by their parts. */

type Parties = Pick<ClaimForm, 'customerContact' | 'technicalContact' | 'partnerContact' | 'revenue'>

export const claims = sqliteTable(
  'claims',
  {
    /** Row number of this profile; the search index speaks of claims by it. */
    claimKey: integer().primaryKey(),
    claimId: text().$type<ClaimId>().notNull().unique(),
    claimName: text().notNull(),
    program: text({ enum: PROGRAMS }).notNull(),
    solutionArea: text({ enum: SOLUTION_AREAS }).notNull(),
    activities: text({ mode: 'json' }).$type<ClaimForm['activities']>().notNull(),
    mpnId: text().notNull(),
    partnerName: text().notNull(),
    partnerDomains: text({ mode: 'json' }).$type<string[]>().notNull(),
    partnerLanguage: text().notNull(),
    purchaseChannel: text().$type<ClaimForm['purchaseChannel']>(),
    tenantId: text().$type<ClaimForm['customer']['tenantId']>().notNull(),
    customerName: text().notNull(),
    customerDomains: text({ mode: 'json' }).$type<string[]>().notNull(),
    customerCountry: text(),
    customerIsPublicSector: integer({ mode: 'boolean' }).notNull(),
    parties: text({ mode: 'json' }).$type<Parties>().notNull(),
    submittedAt: integer().notNull(),
    state: text({ enum: CLAIM_STATES }).notNull(),
    subState: text({ enum: CLAIM_SUB_STATES }),
    stateChangedAt: integer().notNull(),
    revision: integer().notNull(),
    policyId: text().notNull(),
    policyVersion: integer().notNull(),
    assignedUserId: text().$type<UserId>(),
    assignedName: text(),
    /** End of the holder's lease; null = none runs. */
    assignedUntil: integer(),
    competingClaims: integer().notNull(),
    clocks: text({ mode: 'json' }).$type<Clock[]>().notNull(),
    /** Names of the claimed items, so that a queue row needs no join. */
    itemNames: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** Due instant of the first clock; paused clocks and claims without one follow at the end (see `dueSortOf`). */
    dueSort: integer().notNull(),
    /** Hash of what the criteria read: form, document hashes, policy. Reviewer verdicts are bound to it. */
    checkKey: text().notNull(),
    /** `checkKey` and checker version of the report at hand; null = never checked. */
    reportKey: text(),
    /** How many of its documents are not on this machine. Kept, because asking 100,000 claims takes longer than a start may. */
    documentsMissing: integer().notNull(),
    /** Chips of the queue: the reviewer's verdict, else the machine's; null = not checked. */
    usablePoe: text({ enum: VERDICTS }),
    customerAcknowledgment: text({ enum: VERDICTS }),
    dates: text({ enum: VERDICTS }),
    products: text({ enum: VERDICTS }),
    serviceDescription: text({ enum: VERDICTS }),
    // What only an open claim shows stands last: SQLite reads a row from its begin, and the queue shall not read through it.
    matters: text({ mode: 'json' }).$type<ClaimRecord['matters']>().notNull(),
    lookups: text({ mode: 'json' }).$type<ClaimRecord['lookups']>().notNull(),
    createdBy: text({ mode: 'json' }).$type<NonNullable<ClaimRecord['createdBy']>>(),
    isMigrated: integer({ mode: 'boolean' }).notNull(),
    /** Id of the rejected claim that it takes the place of; that one need not be here. */
    replaces: text().$type<ClaimId>(),
    /** Words of the feed that this version does not know; null = all were known. */
    unknownWords: text({ mode: 'json' }).$type<NonNullable<ClaimRecord['unknown']>>(),
    /** The calendar that the clocks were computed with; both null = the hub did not say. */
    calendarId: text(),
    calendarVersion: integer(),
    laterFlow: text({ mode: 'json' }).$type<NonNullable<ClaimForm['laterFlow']>>(),
    /** Since when a team lead's attention is asked for; null = it is not. */
    escalatedAt: integer(),
  },
  (t) => [
    // The order of the queue, with what filters ask most: they are answered without the rows, which are long.
    index('claims_by_due').on(
      t.dueSort,
      t.claimId,
      t.state,
      t.subState,
      t.competingClaims,
      t.assignedUntil,
      t.usablePoe,
      t.customerAcknowledgment,
      t.dates,
      t.products,
      t.serviceDescription,
    ),
    index('claims_by_customer').on(t.tenantId),
    index('claims_by_state_due').on(t.state, t.dueSort, t.claimId),
    index('claims_to_check')
      .on(t.dueSort)
      .where(
        sql`documents_missing = 0 and state <> 'editing' and (report_key is null or report_key <> check_key)`,
      ),
    // Who holds what is asked by person, and most claims are nobody's.
    index('claims_by_holder')
      .on(t.assignedUserId, t.assignedUntil, t.assignedName)
      .where(sql`assigned_user_id is not null`),
    // What a lead counts and by what it is told apart, again without the rows.
    index('claims_on_board').on(
      t.state,
      t.subState,
      t.submittedAt,
      t.assignedUserId,
      t.program,
      t.customerCountry,
    ),
    index('claims_escalated').on(t.escalatedAt, t.claimId).where(sql`escalated_at is not null`),
    index('claims_to_fetch').on(t.dueSort, t.documentsMissing).where(sql`documents_missing > 0`),
    check('claims_lease', sql`"assigned_until" is null or "assigned_user_id" is not null`),
    check('claims_program', words('program', PROGRAMS)),
    check('claims_state', words('state', CLAIM_STATES)),
    check('claims_sub_state', words('sub_state', CLAIM_SUB_STATES)),
  ],
)

export const { claimClocks, clockEnds, latePauses, untoldClaims } = leadTables(() => claims.claimKey)

export const items = sqliteTable(
  'items',
  {
    claimKey: integer()
      .notNull()
      .references(() => claims.claimKey, { onDelete: 'cascade' }),
    /** Order of the claim. */
    position: integer().notNull(),
    itemId: text().notNull(),
    productId: text().notNull(),
    name: text().notNull(),
    subscriptionId: text(),
  },
  (t) => [primaryKey({ columns: [t.claimKey, t.position] })],
)

export const documents = sqliteTable(
  'documents',
  {
    claimKey: integer()
      .notNull()
      .references(() => claims.claimKey, { onDelete: 'cascade' }),
    position: integer().notNull(),
    documentId: text().notNull(),
    sha256: text().$type<Sha256>().notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    sizeBytes: integer().notNull(),
    addedAt: integer().notNull(),
    kind: text().$type<NonNullable<ClaimDocument['kind']>>(),
    addedBy: text(),
  },
  (t) => [primaryKey({ columns: [t.claimKey, t.position] }), index('documents_by_hash').on(t.sha256)],
)

/** Documents whose bytes are on this machine, verified against their hash. */
export const localDocuments = sqliteTable('local_documents', {
  sha256: text().$type<Sha256>().primaryKey(),
  sizeBytes: integer().notNull(),
  fetchedAt: integer().notNull(),
})

/** Documents that could not be brought here, and why. Asked for again when the reason may have gone. */
export const refusedDocuments = sqliteTable('refused_documents', {
  sha256: text().$type<Sha256>().primaryKey(),
  /** `not_given`: the hub has no such bytes for this person. `damaged`: other bytes than their name says. */
  reason: text({ enum: ['not_given', 'damaged'] }).notNull(),
  at: integer().notNull(),
})

export const comments = sqliteTable(
  'comments',
  {
    claimKey: integer()
      .notNull()
      .references(() => claims.claimKey, { onDelete: 'cascade' }),
    position: integer().notNull(),
    commentId: text().notNull(),
    side: text({ enum: COMMENT_SIDES }).notNull(),
    authorName: text().notNull(),
    at: integer().notNull(),
    text: text().notNull(),
    visibility: text({ enum: COMMENT_VISIBILITIES }).notNull(),
    inReplyTo: text(),
  },
  (t) => [
    primaryKey({ columns: [t.claimKey, t.position] }),
    check('comments_visibility', words('visibility', COMMENT_VISIBILITIES)),
  ],
)

export const history = sqliteTable(
  'history',
  {
    claimKey: integer()
      .notNull()
      .references(() => claims.claimKey, { onDelete: 'cascade' }),
    position: integer().notNull(),
    entryId: text().notNull(),
    at: integer().notNull(),
    side: text({ enum: HISTORY_SIDES }).notNull(),
    kind: text({ enum: HISTORY_KINDS }).notNull(),
    actorName: text().notNull(),
    fromState: text({ enum: CLAIM_STATES }),
    toState: text({ enum: CLAIM_STATES }),
    detail: text(),
    fromSubState: text({ enum: CLAIM_SUB_STATES }),
    toSubState: text({ enum: CLAIM_SUB_STATES }),
    reasons: text({ mode: 'json' }).$type<HistoryEntry['reasons']>().notNull().default([]),
    changes: text({ mode: 'json' }).$type<HistoryEntry['changes']>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.claimKey, t.position] }),
    // What a pace is read off: a few days of all histories.
    index('history_decisions')
      .on(t.at, t.actorName)
      .where(
        sql`side = 'reviewer' and kind in ('approved', 'rejected', 'information_requested', 'held_for_arbitration')`,
      ),
  ],
)

/** What claims are judged by. Every version that a claim here names stays, whatever the hub assigns since. */
export const policies = sqliteTable(
  'policies',
  {
    id: text().notNull(),
    version: integer().notNull(),
    profile: text({ mode: 'json' }).$type<PolicyProfile>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
)

/** What clocks are counted with, kept as long as the profiles are. */
export const calendars = sqliteTable(
  'calendars',
  {
    id: text().notNull(),
    version: integer().notNull(),
    calendar: text({ mode: 'json' }).$type<Calendar>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
)

/** What the reader read, once per document and reader version. */
export const facts = sqliteTable(
  'facts',
  {
    sha256: text().$type<Sha256>().notNull(),
    readerVersion: text().notNull(),
    facts: text({ mode: 'json' }).$type<unknown>().notNull(),
    readAt: integer().notNull(),
    /** When the hub had them; null = it has not yet. */
    sentAt: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.sha256, t.readerVersion] }),
    index('facts_to_send').on(t.readAt).where(sql`sent_at is null`),
  ],
)

/** The newest report of a claim; good only while its key is the claim's. */
export const reports = sqliteTable('reports', {
  claimId: text().$type<ClaimId>().primaryKey(),
  reportKey: text().notNull(),
  report: text({ mode: 'json' }).$type<CheckReport>().notNull(),
  madeAt: integer().notNull(),
  /** What it says otherwise than the report before; null = there was none. */
  changes: text({ mode: 'json' }).$type<Recheck>(),
})

/** What reviewers said of criteria. `item` is '' for the whole claim, so that the key needs no null. */
export const verdicts = sqliteTable(
  'verdicts',
  {
    claimId: text().$type<ClaimId>().notNull(),
    criterion: text({ enum: CRITERIA }).notNull(),
    item: text().notNull(),
    /** The claim's check key when it was said; with another key it no longer counts. */
    checkKey: text().notNull(),
    verdict: text({ enum: VERDICTS }).notNull(),
    act: text({ enum: ['confirmed', 'set'] }).notNull(),
    reason: text(),
    byUserId: text().$type<UserId>().notNull(),
    byName: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.criterion, t.item] }),
    check('verdicts_verdict', words('verdict', VERDICTS)),
  ],
)

/** Places that reviewers found by themselves. `item` is '' for the whole claim. Bound to a paper by its hash, not to a check. */
export const ownEvidence = sqliteTable(
  'own_evidence',
  {
    evidenceId: text().$type<OperationId>().primaryKey(),
    claimId: text().$type<ClaimId>().notNull(),
    criterion: text({ enum: CRITERIA }).notNull(),
    item: text().notNull(),
    sha256: text().$type<Sha256>().notNull(),
    inside: text({ mode: 'json' }).$type<OwnEvidence['inside']>().notNull(),
    page: integer().notNull(),
    quads: text({ mode: 'json' }).$type<OwnEvidence['quads']>().notNull(),
    text: text(),
    note: text().notNull(),
    byUserId: text().$type<UserId>().notNull(),
    byName: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [
    index('own_evidence_by_claim').on(t.claimId),
    check('own_evidence_criterion', words('criterion', CRITERIA)),
  ],
)

/** What a reviewer had begun to say on a claim, and not sent. It outlives leases and restarts. */
export const drafts = sqliteTable(
  'drafts',
  {
    claimId: text().$type<ClaimId>().notNull(),
    userId: text().$type<UserId>().notNull(),
    draft: text({ mode: 'json' }).$type<DecisionDraft>().notNull(),
    savedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.userId] })],
)

/** Feed items that did not fit their schema, newest only per claim. */
export const quarantine = sqliteTable('quarantine', {
  /** Claim id, or a hash of the raw item where not even that could be read. */
  itemKey: text().primaryKey(),
  claimId: text(),
  reason: text().notNull(),
  raw: text().notNull(),
  receivedAt: integer().notNull(),
})

/** One value per name: client id, next sequence, feed link, settings, last sync. */
export const profile = sqliteTable('profile', {
  name: text().primaryKey(),
  value: text({ mode: 'json' }).$type<unknown>().notNull(),
})

/** Hash chain over everything done on this workstation. */
export const audit = sqliteTable('audit', {
  entry: integer().primaryKey(),
  at: integer().notNull(),
  actor: text().$type<UserId>().notNull(),
  act: text().notNull(),
  claimId: text().$type<ClaimId>(),
  facts: text().notNull(),
  previousHash: text().notNull(),
  hash: text().notNull(),
})

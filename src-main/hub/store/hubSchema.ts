import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { CALLER_ROLES } from '../api/people.ts'
import type { Room } from '../api/team.ts'
import { instant, oneOf } from './columns.ts'

/** What belongs to no customer but to the hub itself: every row stands under the hub's own tenant id (see `hubTenant.ts`). */

/** Policy profiles, each state of each for good: claims and decisions name them. Under the hub's own tenant id. */
export const policyProfiles = pgTable(
  'policy_profiles',
  {
    tenantId: uuid().notNull(),
    policyId: text().notNull(),
    version: integer().notNull(),
    /** Of the canonical JSON: the same version never says two things. */
    sha256: char({ length: 64 }).notNull(),
    profile: jsonb().$type<PolicyProfile>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.policyId, table.version] })],
)

/** Which profile is in force from which submission day on. Under the hub's own tenant id. */
export const policyAssignments = pgTable(
  'policy_assignments',
  {
    tenantId: uuid().notNull(),
    fromDay: date({ mode: 'string' }).notNull(),
    /** Last day; null = without end. */
    toDay: date({ mode: 'string' }),
    policyId: text().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.fromDay] }),
    foreignKey({
      name: 'policy_assignments_profile',
      columns: [table.tenantId, table.policyId, table.version],
      foreignColumns: [policyProfiles.tenantId, policyProfiles.policyId, policyProfiles.version],
    }),
  ],
)

/** The team's calendars, each version for good: clocks name them. Under the hub's own tenant id. */
export const calendars = pgTable(
  'calendars',
  {
    tenantId: uuid().notNull(),
    calendarId: text().notNull(),
    version: integer().notNull(),
    sha256: char({ length: 64 }).notNull(),
    calendar: jsonb().$type<Calendar>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.calendarId, table.version] })],
)

/**
 * Where a claim lives: requests name it by its id alone. Under the hub's own tenant id, so that ids are unique over all customers.
 * Written once, kept after the claim is gone.
 */
export const claimLocator = pgTable(
  'claim_locator',
  { tenantId: uuid().notNull(), claimId: text().notNull(), customerTenantId: uuid().notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.claimId] })],
)

/** Who may ask: people of the team, of partners and of customers. Under the hub's own tenant id. */
export const users = pgTable(
  'users',
  {
    tenantId: uuid().notNull(),
    userId: text().notNull(),
    name: text().notNull(),
    /** As a token last said it, or as the demo has it. */
    role: text({ enum: CALLER_ROLES }).notNull(),
    /** Of a partner: the location that they act for. */
    mpnId: text(),
    /** Of a customer: their own tenant. */
    customerTenantId: uuid(),
    /** Made up for the demo queue; locked out by a hub without one. */
    isDemo: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.userId] }),
    check('users_role', oneOf(table.role, CALLER_ROLES)),
    check('users_partner', sql`(${table.role} = 'partner') = (${table.mpnId} is not null)`),
    check('users_customer', sql`(${table.role} = 'customer') = (${table.customerTenantId} is not null)`),
  ],
)

/** Reviewers who are linked to a partner: they get none of its claims to see (R4). Under the hub's own tenant id. */
export const partnerLinks = pgTable(
  'partner_links',
  { tenantId: uuid().notNull(), userId: text().notNull(), mpnId: text().notNull(), reason: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.userId, table.mpnId] })],
)

/** How much a person of the team takes on, and when they are away, as a lead set it last. Under the hub's own tenant id. */
export const capacities = pgTable(
  'capacities',
  {
    tenantId: uuid().notNull(),
    userId: text().notNull(),
    /** Goes up with every change: who edits says which state they saw. */
    revision: integer().notNull(),
    room: jsonb().$type<Room>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.userId] }),
    check('capacities_revision', sql`${table.revision} >= 1`),
  ],
)

/** Every change of a capacity for good: who, when, from what to what. Under the hub's own tenant id. */
export const capacityChanges = pgTable(
  'capacity_changes',
  {
    tenantId: uuid().notNull(),
    userId: text().notNull(),
    revision: integer().notNull(),
    byUserId: text().notNull(),
    at: instant().notNull(),
    /** Null = nothing was set before. */
    before: jsonb().$type<Room>(),
    after: jsonb().$type<Room>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.userId, table.revision] })],
)

/** What a workstation said of itself when it was last here. Under the hub's own tenant id. */
export const workstations = pgTable(
  'workstations',
  {
    tenantId: uuid().notNull(),
    clientId: uuid().notNull(),
    userId: text().notNull(),
    version: text().notNull(),
    host: text().notNull(),
    seenAt: instant().notNull(),
    /** Acts that waited there to be sent, decisions among them. */
    unsent: integer().notNull(),
    oldestAt: instant(),
    /** Claims that were decided there and of which the hub did not know yet. */
    decidedClaims: text().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.clientId] }),
    check('workstations_unsent', sql`${table.unsent} >= 0`),
    index('workstations_seen').on(table.tenantId, table.seenAt),
  ],
)

/** Codes that are good for one sign-in; only their hash is kept. Under the hub's own tenant id. */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    tenantId: uuid().notNull(),
    codeSha256: char({ length: 64 }).notNull(),
    userId: text().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.codeSha256] })],
)

/** Keys with which the hub signs the tokens of its demo people. Under the hub's own tenant id. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    tenantId: uuid().notNull(),
    kid: text().notNull(),
    /** Private, as a JWK. */
    jwk: jsonb().$type<Record<string, unknown>>().notNull(),
    madeAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.kid] })],
)

/** How far each workstation's operations came: the next one has the next number. Under the hub's own tenant id. */
export const clients = pgTable(
  'clients',
  {
    tenantId: uuid().notNull(),
    clientId: uuid().notNull(),
    /** Of the last operation that was answered; 0 = none yet. */
    lastSequence: integer().notNull(),
    seenAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.clientId] }),
    check('clients_sequence', sql`${table.lastSequence} >= 0`),
  ],
)

/** What a reader read off a document, once for each hash and reader version, from whichever workstation came first. */
export const documentFacts = pgTable(
  'document_facts',
  {
    tenantId: uuid().notNull(),
    sha256: char({ length: 64 }).notNull(),
    readerVersion: text().notNull(),
    /** Of the canonical JSON: a reader that reads the same bytes otherwise is noticed. */
    factsSha256: char({ length: 64 }).notNull(),
    facts: jsonb().$type<unknown>().notNull(),
    byUserId: text().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.sha256, table.readerVersion] })],
)

/** Requests for the next free claim and what each was given: asking again gives the same. Under the hub's own tenant id. */
export const takeRequests = pgTable(
  'take_requests',
  {
    tenantId: uuid().notNull(),
    requestId: uuid().notNull(),
    userId: text().notNull(),
    /** Null = nothing was free. */
    claimId: text(),
    askedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.requestId] })],
)

/** Which life of the database the feed's links belong to; one row under the hub's own tenant id. */
export const feedEpochs = pgTable(
  'feed_epochs',
  {
    tenantId: uuid().notNull(),
    feed: text({ enum: ['claims'] }).notNull(),
    epoch: uuid().notNull(),
    /** The server's identity and timeline when the epoch began; null where the server does not tell. */
    server: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.feed] }),
    check('feed_epochs_feed', oneOf(table.feed, ['claims'])),
  ],
)

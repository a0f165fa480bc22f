import { createHash } from 'node:crypto'
import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import {
  arbitrationCases,
  carriedOperations,
  claimComments,
  claimDocuments,
  claimHistory,
  claimItems,
  claimReads,
  claims,
  coachingNotes,
  intakeRequests,
  operations,
  secondReviews,
  wipeActs,
} from '../store/schema.ts'

/** Rows that are written once and stay until their claim goes; those of reads and of workstations stay for good. */
export const SEALED_KINDS = [
  'history',
  'operation',
  'document',
  'comment',
  'second_review',
  'coaching_note',
  'intake_request',
  'read',
  'wipe_act',
  'carried_operation',
] as const
export type SealedKind = (typeof SEALED_KINDS)[number]

/** A row as an entry of a chain names it. */
export interface SealedRow {
  readonly of: SealedKind
  readonly id: string
  readonly sha256: string
}

type LastingKind = 'read' | 'wipe_act' | 'carried_operation'

/** Where the rows lie that go with their claim. */
export const CLAIM_TABLES = {
  history: claimHistory,
  operation: operations,
  document: claimDocuments,
  comment: claimComments,
  second_review: secondReviews,
  coaching_note: coachingNotes,
  intake_request: intakeRequests,
} as const satisfies Readonly<Record<Exclude<SealedKind, LastingKind>, PgTable>>

/** Where the rows lie that chains of workstations are about. */
export const WORKSTATION_TABLES = { wipe_act: wipeActs, carried_operation: carriedOperations } as const

/** Where all rows lie that chains are about: who read what stays when its claim is forgotten. */
const SEALED_TABLES: Readonly<Record<SealedKind, PgTable>> = {
  ...CLAIM_TABLES,
  ...WORKSTATION_TABLES,
  read: claimReads,
}

type Row = Readonly<Record<string, unknown>>

interface Shape {
  readonly id: readonly string[]
  /** The columns that the hash covers, by name: one that is added later changes no hash of before. */
  readonly columns: readonly string[]
}

const named = (columns: string): readonly string[] => columns.split(' ')

const SHAPES: Readonly<Record<SealedKind, Shape>> = {
  history: {
    id: ['entryId'],
    columns: named(
      'entryId ordinal at side kind actorName fromState toState fromSubState toSubState reasons ' +
        'changes detail',
    ),
  },
  operation: {
    id: ['operationId'],
    columns: named('operationId userId clientId sequence kind payloadSha256 request result receivedAt'),
  },
  document: {
    id: ['documentId'],
    columns: named('documentId ordinal sha256 fileName mediaType sizeBytes addedAt kind addedBy'),
  },
  comment: {
    id: ['commentId'],
    columns: ['commentId', 'ordinal', 'side', 'authorName', 'at', 'body', 'visibility', 'inReplyTo'],
  },
  second_review: {
    id: ['decisionId', 'sampleId'],
    columns: ['decisionId', 'sampleId', 'byUserId', 'at', 'outcome', 'verdicts'],
  },
  coaching_note: {
    id: ['noteId'],
    columns: named(
      'noteId decisionId fromUserId fromName toUserId toName at criteria missed strength quality',
    ),
  },
  intake_request: {
    id: ['requestId'],
    columns: ['requestId', 'act', 'payloadSha256', 'result', 'receivedAt'],
  },
  read: {
    id: ['readId'],
    columns: ['readId', 'userId', 'act', 'sha256', 'pages', 'at', 'receivedAt'],
  },
  wipe_act: {
    id: ['entry'],
    columns: ['clientId', 'entry', 'orderId', 'act', 'byUserId', 'byName', 'reason', 'at'],
  },
  carried_operation: {
    id: ['operationId'],
    columns: named('clientId operationId orderId claimId kind byUserId standing madeAt content receivedAt'),
  },
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A row that is about to be written and the same row read back give the same: defaults filled in, uuids small, instants as text. */
function project(table: PgTable, columns: readonly string[], row: Row): Row {
  const known = getTableColumns(table)
  const valueOf = (name: string): unknown => {
    const column = known[name]
    if (column === undefined) throw new Error(`There is no column ${name} to be sealed`)
    const value = row[name] ?? column.default ?? null
    if (value instanceof Date) return value.toISOString()
    return column.columnType === 'PgUUID' && typeof value === 'string' ? value.toLowerCase() : value
  }
  return Object.fromEntries(columns.map((name) => [name, valueOf(name)]))
}

/** @param row as it is given to the database, or as it came out of it. */
export function sealedRow(of: SealedKind, row: Row): SealedRow {
  const { id, columns } = SHAPES[of]
  const sealed = project(SEALED_TABLES[of], columns, row)
  return { of, id: id.map((name) => String(sealed[name])).join(' '), sha256: sha256(canonicalJson(sealed)) }
}

const CLAIM_COLUMNS = named(
  'claimName program solutionArea activities mpnId partnerCompanyName partnerDomains ' +
    'purchaseChannel customerCompanyName customerDomains customerCountry customerIsPublicSector ' +
    'customerContact technicalContact partnerContact revenue laterFlow submittedAt ' +
    'partnerLanguage createdBy isMigrated replaces matters lookups state subState ' +
    'stateChangedAt policyId policyVersion',
)
const ITEM_COLUMNS = ['itemId', 'ordinal', 'productId', 'name', 'subscriptionId']
const CASE_COLUMNS = named(
  'state stateChangedAt revision leadUserId leadName votes resolverUserId resolverName ' +
    'outcome dissolved',
)

/**
 * Hash of how a claim stands: what it states and where it is in its life. Left out is what the hub works out anew at any time (clocks,
 * revision) and who holds it for how long; histories say that.
 */
export const claimStanding = (claim: Row, items: readonly Row[]): string =>
  sha256(
    canonicalJson({
      claim: project(claims, CLAIM_COLUMNS, claim),
      items: items.map((item) => project(claimItems, ITEM_COLUMNS, item)),
    }),
  )

/** Hash of how a case of arbitration stands: votes, outcome, who leads it. */
export const caseStanding = (one: Row): string =>
  sha256(canonicalJson(project(arbitrationCases, CASE_COLUMNS, one)))

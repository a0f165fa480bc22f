import { asc, eq, sql } from 'drizzle-orm'
import type { ClaimDocument, ClaimRecord, Clock } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { toInstant, toInstantOrNull } from './instants.ts'
import type { ReadStore } from './openStore.ts'
import { preparedQuery } from './queryBuilder.ts'
import { statement } from './statements.ts'
import { claims, comments, documents, history, items } from './schema.ts'

type ClaimRow = typeof claims.$inferSelect

/** A claim as it stands here, with the key that its findings and reviewer verdicts are bound to. */
export interface StoredClaim {
  readonly record: ClaimRecord
  readonly checkKey: string
}

const KEY = sql.placeholder('claimKey')
const rowOf = preparedQuery((builder) =>
  builder
    .select()
    .from(claims)
    .where(eq(claims.claimId, sql.placeholder('claimId')))
    .prepare(),
)
const itemsOf = preparedQuery((builder) =>
  builder.select().from(items).where(eq(items.claimKey, KEY)).orderBy(asc(items.position)).prepare(),
)
const papersOf = preparedQuery((builder) =>
  builder
    .select()
    .from(documents)
    .where(eq(documents.claimKey, KEY))
    .orderBy(asc(documents.position))
    .prepare(),
)
const commentsOf = preparedQuery((builder) =>
  builder.select().from(comments).where(eq(comments.claimKey, KEY)).orderBy(asc(comments.position)).prepare(),
)
const historyOf = preparedQuery((builder) =>
  builder.select().from(history).where(eq(history.claimKey, KEY)).orderBy(asc(history.position)).prepare(),
)

/** Null when this workstation does not know the claim. */
export function findClaim(store: ReadStore, claimId: ClaimId): StoredClaim | null {
  const row = rowOf(store).get({ claimId })
  if (row === undefined) return null
  return { record: recordFromRow(store, row), checkKey: row.checkKey }
}

/** The clocks of these claims, as the hub set them. */
export function listClocks(
  store: ReadStore,
  claimIds: readonly ClaimId[],
): ReadonlyMap<ClaimId, readonly Clock[]> {
  const rows = statement(
    store,
    'select claim_id as claimId, clocks from claims where claim_id in (select value from json_each(?))',
  ).all(JSON.stringify(claimIds)) as { claimId: ClaimId; clocks: string }[]
  // Written by this program from parsed records.
  return new Map(rows.map(({ claimId, clocks }) => [claimId, JSON.parse(clocks) as Clock[]]))
}

function recordFromRow(store: ReadStore, row: ClaimRow): ClaimRecord {
  return {
    form: formFromRow(store, row),
    partnerLanguage: row.partnerLanguage,
    state: row.state,
    subState: row.subState,
    stateChangedAt: toInstant(row.stateChangedAt),
    revision: row.revision,
    policy: { id: row.policyId, version: row.policyVersion },
    calendar:
      row.calendarId === null || row.calendarVersion === null
        ? null
        : { id: row.calendarId, version: row.calendarVersion },
    assignedTo:
      row.assignedUserId === null
        ? null
        : {
            userId: row.assignedUserId,
            name: row.assignedName ?? row.assignedUserId,
            until: toInstantOrNull(row.assignedUntil),
          },
    documents: documentsOf(store, row.claimKey),
    ...talkOf(store, row.claimKey),
    clocks: row.clocks,
    matters: row.matters,
    lookups: row.lookups,
    createdBy: row.createdBy,
    isMigrated: row.isMigrated,
    replaces: row.replaces,
    unknown: row.unknownWords,
    competingClaims: row.competingClaims,
  }
}

function formFromRow(store: ReadStore, row: ClaimRow): ClaimRecord['form'] {
  const lines = itemsOf(store).all({ claimKey: row.claimKey })
  return {
    claimId: row.claimId,
    claimName: row.claimName,
    program: row.program,
    solutionArea: row.solutionArea,
    activities: row.activities,
    mpnId: row.mpnId,
    partnerCompanyName: row.partnerName,
    partnerDomains: row.partnerDomains,
    purchaseChannel: row.purchaseChannel,
    customer: {
      companyName: row.customerName,
      tenantId: row.tenantId,
      domains: row.customerDomains,
      country: row.customerCountry,
      isPublicSector: row.customerIsPublicSector,
    },
    ...row.parties,
    laterFlow: row.laterFlow,
    items: lines.map(({ itemId, productId, name, subscriptionId }) => ({
      id: itemId,
      productId,
      name,
      subscriptionId,
    })),
    submittedAt: toInstant(row.submittedAt),
  }
}

function documentsOf(store: ReadStore, claimKey: number): ClaimDocument[] {
  return papersOf(store)
    .all({ claimKey })
    .map(({ claimKey: _key, position: _position, addedAt, ...document }) => ({
      ...document,
      addedAt: toInstant(addedAt),
    }))
}

function talkOf(store: ReadStore, claimKey: number): Pick<ClaimRecord, 'comments' | 'history'> {
  const said = commentsOf(store).all({ claimKey })
  const done = historyOf(store).all({ claimKey })
  return {
    comments: said.map(({ claimKey: _key, position: _position, at, ...comment }) => ({
      ...comment,
      at: toInstant(at),
    })),
    history: done.map(({ claimKey: _key, position: _position, at, ...entry }) => ({
      ...entry,
      at: toInstant(at),
    })),
  }
}

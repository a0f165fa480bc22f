import { and, asc, count, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import type {
  ClaimId,
  OperationId,
  Sha256,
  TenantId,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type { DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'
import type { DecidedVerdict } from '../api/decidedVerdict.ts'
import { amongClaims, type ClaimKey } from './claimsRepo.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { JUDGING_KINDS } from './judgingKinds.ts'
import {
  claimItems,
  claims,
  decisionTwins,
  evidencePlaces,
  evidencePrints,
  judgedDecisions,
  judgedPapers,
  operations,
} from './schema.ts'

/** An operation that decided about a claim, or took that back, as it came in. */
export interface JudgingRow extends ClaimKey {
  readonly decisionId: OperationId
  readonly kind: (typeof JUDGING_KINDS)[number]
  readonly decidedAt: Date
  readonly policy: PolicyVersion
  readonly papers: readonly Sha256[]
  /** Null for what is no decision on one claim. */
  readonly verdicts: readonly DecidedVerdict[] | null
  readonly reasons: readonly DecisionReason[] | null
  /** Of an outcome of cases: all whose claims it decided. */
  readonly parties: readonly { readonly claimId: ClaimId }[] | null
}

const isNotJudgedYet = and(
  inArray(operations.kind, [...JUDGING_KINDS]),
  sql`${operations.result} ->> 'outcome' = 'applied'`,
  isNull(judgedDecisions.decisionId),
)
const isItsRow = and(
  eq(judgedDecisions.tenantId, HUB_TENANT),
  eq(judgedDecisions.claimId, operations.claimId),
  eq(judgedDecisions.decisionId, operations.operationId),
)

/** Those which were not compared yet, the newest first. */
export async function listUnjudged(tx: Tx, most: number): Promise<JudgingRow[]> {
  const { request } = operations
  const rows = await tx
    .select({
      tenantId: operations.tenantId,
      claimId: operations.claimId,
      decisionId: operations.operationId,
      kind: operations.kind,
      decidedAt: operations.receivedAt,
      policy: sql<unknown>`${request} -> 'policy'`,
      papers: sql<unknown>`coalesce(${request} -> 'documentHashes', '[]'::jsonb)`,
      verdicts: sql<unknown>`${request} -> 'action' -> 'verdicts'`,
      reasons: sql<unknown>`${request} -> 'action' -> 'reasons'`,
      parties: sql<unknown>`${request} -> 'action' -> 'parties'`,
    })
    .from(operations)
    .leftJoin(judgedDecisions, isItsRow)
    .where(isNotJudgedYet)
    .orderBy(desc(operations.receivedAt), asc(operations.operationId))
    .limit(most)
  return rows.map((row) => row as JudgingRow) // written from a parsed request
}

export async function countUnjudged(db: Db): Promise<number> {
  const [row] = await db
    .select({ behind: count() })
    .from(operations)
    .leftJoin(judgedDecisions, isItsRow)
    .where(isNotJudgedYet)
  return row?.behind ?? 0
}

/** What of a claim tells what it was about. */
export interface ClaimSubject extends ClaimKey {
  readonly program: string
  readonly solutionArea: string
  readonly activities: readonly string[]
  /** By the item's id. */
  readonly products: ReadonlyMap<string, string>
}

/** By the claim's id; of those that are gone nothing. */
export async function listSubjects(
  tx: Tx,
  keys: readonly ClaimKey[],
): Promise<ReadonlyMap<string, ClaimSubject>> {
  if (keys.length === 0) return new Map()
  const rows = await tx
    .select({
      tenantId: claims.tenantId,
      claimId: claims.claimId,
      program: claims.program,
      solutionArea: claims.solutionArea,
      activities: claims.activities,
    })
    .from(claims)
    .where(amongClaims(claims, keys))
  const items = await tx
    .select({ claimId: claimItems.claimId, itemId: claimItems.itemId, productId: claimItems.productId })
    .from(claimItems)
    .where(amongClaims(claimItems, keys))
  const byClaim = Map.groupBy(items, ({ claimId }) => claimId)
  return new Map(
    rows.map((row) => {
      const products = new Map(
        (byClaim.get(row.claimId) ?? []).map(({ itemId, productId }) => [itemId, productId]),
      )
      // Both ids were written from a parsed form.
      const key = { tenantId: row.tenantId as TenantId, claimId: row.claimId as ClaimId }
      return [row.claimId, { ...row, ...key, products }]
    }),
  )
}

/** A decision as it is compared. */
export interface JudgedRow extends ClaimKey {
  readonly decisionId: OperationId
  readonly decidedAt: Date
  readonly isApproval: boolean
  /** Null = with nothing. */
  readonly likeness: string | null
  readonly papers: readonly Sha256[]
  readonly isRead: boolean
}

/** Adds decisions and what they are found by; those that are there stay. */
export async function insertJudged(tx: Tx, rows: readonly JudgedRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(judgedDecisions)
    .values(
      rows.map(({ tenantId, papers, ...row }) => ({
        ...row,
        tenantId: HUB_TENANT,
        customerTenantId: tenantId,
        papers: [...papers],
      })),
    )
    .onConflictDoNothing()
  const papers = rows.flatMap(({ likeness, papers: own, isApproval, claimId, decisionId }) =>
    likeness === null
      ? []
      : own.map((sha256) => ({
          tenantId: HUB_TENANT,
          likeness,
          sha256,
          isApproval,
          claimId,
          decisionId,
        })),
  )
  if (papers.length > 0) await tx.insert(judgedPapers).values(papers).onConflictDoNothing()
}

type RawJudged = Omit<typeof judgedDecisions.$inferSelect, 'tenantId'>

// Ids and hashes are of parsed requests.
const judgedFrom = ({
  customerTenantId,
  claimId,
  decisionId,
  papers,
  decidedAt,
  isApproval,
  likeness,
  isRead,
}: RawJudged): JudgedRow => ({
  tenantId: customerTenantId as TenantId,
  claimId: claimId as ClaimId,
  decisionId: decisionId as OperationId,
  papers: papers as Sha256[],
  decidedAt,
  isApproval,
  likeness,
  isRead,
})

const MOST_UNREAD = 500

/** Those that were compared by their bytes alone, since nobody had read all of their papers; the newest first. */
export async function listUnread(tx: Tx): Promise<JudgedRow[]> {
  const rows = await tx
    .select()
    .from(judgedDecisions)
    .where(and(eq(judgedDecisions.tenantId, HUB_TENANT), eq(judgedDecisions.isRead, false)))
    .orderBy(desc(judgedDecisions.decidedAt), asc(judgedDecisions.decisionId))
    .limit(MOST_UNREAD)
  return rows.map(judgedFrom)
}

export async function setRead(tx: Tx, rows: readonly JudgedRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.update(judgedDecisions).set({ isRead: true }).where(amongJudged(rows))
}

type JudgedKey = Pick<JudgedRow, 'claimId' | 'decisionId'>

function amongJudged(rows: readonly JudgedKey[]) {
  const pairs = rows.map(({ claimId, decisionId }) => sql`(${claimId}::text, ${decisionId}::uuid)`)
  return and(
    eq(judgedDecisions.tenantId, HUB_TENANT),
    sql`(${judgedDecisions.claimId}, ${judgedDecisions.decisionId}) in (${sql.join(pairs, sql`, `)})`,
  )
}

/** A document's prints of words, those of the files in it with them. */
export async function listTexts(
  tx: Tx,
  sha256s: readonly Sha256[],
): Promise<{ readonly sha256: string; readonly value: string }[]> {
  if (sha256s.length === 0) return []
  return tx
    .selectDistinct({ sha256: evidencePlaces.sha256, value: evidencePrints.value })
    .from(evidencePlaces)
    .innerJoin(
      evidencePrints,
      and(
        eq(evidencePrints.tenantId, evidencePlaces.tenantId),
        eq(evidencePrints.printId, evidencePlaces.printId),
      ),
    )
    .where(
      and(
        eq(evidencePlaces.tenantId, HUB_TENANT),
        inArray(evidencePlaces.sha256, [...sha256s]),
        eq(evidencePrints.kind, 'text'),
      ),
    )
}

const MOST_CANDIDATES = 50

/** Decisions of the other side that have one of these papers, those first that have most of them. */
export async function listOpposite(
  tx: Tx,
  { likeness, isApproval, claimId }: JudgedRow,
  papers: readonly Sha256[],
): Promise<JudgedRow[]> {
  if (likeness === null || papers.length === 0) return []
  const found = await tx
    .select({ claimId: judgedPapers.claimId, decisionId: judgedPapers.decisionId })
    .from(judgedPapers)
    .where(
      and(
        eq(judgedPapers.tenantId, HUB_TENANT),
        eq(judgedPapers.likeness, likeness),
        inArray(judgedPapers.sha256, [...papers]),
        eq(judgedPapers.isApproval, !isApproval),
        ne(judgedPapers.claimId, claimId),
      ),
    )
    .groupBy(judgedPapers.claimId, judgedPapers.decisionId)
    .orderBy(desc(count()), asc(judgedPapers.claimId), asc(judgedPapers.decisionId))
    .limit(MOST_CANDIDATES)
  if (found.length === 0) return []
  const rows = await tx
    .select()
    .from(judgedDecisions)
    .where(amongJudged(found.map((key) => key as JudgedKey))) // of parsed requests
  return rows.map(judgedFrom)
}

export interface TwinRow {
  readonly approved: JudgedRow
  readonly other: JudgedRow
  readonly nearness: number
}

/** Keeps pairs; one that was found before stays as it was found, with what was said of it. */
export async function insertTwins(tx: Tx, pairs: readonly TwinRow[]): Promise<void> {
  if (pairs.length === 0) return
  const rows = new Map(
    pairs.map(({ approved, other, nearness }) => [
      `${approved.decisionId} ${other.decisionId}`,
      {
        tenantId: HUB_TENANT,
        approvedClaimId: approved.claimId,
        approvedId: approved.decisionId,
        otherClaimId: other.claimId,
        otherId: other.decisionId,
        nearness,
        at: new Date(Math.max(approved.decidedAt.getTime(), other.decidedAt.getTime())),
      },
    ]),
  )
  await tx
    .insert(decisionTwins)
    .values([...rows.values()])
    .onConflictDoNothing()
}

export interface FoundTwins {
  readonly approved: ClaimKey & { readonly decisionId: OperationId }
  readonly other: ClaimKey & { readonly decisionId: OperationId }
  readonly nearness: number
  readonly dismissed: {
    readonly by: { readonly userId: UserId; readonly name: string }
    readonly at: Date
    readonly reason: string
  } | null
}

const MOST_PAIRS = 200

interface JudgedColumns {
  readonly tenantId: PgColumn
  readonly claimId: PgColumn
  readonly decisionId: PgColumn
  readonly decidedAt: PgColumn
}

const twinIs = (own: JudgedColumns, claimId: PgColumn, decisionId: PgColumn) =>
  and(eq(own.tenantId, decisionTwins.tenantId), eq(own.claimId, claimId), eq(own.decisionId, decisionId))

/** Nothing was decided of its claim since. */
const stands = (own: JudgedColumns) =>
  sql`not exists (select from ${judgedDecisions} later where later.tenant_id = ${own.tenantId} and later.claim_id = ${own.claimId} and later.decided_at > ${own.decidedAt})`

/** Pairs of which both decisions still stand: those first of which nobody has said anything, then the newest. */
export async function listTwins(db: Db | Tx): Promise<FoundTwins[]> {
  const approved = alias(judgedDecisions, 'approved')
  const other = alias(judgedDecisions, 'other')
  const rows = await db
    .select({ twins: decisionTwins, approved: approved.customerTenantId, other: other.customerTenantId })
    .from(decisionTwins)
    .innerJoin(approved, twinIs(approved, decisionTwins.approvedClaimId, decisionTwins.approvedId))
    .innerJoin(other, twinIs(other, decisionTwins.otherClaimId, decisionTwins.otherId))
    .where(and(eq(decisionTwins.tenantId, HUB_TENANT), stands(approved), stands(other)))
    .orderBy(
      sql`${decisionTwins.dismissedAt} is not null`,
      desc(decisionTwins.at),
      asc(decisionTwins.approvedId),
      asc(decisionTwins.otherId),
    )
    .limit(MOST_PAIRS)
  return rows.map(({ twins, ...tenants }) => ({
    // All ids are of parsed requests and people.
    approved: {
      tenantId: tenants.approved as TenantId,
      claimId: twins.approvedClaimId as ClaimId,
      decisionId: twins.approvedId as OperationId,
    },
    other: {
      tenantId: tenants.other as TenantId,
      claimId: twins.otherClaimId as ClaimId,
      decisionId: twins.otherId as OperationId,
    },
    nearness: twins.nearness,
    dismissed: dismissalOf(twins),
  }))
}

function dismissalOf(row: typeof decisionTwins.$inferSelect): FoundTwins['dismissed'] {
  const { dismissedBy, dismissedByName, dismissedAt, dismissal } = row
  if (dismissedBy === null || dismissedByName === null || dismissedAt === null || dismissal === null)
    return null
  return { by: { userId: dismissedBy as UserId, name: dismissedByName }, at: dismissedAt, reason: dismissal }
}

/** False where no such pair is known, or somebody was first. */
export async function dismissTwins(
  tx: Tx,
  pair: { readonly approvedId: OperationId; readonly otherId: OperationId; readonly otherClaimId: ClaimId },
  said: NonNullable<FoundTwins['dismissed']>,
): Promise<boolean> {
  const rows = await tx
    .update(decisionTwins)
    .set({
      dismissedBy: said.by.userId,
      dismissedByName: said.by.name,
      dismissedAt: said.at,
      dismissal: said.reason,
    })
    .where(
      and(
        eq(decisionTwins.tenantId, HUB_TENANT),
        eq(decisionTwins.approvedId, pair.approvedId),
        eq(decisionTwins.otherId, pair.otherId),
        eq(decisionTwins.otherClaimId, pair.otherClaimId),
        isNull(decisionTwins.dismissedAt),
      ),
    )
    .returning({ approvedId: decisionTwins.approvedId })
  return rows.length > 0
}

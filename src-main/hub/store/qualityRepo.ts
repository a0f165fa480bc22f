import { and, asc, count, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type {
  ClaimId,
  Instant,
  OperationId,
  TenantId,
  UserId,
} from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  type DecisionKind,
  type DecisionReason,
  DECISIONS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { DecidedVerdict } from '../api/decidedVerdict.ts'
import type {
  SampleWish,
  SampleCell,
  SampleView,
  SecondWords,
} from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import { sealedRow } from '../audit/sealedRows.ts'
import { amongClaims, chainOf, type ClaimKey, isClaim } from './claimsRepo.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { claims, operations, qualitySamples, sampledDecisions, secondReviews } from './schema.ts'

/** A decision as its operation says it. */
export interface DecisionRow extends ClaimKey {
  readonly decisionId: OperationId
  readonly deciderId: UserId
  readonly outcome: DecisionKind
  readonly decidedAt: Date
  readonly policy: PolicyVersion
  readonly verdicts: readonly DecidedVerdict[]
  readonly reasons: readonly DecisionReason[]
  /** Of an outcome of cases: the claim was judged beside its rivals. */
  readonly isOfCase: boolean
}

/** What was written from parsed requests is given its brands back. */
interface RawDecision {
  readonly tenantId: string
  readonly claimId: string
  readonly decisionId: string
  readonly deciderId: string
  readonly outcome: string
  readonly decidedAt: Date
  readonly policy: unknown
  readonly verdicts: unknown
  readonly reasons: unknown
}

const decisionColumns = {
  tenantId: operations.tenantId,
  claimId: operations.claimId,
  decisionId: operations.operationId,
  deciderId: operations.userId,
  outcome: operations.kind,
  decidedAt: operations.receivedAt,
  policy: sql<unknown>`${operations.request} -> 'policy'`,
  verdicts: sql<unknown>`${operations.request} -> 'action' -> 'verdicts'`,
  reasons: sql<unknown>`${operations.request} -> 'action' -> 'reasons'`,
}

const decisionFrom = (row: RawDecision): DecisionRow => ({ ...row, isOfCase: false }) as DecisionRow

const isAppliedDecision = and(
  inArray(operations.kind, [...DECISIONS]),
  sql`${operations.result} ->> 'outcome' = 'applied'`,
)

/** What was decided in a span on claims of whatever customer, the newest first. */
export async function listDecisions(
  db: Db | Tx,
  { from, to, most }: { readonly from: Date; readonly to: Date; readonly most: number },
): Promise<DecisionRow[]> {
  const rows = await db
    .select(decisionColumns)
    .from(operations)
    .where(and(isAppliedDecision, gte(operations.receivedAt, from), lt(operations.receivedAt, to)))
    .orderBy(desc(operations.receivedAt), asc(operations.operationId))
    .limit(most)
  return rows.map(decisionFrom)
}

/** Undefined for an operation that decided nothing, or did not come through. */
export async function findDecision(
  db: Db | Tx,
  key: ClaimKey,
  decisionId: OperationId,
): Promise<DecisionRow | undefined> {
  const rows = await db
    .select(decisionColumns)
    .from(operations)
    .where(and(isClaim(operations, key), eq(operations.operationId, decisionId), isAppliedDecision))
  return rows.map(decisionFrom)[0]
}

/** Those of these claims, whoever decided them. */
export async function listDecisionsOn(db: Db | Tx, keys: readonly ClaimKey[]): Promise<DecisionRow[]> {
  if (keys.length === 0) return []
  const rows = await db
    .select(decisionColumns)
    .from(operations)
    .where(and(isAppliedDecision, amongClaims(operations, keys)))
  return rows.map(decisionFrom)
}

export interface AboutClaim {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly customerName: string
  readonly partnerName: string
  readonly mpnId: string
  readonly isPublicSector: boolean
  readonly disputes: number
}

const CLAIMS_AT_ONCE = 500

/** By the claim's id; of those that are gone nothing. */
export async function aboutClaims(
  db: Db | Tx,
  keys: readonly ClaimKey[],
): Promise<ReadonlyMap<string, AboutClaim>> {
  const once = [...new Map(keys.map((key) => [key.claimId, key])).values()]
  const found: AboutClaim[] = []
  for (let at = 0; at < once.length; at += CLAIMS_AT_ONCE)
    found.push(...(await namesOf(db, once.slice(at, at + CLAIMS_AT_ONCE))))
  return new Map(found.map((one) => [one.claimId, one]))
}

async function namesOf(db: Db | Tx, keys: readonly ClaimKey[]): Promise<AboutClaim[]> {
  const rows = await db
    .select({
      claimId: claims.claimId,
      claimName: claims.claimName,
      customerName: claims.customerCompanyName,
      partnerName: claims.partnerCompanyName,
      mpnId: claims.mpnId,
      isPublicSector: claims.customerIsPublicSector,
      matters: claims.matters,
    })
    .from(claims)
    .where(amongClaims(claims, keys))
  return rows.map(({ matters, claimId, ...row }) => ({
    ...row,
    claimId: claimId as ClaimId, // written from a parsed form
    disputes: matters.disputes,
  }))
}

export interface DrawnRow extends ClaimKey {
  readonly decisionId: OperationId
  readonly reviewer: { readonly userId: UserId; readonly name: string } | null
}

/** @returns false when a sample of this id is there already: it stays as it was drawn. */
export async function insertSample(
  tx: Tx,
  { sampleId, seed, perCell, most, from, to }: SampleWish,
  drawn: {
    readonly by: { readonly userId: UserId; readonly name: string }
    readonly at: Date
    readonly cells: readonly SampleCell[]
    readonly decisions: readonly DrawnRow[]
  },
): Promise<boolean> {
  const added = await tx
    .insert(qualitySamples)
    .values({
      tenantId: HUB_TENANT,
      sampleId,
      seed,
      perCell,
      most,
      fromAt: new Date(from),
      toAt: new Date(to),
      drawnBy: drawn.by.userId,
      drawnByName: drawn.by.name,
      drawnAt: drawn.at,
      cells: [...drawn.cells],
    })
    .onConflictDoNothing()
    .returning({ sampleId: qualitySamples.sampleId })
  if (added.length === 0) return false
  const rows = drawn.decisions.map(({ tenantId, claimId, decisionId, reviewer }, ordinal) => ({
    tenantId: HUB_TENANT,
    sampleId,
    decisionId,
    ordinal,
    customerTenantId: tenantId,
    claimId,
    reviewerId: reviewer?.userId ?? null,
    reviewerName: reviewer?.name ?? null,
    reviewedAt: null,
  }))
  await tx.insert(sampledDecisions).values(rows)
  return true
}

const MOST_SAMPLES = 100

/** The newest first. */
export async function listSamples(db: Db | Tx, only: string | null = null): Promise<SampleView[]> {
  const rows = await db
    .select()
    .from(qualitySamples)
    .where(
      and(
        eq(qualitySamples.tenantId, HUB_TENANT),
        only === null ? undefined : eq(qualitySamples.sampleId, only),
      ),
    )
    .orderBy(desc(qualitySamples.drawnAt), asc(qualitySamples.sampleId))
    .limit(MOST_SAMPLES)
  const counts = await db
    .select({
      sampleId: sampledDecisions.sampleId,
      decisions: count(),
      reviewed: count(sampledDecisions.reviewedAt),
    })
    .from(sampledDecisions)
    .where(
      and(
        eq(sampledDecisions.tenantId, HUB_TENANT),
        inArray(
          sampledDecisions.sampleId,
          rows.map(({ sampleId }) => sampleId),
        ),
      ),
    )
    .groupBy(sampledDecisions.sampleId)
  return rows.map((row) => {
    const { sampleId, seed, perCell, most, cells } = row
    const counted = counts.find((one) => one.sampleId === sampleId)
    return {
      sampleId,
      seed,
      perCell,
      most,
      cells,
      from: instant(row.fromAt),
      to: instant(row.toAt),
      drawnBy: { userId: row.drawnBy as UserId, name: row.drawnByName }, // a caller's
      drawnAt: instant(row.drawnAt),
      decisions: counted?.decisions ?? 0,
      reviewed: counted?.reviewed ?? 0,
    }
  })
}

const instant = (date: Date): Instant => date.toISOString() as Instant // what a date gives is one

export interface SampledRow extends DrawnRow {
  readonly sampleId: string
}

const MOST_SAMPLED = 1000

/** In the order drawn. @param of a sample, or a person's own of all samples, the newest sample first. */
export async function listSampled(
  db: Db | Tx,
  of: { readonly sampleId: string } | { readonly reviewerId: UserId },
): Promise<SampledRow[]> {
  const rows = await db
    .select({
      sampleId: sampledDecisions.sampleId,
      decisionId: sampledDecisions.decisionId,
      tenantId: sampledDecisions.customerTenantId,
      claimId: sampledDecisions.claimId,
      reviewerId: sampledDecisions.reviewerId,
      reviewerName: sampledDecisions.reviewerName,
    })
    .from(sampledDecisions)
    .innerJoin(
      qualitySamples,
      and(
        eq(qualitySamples.tenantId, sampledDecisions.tenantId),
        eq(qualitySamples.sampleId, sampledDecisions.sampleId),
      ),
    )
    .where(
      and(
        eq(sampledDecisions.tenantId, HUB_TENANT),
        'sampleId' in of
          ? eq(sampledDecisions.sampleId, of.sampleId)
          : eq(sampledDecisions.reviewerId, of.reviewerId),
      ),
    )
    .orderBy(desc(qualitySamples.drawnAt), asc(sampledDecisions.sampleId), asc(sampledDecisions.ordinal))
    .limit(MOST_SAMPLED)
  return rows.map(({ reviewerId, reviewerName, ...row }) => ({
    sampleId: row.sampleId,
    decisionId: row.decisionId as OperationId, // all of them of parsed operations
    tenantId: row.tenantId as TenantId,
    claimId: row.claimId as ClaimId,
    reviewer:
      reviewerId === null || reviewerName === null
        ? null
        : { userId: reviewerId as UserId, name: reviewerName },
  }))
}

/** A word of somebody who was drawn for it: false when this person was not, or has said theirs. */
export async function claimReview(
  tx: Tx,
  { sampleId, decisionId }: { readonly sampleId: string; readonly decisionId: OperationId },
  reviewerId: UserId,
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .update(sampledDecisions)
    .set({ reviewedAt: at })
    .where(
      and(
        eq(sampledDecisions.tenantId, HUB_TENANT),
        eq(sampledDecisions.sampleId, sampleId),
        eq(sampledDecisions.decisionId, decisionId),
        eq(sampledDecisions.reviewerId, reviewerId),
        sql`${sampledDecisions.reviewedAt} is null`,
      ),
    )
    .returning({ decisionId: sampledDecisions.decisionId })
  return rows.length > 0
}

export interface ReviewRow extends SecondWords {
  readonly sampleId: string
  readonly decisionId: OperationId
  readonly byUserId: UserId
}

export async function insertReview(tx: Tx, key: ClaimKey, { at, ...review }: ReviewRow): Promise<void> {
  const row = { ...key, ...review, verdicts: [...review.verdicts], at: new Date(at) }
  await tx.insert(secondReviews).values(row)
  noteWritten(tx, chainOf(key), { rows: [sealedRow('second_review', row)] })
}

export async function listReviews(db: Db | Tx, keys: readonly ClaimKey[]): Promise<ReviewRow[]> {
  if (keys.length === 0) return []
  const rows = await db.select().from(secondReviews).where(amongClaims(secondReviews, keys))
  return rows.map(({ sampleId, decisionId, byUserId, at, outcome, verdicts }) => ({
    sampleId,
    decisionId: decisionId as OperationId, // of parsed operations
    byUserId: byUserId as UserId,
    at: instant(at),
    outcome,
    verdicts,
  }))
}

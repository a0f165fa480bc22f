import { desc } from 'drizzle-orm'
import type { ClaimId, Instant, Sha256, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimRead } from '../api/reads.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import { sealedRow } from '../audit/sealedRows.ts'
import { type ClaimKey, isClaim } from './claimsRepo.ts'
import type { Db, Tx } from './database.ts'
import { claimReads } from './schema.ts'

export type NewRead = Omit<ClaimRead, 'claimId' | 'receivedAt'>

/** Keeps what was read of a claim, each once. @returns how many were new. */
export async function keepReads(
  tx: Tx,
  { tenantId, claimId }: ClaimKey,
  reads: readonly NewRead[],
  receivedAt: Date,
): Promise<number> {
  const rows = reads.map((read) => ({ ...read, tenantId, claimId, at: new Date(read.at), receivedAt }))
  const added = await tx.insert(claimReads).values(rows).onConflictDoNothing().returning()
  if (added.length > 0)
    noteWritten(
      tx,
      { tenantId, subject: 'reads', subjectId: claimId },
      { rows: added.map((row) => sealedRow('read', row)) },
    )
  return added.length
}

const MOST_LISTED = 1_000

/** The youngest first. */
export async function listReads(db: Db | Tx, key: ClaimKey): Promise<ClaimRead[]> {
  const rows = await db
    .select()
    .from(claimReads)
    .where(isClaim(claimReads, key))
    .orderBy(desc(claimReads.at), desc(claimReads.readId))
    .limit(MOST_LISTED)
  // Written from parsed requests.
  return rows.map(({ tenantId: _tenant, at, receivedAt, ...row }) => ({
    ...row,
    claimId: row.claimId as ClaimId,
    readId: row.readId as Sha256,
    userId: row.userId as UserId,
    sha256: row.sha256 as Sha256 | null,
    at: at.toISOString() as Instant,
    receivedAt: receivedAt.toISOString() as Instant,
  }))
}

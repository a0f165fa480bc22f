import { and, eq } from 'drizzle-orm'
import type { CustomerAct, PartnerAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { IntakeResult } from '../api/intakeResult.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import { sealedRow } from '../audit/sealedRows.ts'
import { chainOf, type ClaimKey, isClaim, placeOf } from './claimsRepo.ts'
import type { Tx } from './database.ts'
import { claimLocator, intakeRequests } from './schema.ts'

export interface IntakeRecord {
  readonly requestId: string
  readonly act: PartnerAct | CustomerAct
  readonly payloadSha256: string
  readonly result: IntakeResult
  readonly receivedAt: Date
}

export async function findIntakeRequest(
  tx: Tx,
  key: ClaimKey,
  requestId: string,
): Promise<Pick<IntakeRecord, 'payloadSha256' | 'result'> | undefined> {
  const rows = await tx
    .select({ payloadSha256: intakeRequests.payloadSha256, result: intakeRequests.result })
    .from(intakeRequests)
    .where(and(isClaim(intakeRequests, key), eq(intakeRequests.requestId, requestId)))
  return rows[0]
}

export async function insertIntakeRequest(tx: Tx, key: ClaimKey, record: IntakeRecord): Promise<void> {
  const row = { ...key, ...record }
  await tx.insert(intakeRequests).values(row)
  noteWritten(tx, chainOf(key), { rows: [sealedRow('intake_request', row)] })
}

/**
 * Takes an id for a new claim. Whoever brings the same id at the same time waits until this transaction ends.
 * @returns false when the id is taken, by whatever tenant.
 */
export async function reserveClaimId(tx: Tx, key: ClaimKey): Promise<boolean> {
  const rows = await tx
    .insert(claimLocator)
    .values(placeOf(key))
    .onConflictDoNothing()
    .returning({ claimId: claimLocator.claimId })
  return rows.length > 0
}

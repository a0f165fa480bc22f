import { and, eq } from 'drizzle-orm'
import type { OperationId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationRequest, OperationResult } from '../api/operations.ts'
import { noteWritten } from '../audit/pendingSeals.ts'
import { sealedRow } from '../audit/sealedRows.ts'
import { chainOf, type ClaimKey, isClaim } from './claimsRepo.ts'
import type { Tx } from './database.ts'
import { operations } from './schema.ts'

export interface StoredOperation {
  readonly payloadSha256: string
  readonly result: OperationResult
}

export async function findOperation(
  tx: Tx,
  key: ClaimKey,
  operationId: OperationId,
): Promise<StoredOperation | undefined> {
  const rows = await tx
    .select({ payloadSha256: operations.payloadSha256, result: operations.result })
    .from(operations)
    .where(and(isClaim(operations, key), eq(operations.operationId, operationId)))
  return rows[0]
}

export interface OperationRecord {
  readonly userId: UserId
  readonly request: OperationRequest
  readonly payloadSha256: string
  readonly result: OperationResult
  readonly receivedAt: Date
}

export async function insertOperation(tx: Tx, key: ClaimKey, record: OperationRecord): Promise<void> {
  const { operationId, clientId, sequence, action } = record.request
  const row = { ...key, ...record, operationId, clientId, sequence, kind: action.kind }
  await tx.insert(operations).values(row)
  noteWritten(tx, chainOf(key), { rows: [sealedRow('operation', row)] })
}

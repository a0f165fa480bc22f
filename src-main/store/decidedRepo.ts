import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { ClaimId, OperationId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** More than a claim of 200 papers makes; a row that the disk changed must not fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024

export interface Decided {
  readonly operationId: OperationId
  readonly claimId: ClaimId
  readonly madeAt: number
  /** A value of JSON; whoever reads it back checks its shape. */
  readonly seen: unknown
}

/** In the transaction of the decision. A repeat of the same act writes nothing. */
export function putDecided(store: WriteStore, { operationId, claimId, madeAt, seen }: Decided): void {
  statement(
    store,
    'insert into decided (operation_id, claim_id, made_at, seen) values (?, ?, ?, ?) on conflict do nothing',
  ).run(operationId, claimId, madeAt, deflateRawSync(JSON.stringify(seen)))
}

/** Taken back within its undo time it was no decision. */
export function removeDecided(store: WriteStore, operationId: OperationId): void {
  statement(store, 'delete from decided where operation_id = ?').run(operationId)
}

/** Of a claim, the youngest first. What can no longer be read is null. */
export function listDecided(store: ReadStore, claimId: ClaimId): Decided[] {
  const rows = statement(
    store,
    `select operation_id as operationId, claim_id as claimId, made_at as madeAt, seen from decided
     where claim_id = ? order by made_at desc, operation_id`,
  ).all(claimId) as (Omit<Decided, 'seen'> & { seen: Buffer })[]
  return rows.map((row) => ({ ...row, seen: inflated(row.seen) }))
}

/** After a database was put together from several: what one of them knows to be taken back, another may still have. */
export function removeUndoneDecided(store: WriteStore): void {
  statement(
    store,
    `delete from decided where operation_id in (select operation_id from settled where outcome = 'undone')`,
  ).run()
}

/** Whether a row of a damaged database still says which decision of which claim it is. */
export function isWholeDecided(operationId: unknown, claimId: unknown, bytes: unknown): boolean {
  const seen = bytes instanceof Uint8Array ? Named.safeParse(inflated(bytes)) : null
  return seen?.data?.operation.operationId === operationId && seen?.data?.claim.form.claimId === claimId
}

const Named = z.object({
  operation: z.object({ operationId: OperationId }),
  claim: z.object({ form: z.object({ claimId: ClaimId }) }),
})

function inflated(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8')) as unknown
  } catch {
    return null
  }
}

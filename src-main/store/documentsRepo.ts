import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

export interface MissingDocument {
  readonly claimId: ClaimId
  readonly sha256: Sha256
  readonly sizeBytes: number
}

/** Documents that are not on this machine, those of the claim that is due first at the front; each hash once. */
export function listMissingDocuments(store: ReadStore, limit: number): MissingDocument[] {
  const rows = statement(
    store,
    `select claims.claim_id as claimId, documents.sha256 as sha256, documents.size_bytes as sizeBytes
     from claims join documents using (claim_key)
     where claims.documents_missing > 0 and not exists (select 1 from local_documents where local_documents.sha256 = documents.sha256)
     order by claims.due_sort limit ?`,
  ).all(limit) as MissingDocument[]
  return rows.filter((row, at) => rows.findIndex(({ sha256 }) => sha256 === row.sha256) === at)
}

const CARRIERS = '(select claim_key from documents where sha256 = ?)'

/** Says that the bytes of a document are on this machine and were checked against their hash. */
export function markLocal(store: WriteStore, sha256: Sha256, sizeBytes: number, fetchedAt: number): void {
  const added = statement(store, 'insert or ignore into local_documents values (?, ?, ?)').run(
    sha256,
    sizeBytes,
    fetchedAt,
  )
  if (added.changes > 0) recount(store, sha256)
}

/** The bytes were found gone or damaged: fetch them again. */
export function markMissing(store: WriteStore, sha256: Sha256): void {
  const removed = statement(store, 'delete from local_documents where sha256 = ?').run(sha256)
  if (removed.changes > 0) recount(store, sha256)
}

/** How many documents of a claim are not here; `documents` has its rows, `local_documents` the hashes. */
export const COUNT_MISSING =
  '(select count(*) from documents where documents.claim_key = claims.claim_key and sha256 not in (select sha256 from local_documents))'

function recount(store: WriteStore, sha256: Sha256): void {
  statement(
    store,
    `update claims set documents_missing = ${COUNT_MISSING} where claim_key in ${CARRIERS}`,
  ).run(sha256)
}

export function isLocal(store: ReadStore, sha256: Sha256): boolean {
  return statement(store, 'select 1 from local_documents where sha256 = ?').get(sha256) !== undefined
}

/** Whether this hash is one of this claim's documents: the right to see a document comes from its claim. */
export function belongsToClaim(store: ReadStore, claimId: ClaimId, sha256: Sha256): boolean {
  return (
    statement(
      store,
      'select 1 from documents join claims using (claim_key) where claim_id = ? and sha256 = ?',
    ).get(claimId, sha256) !== undefined
  )
}

/** Documents of all claims; one that several claims carry counts for each. */
export function countDocuments(store: ReadStore): { local: number; known: number } {
  const { known, missing } = statement(
    store,
    `select (select count(*) from documents) as known,
       (select coalesce(sum(documents_missing), 0) from claims where documents_missing > 0) as missing`,
  ).get() as { known: number; missing: number }
  return { known, local: known - missing }
}

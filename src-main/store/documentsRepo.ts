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
  return statement(
    store,
    `select claims.claim_id as claimId, documents.sha256 as sha256, documents.size_bytes as sizeBytes
     from documents join claims using (claim_key) left join local_documents on local_documents.sha256 = documents.sha256
     where local_documents.sha256 is null
     group by documents.sha256 order by min(claims.due_sort) limit ?`,
  ).all(limit) as MissingDocument[]
}

/** Says that the bytes of a document are on this machine and were checked against their hash. */
export function markLocal(store: WriteStore, sha256: Sha256, sizeBytes: number, fetchedAt: number): void {
  statement(store, 'insert or replace into local_documents values (?, ?, ?)').run(
    sha256,
    sizeBytes,
    fetchedAt,
  )
}

/** The bytes were found gone or damaged: fetch them again. */
export function markMissing(store: WriteStore, sha256: Sha256): void {
  statement(store, 'delete from local_documents where sha256 = ?').run(sha256)
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

export function countDocuments(store: ReadStore): { local: number; known: number } {
  return statement(
    store,
    `select count(distinct documents.sha256) as known, count(distinct local_documents.sha256) as local
     from documents left join local_documents on local_documents.sha256 = documents.sha256`,
  ).get() as { local: number; known: number }
}

import type { ClaimId, Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
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

/** Documents of the claims that this person holds. */
export function countDocumentsOf(store: ReadStore, userId: UserId): { local: number; known: number } {
  return statement(
    store,
    `select count(*) as known, coalesce(sum(sha256 in (select sha256 from local_documents)), 0) as local
     from documents join claims using (claim_key) where assigned_user_id = ?`,
  ).get(userId) as { local: number; known: number }
}

/** Bytes that documents take on this machine; one that several claims carry counts once. */
export function usedBytes(store: ReadStore): number {
  return statement(store, 'select coalesce(sum(size_bytes), 0) from local_documents').pluck().get() as number
}

export interface NamedMissing {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly isMine: boolean
  /** Null = nothing was refused: it has not come yet. */
  readonly refusal: 'not_given' | 'damaged' | null
}

/** Documents that are not here, those of this person first, then in queue order. */
export function listMissingWithNames(store: ReadStore, userId: UserId, limit: number): NamedMissing[] {
  const rows = statement(
    store,
    `select claims.claim_id as claimId, claims.claim_name as claimName, file_name as fileName, documents.size_bytes as sizeBytes,
       coalesce(assigned_user_id = @userId, 0) as isMine, refused_documents.reason as refusal
     from claims join documents using (claim_key) left join refused_documents using (sha256)
     where claims.documents_missing > 0 and documents.sha256 not in (select sha256 from local_documents)
     order by isMine desc, claims.due_sort, documents.position limit @limit`,
  ).all({ userId, limit }) as (Omit<NamedMissing, 'isMine'> & { readonly isMine: number })[]
  return rows.map((row) => ({ ...row, isMine: row.isMine === 1 }))
}

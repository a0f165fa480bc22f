import type { ClaimId, Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/**
 * Whether a claim is this person's, who may have taken it without the hub's knowing yet. Whose lease is over at this moment the hub
 * says, not this machine's clock.
 */
const IS_MINE = `(assigned_until is not null and assigned_user_id = @userId or claim_id in
  (select claim_id from outbox where by_user_id = @userId and kind in ('take', 'start_review')))`
/** Nothing more is to be decided on it. */
const IS_CLOSED = "claims.state in ('approved', 'rejected')"
const IS_LOCAL = 'documents.sha256 in (select sha256 from local_documents)'

export interface MissingDocument {
  readonly claimId: ClaimId
  readonly sha256: Sha256
  readonly sizeBytes: number
}

export interface MissingQuery {
  readonly userId: UserId
  /** Only documents of claims that this person holds, or of all. */
  readonly of: 'mine' | 'all'
  /** Only documents of claims on which work is to be done. */
  readonly isOpenOnly: boolean
  /** Bytes; a document that takes more is passed over. */
  readonly room: number
  readonly limit: number
}

/** Documents that are not on this machine and were not refused, those of the claim that is due first at the front; each hash once. */
export function listMissingDocuments(store: ReadStore, query: MissingQuery): MissingDocument[] {
  const { userId, of, isOpenOnly, room, limit } = query
  const rows = statement(
    store,
    `select claims.claim_id as claimId, documents.sha256 as sha256, documents.size_bytes as sizeBytes
     from claims join documents using (claim_key)
     where claims.documents_missing > 0 and not ${IS_LOCAL} and documents.size_bytes <= @room
       and documents.sha256 not in (select sha256 from refused_documents)
       ${of === 'mine' ? `and ${IS_MINE}` : ''} ${isOpenOnly ? `and not ${IS_CLOSED}` : ''}
     order by claims.due_sort limit @limit`,
  ).all({ room, limit, ...(of === 'mine' ? { userId } : {}) }) as MissingDocument[]
  return rows.filter((row, at) => rows.findIndex(({ sha256 }) => sha256 === row.sha256) === at)
}

const CARRIERS = '(select claim_key from documents where sha256 = ?)'

/** Says that the bytes of a document are on this machine and were checked against their hash. Gives back the claims of which that is news. */
export function markLocal(
  store: WriteStore,
  sha256: Sha256,
  sizeBytes: number,
  fetchedAt: number,
): ClaimId[] {
  const added = statement(store, 'insert or ignore into local_documents values (?, ?, ?)').run(
    sha256,
    sizeBytes,
    fetchedAt,
  )
  return added.changes > 0 ? recount(store, sha256) : []
}

/** The bytes are gone or damaged, and to be fetched again where there is room. Gives back the claims of which that is news. */
export function markMissing(store: WriteStore, sha256: Sha256): ClaimId[] {
  const removed = statement(store, 'delete from local_documents where sha256 = ?').run(sha256)
  return removed.changes > 0 ? recount(store, sha256) : []
}

/** How many documents of a claim are not here; `documents` has its rows, `local_documents` the hashes. */
export const COUNT_MISSING =
  '(select count(*) from documents where documents.claim_key = claims.claim_key and sha256 not in (select sha256 from local_documents))'

function recount(store: WriteStore, sha256: Sha256): ClaimId[] {
  return statement(
    store,
    `update claims set documents_missing = ${COUNT_MISSING} where claim_key in ${CARRIERS} returning claim_id`,
  )
    .pluck()
    .all(sha256) as ClaimId[]
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

/** As the partner named the file; null when this claim has no document of this hash. */
export function findDocumentName(store: ReadStore, claimId: ClaimId, sha256: Sha256): string | null {
  const name = statement(
    store,
    'select file_name from documents join claims using (claim_key) where claim_id = ? and sha256 = ?',
  )
    .pluck()
    .get(claimId, sha256)
  return typeof name === 'string' ? name : null
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
    `select count(*) as known, coalesce(sum(${IS_LOCAL}), 0) as local
     from documents join claims using (claim_key) where ${IS_MINE}`,
  ).get({ userId }) as { local: number; known: number }
}

/** Bytes that documents take on this machine; one that several claims carry counts once. */
export function usedBytes(store: ReadStore): number {
  return statement(store, 'select coalesce(sum(size_bytes), 0) from local_documents').pluck().get() as number
}

export interface NamedMissing {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly sha256: Sha256
  readonly fileName: string
  readonly sizeBytes: number
  readonly isMine: boolean
  /** Nothing more is to be decided on its claim. */
  readonly isClosed: boolean
  /** Null = nothing was refused: it has not come yet. */
  readonly refusal: RefusalReason | null
}

/** Documents that are not here, those of this person first, then in queue order. */
export function listMissingWithNames(store: ReadStore, userId: UserId, limit: number): NamedMissing[] {
  const rows = statement(
    store,
    `select claims.claim_id as claimId, claims.claim_name as claimName, documents.sha256 as sha256, file_name as fileName,
       documents.size_bytes as sizeBytes, coalesce(${IS_MINE}, 0) as isMine, ${IS_CLOSED} as isClosed,
       refused_documents.reason as refusal
     from claims join documents using (claim_key) left join refused_documents using (sha256)
     where claims.documents_missing > 0 and not ${IS_LOCAL}
     order by isMine desc, claims.due_sort, documents.position limit @limit`,
  ).all({ userId, limit }) as (Omit<NamedMissing, 'isMine' | 'isClosed'> & {
    readonly isMine: number
    readonly isClosed: number
  })[]
  return rows.map((row) => ({ ...row, isMine: row.isMine === 1, isClosed: row.isClosed === 1 }))
}

/** `not_given`: the hub has no such bytes for this person. `damaged`: it has other bytes than their name says. */
export type RefusalReason = 'not_given' | 'damaged'

/** Notes that a document cannot be had at present, so that it is not asked for at every round. */
export function putRefusal(store: WriteStore, sha256: Sha256, reason: RefusalReason, at: number): void {
  statement(store, 'insert or replace into refused_documents (sha256, reason, at) values (?, ?, ?)').run(
    sha256,
    reason,
    at,
  )
}

/** Every document may be asked for again. */
export function forgetRefusals(store: WriteStore): void {
  statement(store, 'delete from refused_documents').run()
}

/** The documents of these claims may be asked for again: something about the claims changed. */
export function askForRefusedAgain(store: WriteStore, claimIds: readonly ClaimId[]): void {
  if (claimIds.length === 0) return
  if (statement(store, 'select 1 from refused_documents limit 1').get() === undefined) return
  const forget = statement(
    store,
    'delete from refused_documents where sha256 in (select sha256 from documents join claims using (claim_key) where claim_id = ?)',
  )
  for (const claimId of claimIds) forget.run(claimId)
}

import type { Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Null = there is none. */
export function findDocumentKey(store: ReadStore, sha256: Sha256): Buffer | null {
  const key = statement(store, 'select key from document_keys where sha256 = ?').pluck().get(sha256)
  return Buffer.isBuffer(key) ? key : null
}

/** @param key 32 bytes. */
export function putDocumentKey(store: WriteStore, sha256: Sha256, key: Buffer, madeAt: number): void {
  statement(store, 'insert into document_keys (sha256, key, made_at) values (?, ?, ?)').run(
    sha256,
    key,
    madeAt,
  )
}

export function removeDocumentKey(store: WriteStore, sha256: Sha256): void {
  statement(store, 'delete from document_keys where sha256 = ?').run(sha256)
}

/** Of every document that has one. */
export function listDocumentKeys(store: ReadStore): Sha256[] {
  return statement(store, 'select sha256 from document_keys').pluck().all() as Sha256[]
}

/**
 * Keys of documents that no claim carries and that do not count as being here: of a fetch that was never finished, or of an earlier
 * database. None while the feed was not read to its end, since the claims may still come.
 */
export function listOrphanKeys(store: ReadStore): Sha256[] {
  return statement(
    store,
    `select sha256 from document_keys
     where exists (select 1 from profile where name = 'feed_link')
       and sha256 not in (select sha256 from documents) and sha256 not in (select sha256 from local_documents)`,
  )
    .pluck()
    .all() as Sha256[]
}

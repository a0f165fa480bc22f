import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

export interface UnsentFacts {
  readonly sha256: Sha256
  readonly readerVersion: string
  /** As they were stored: JSON text. */
  readonly facts: string
  /** One of the claims that carry the document. */
  readonly claimId: ClaimId
}

/** Facts that the hub has not had yet, oldest first; those of documents that no claim carries wait until one does. */
export function listUnsentFacts(store: ReadStore, limit: number): UnsentFacts[] {
  return statement(
    store,
    `select sha256, reader_version as readerVersion, facts, (select claim_id from documents join claims using (claim_key)
       where documents.sha256 = facts.sha256 limit 1) as claimId
     from facts where sent_at is null and exists (select 1 from documents where documents.sha256 = facts.sha256)
     order by read_at limit ?`,
  ).all(limit) as UnsentFacts[]
}

export function markFactsSent(store: WriteStore, { sha256, readerVersion }: UnsentFacts, at: number): void {
  statement(store, 'update facts set sent_at = ? where sha256 = ? and reader_version = ?').run(
    at,
    sha256,
    readerVersion,
  )
}

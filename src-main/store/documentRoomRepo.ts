import type { Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'

export interface LocalDocument {
  readonly sha256: Sha256
  readonly sizeBytes: number
}

/** Documents here that no claim carries any more. */
export function listOrphans(store: ReadStore): LocalDocument[] {
  return statement(
    store,
    'select sha256, size_bytes as sizeBytes from local_documents where sha256 not in (select sha256 from documents)',
  ).all() as LocalDocument[]
}

/** A claim whose documents stay whatever the room is: this person holds it, or something said here is on its way to it. */
const IS_KEPT = `(assigned_until is not null and assigned_user_id = @userId or claim_id in (select claim_id from outbox))`
const IS_OPEN = "state not in ('approved', 'rejected')"

/**
 * Documents that may be let go to make room, those to be let go first at the front: of claims on which nothing is to be decided, and,
 * where `of` says so, then of those at the end of the queue.
 */
export function listExpendable(store: ReadStore, userId: UserId, of: 'closed' | 'all'): LocalDocument[] {
  return statement(
    store,
    `select sha256, local_documents.size_bytes as sizeBytes, max(${IS_OPEN}) as isOpen, min(due_sort) as dueSort
     from local_documents join documents using (sha256) join claims using (claim_key)
     group by sha256 having max(${IS_KEPT}) = 0 ${of === 'closed' ? 'and isOpen = 0' : ''}
     order by isOpen, dueSort desc`,
  ).all({ userId }) as LocalDocument[]
}

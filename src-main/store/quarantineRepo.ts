import type { CaseId, ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

export interface BadItem {
  readonly itemKey: string
  readonly claimId: string | null
  readonly reason: string
  readonly raw: string
  readonly receivedAt: number
}

/** Keeps aside what did not fit its schema; a later good item of the same claim lets it go. */
export function quarantineItem(store: WriteStore, item: BadItem): void {
  statement(store, 'insert or replace into quarantine values (?, ?, ?, ?, ?)').run(
    item.itemKey,
    item.claimId,
    item.reason,
    item.raw,
    item.receivedAt,
  )
}

export function releaseFromQuarantine(store: WriteStore, id: ClaimId | CaseId): void {
  statement(store, 'delete from quarantine where item_key = ?').run(id)
}

export interface Quarantined {
  readonly claimId: string | null
  readonly reason: string
  readonly receivedAt: number
}

export function listQuarantine(store: ReadStore): Quarantined[] {
  return statement(
    store,
    'select claim_id as claimId, reason, received_at as receivedAt from quarantine order by received_at desc',
  ).all() as Quarantined[]
}

import { createHash } from 'node:crypto'
import type { ClaimId, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** One act on this workstation. `facts` hold ids and counts, never contents. */
export interface AuditAct {
  readonly at: number
  readonly actor: UserId
  readonly act: string
  readonly claimId: ClaimId | null
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

interface AuditRow {
  readonly entry: number
  readonly at: number
  readonly actor: UserId
  readonly act: string
  readonly claim_id: ClaimId | null
  readonly facts: string
  readonly previous_hash: string
  readonly hash: string
}

const GENESIS = '0'.repeat(64)

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const canonical = [row.entry, row.at, row.actor, row.act, row.claim_id, row.facts, row.previous_hash]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex')
}

/** Adds to the chain; in the same transaction as the act itself. */
export function appendAudit(store: WriteStore, { at, actor, act, claimId, facts }: AuditAct): void {
  const last = statement(store, 'select entry, hash from audit order by entry desc limit 1').get() as
    | Pick<AuditRow, 'entry' | 'hash'>
    | undefined
  const row = {
    entry: (last?.entry ?? 0) + 1,
    at,
    actor,
    act,
    claim_id: claimId,
    facts: JSON.stringify(facts),
    previous_hash: last?.hash ?? GENESIS,
  }
  statement(
    store,
    'insert into audit (entry, at, actor, act, claim_id, facts, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(row.entry, at, actor, act, claimId, row.facts, row.previous_hash, hashOf(row))
}

/** The first entry that was changed, removed or moved; null = whole. A cut-off tail needs an anchor outside to be seen. */
export function findBreakInAudit(store: ReadStore): number | null {
  let previous = GENESIS
  let expected = 1
  for (const row of store.sqlite
    .prepare('select * from audit order by entry')
    .iterate() as Iterable<AuditRow>) {
    if (row.entry !== expected || row.previous_hash !== previous || row.hash !== hashOf(row)) return row.entry
    previous = row.hash
    expected += 1
  }
  return null
}

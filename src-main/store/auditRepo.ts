import { createHash } from 'node:crypto'
import type { AuditActName } from '../../src-preload/contract/vocabulary/auditWords.ts'
import type { ClaimId, Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** One act on this workstation. `facts` hold ids and counts, never contents. */
export interface AuditAct {
  readonly at: number
  readonly actor: UserId
  readonly act: AuditActName
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

/** An entry as it stands in the chain. `at`: epoch milliseconds. */
export interface AuditEntry extends Omit<AuditAct, 'act' | 'facts'> {
  readonly entry: number
  /** Of an older or newer version it may be a word that this one does not know. */
  readonly act: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly previousHash: Sha256
  readonly hash: Sha256
}

const ENTRY = `entry, at, actor, act, claim_id as claimId, facts, previous_hash as previousHash, hash`
const entryFrom = (row: unknown): AuditEntry => {
  const { facts, ...entry } = row as Omit<AuditEntry, 'facts'> & { readonly facts: string }
  return { ...entry, facts: JSON.parse(facts) as AuditEntry['facts'] }
}

/** Everything that was noted of a claim, oldest first. */
export function listAuditOfClaim(store: ReadStore, claimId: ClaimId): AuditEntry[] {
  return statement(store, `select ${ENTRY} from audit where claim_id = ? order by entry`)
    .all(claimId)
    .map(entryFrom)
}

/** When the record of these bytes was made here, epoch milliseconds; null = the log does not know it. */
export function findRecordMade(store: ReadStore, sha256: Sha256): number | null {
  const at = statement(
    store,
    "select at from audit where act = 'decision_record' and facts ->> '$.sha256' = ? order by entry limit 1",
  )
    .pluck()
    .get(sha256)
  return typeof at === 'number' ? at : null
}

interface ListedAct {
  readonly actor: UserId
  readonly act: AuditActName
  readonly claimId: ClaimId | null
  readonly facts: Readonly<Record<string, string>>
}

/** Of these acts, those not older than `sinceMs`, youngest first. Reads no further back: the log only grows at its end. */
export function listActsSince(store: ReadStore, sinceMs: number, acts: readonly AuditActName[]): ListedAct[] {
  const found: ListedAct[] = []
  const rows = store.sqlite
    .prepare('select at, actor, act, claim_id as claimId, facts from audit order by entry desc')
    .iterate() as Iterable<Omit<ListedAct, 'facts'> & { at: number; facts: string }>
  for (const { at, facts, ...row } of rows) {
    if (at < sinceMs) break
    if (acts.includes(row.act)) found.push({ ...row, facts: JSON.parse(facts) as ListedAct['facts'] })
  }
  return found
}

/** Of what a person did here, what comes after an entry. `hash` names an entry for good: it goes on from all that were before. */
export function listAuditAfter(
  store: ReadStore,
  {
    after,
    actor,
    acts,
  }: { readonly after: number; readonly actor: UserId; readonly acts: readonly string[] },
  limit: number,
): AuditEntry[] {
  return statement(
    store,
    `select ${ENTRY} from audit where entry > ? and actor = ? and act in (select value from json_each(?)) order by entry limit ?`,
  )
    .all(after, actor, JSON.stringify(acts), limit)
    .map(entryFrom)
}

/** Null = there is no such entry. */
export function findAuditHash(store: ReadStore, entry: number): Sha256 | null {
  const hash = statement(store, 'select hash from audit where entry = ?').pluck().get(entry)
  return (hash ?? null) as Sha256 | null
}

export function countAudit(store: ReadStore): number {
  return statement(store, 'select count(*) from audit').pluck().get() as number
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

import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { AuditSubject } from '../audit/auditSubjects.ts'
import { auditEntries } from './auditSchema.ts'
import type { Db, Tx } from './database.ts'

export interface ChainKey {
  readonly tenantId: TenantId
  readonly subject: AuditSubject
  readonly subjectId: string
}

export interface NewEntry extends ChainKey {
  /** Canonical JSON. */
  readonly body: string
}

export interface AuditEntry extends NewEntry {
  readonly entry: number
  readonly hash: string
}

/** What the hash of a first entry goes on from. */
export const GENESIS = '0'.repeat(64)

/** Six values each, and a statement takes 65,535. */
const ENTRIES_AT_ONCE = 5_000
/** Of two who add to a chain at once the second waits for the first, and tries again behind it. */
const TRIES = 20

/**
 * Adds to chains, at most one entry to each. The database itself finds the end and works out the hash, so that this is one trip for each
 * customer; no lock is asked for: who comes second to the same number finds it taken once the first is committed.
 */
export async function appendEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const byTenant = Map.groupBy(entries, ({ tenantId }) => tenantId)
  for (const [tenantId, own] of [...byTenant].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const sorted = own.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    for (let from = 0; from < sorted.length; from += ENTRIES_AT_ONCE)
      await appendToTenant(tx, tenantId, sorted.slice(from, from + ENTRIES_AT_ONCE))
  }
}

const nameOf = ({ subject, subjectId }: Pick<ChainKey, 'subject' | 'subjectId'>) => `${subject} ${subjectId}`

async function appendToTenant(tx: Tx, tenantId: TenantId, entries: readonly NewEntry[]): Promise<void> {
  let left = entries
  for (let tries = 1; left.length > 0; tries += 1) {
    if (tries > TRIES) throw new Error('The end of a chain could not be reached')
    const added = new Set((await tryAppend(tx, tenantId, left)).map(nameOf))
    left = left.filter((one) => !added.has(nameOf(one)))
  }
}

function tryAppend(tx: Tx, tenantId: TenantId, entries: readonly NewEntry[]) {
  const rows = entries.map((one) => sql`(${one.subject}::text, ${one.subjectId}::text, ${one.body}::text)`)
  const { subject, subjectId, entry, hash } = auditEntries
  const last = sql`select ${entry}, ${hash} from ${auditEntries} where ${auditEntries.tenantId} = ${tenantId}
    and ${subject} = added.subject and ${subjectId} = added.subject_id order by ${entry} desc limit 1`
  return tx
    .insert(auditEntries)
    .select(
      sql`select ${tenantId}::uuid, added.subject, added.subject_id, coalesce(last.entry, 0) + 1, added.body,
        encode(sha256(convert_to(coalesce(last.hash, ${GENESIS}::text) || added.body, 'UTF8')), 'hex'), pg_current_xact_id()
        from (values ${sql.join(rows, sql`, `)}) as added (subject, subject_id, body) left join lateral (${last}) as last on true
        order by added.subject, added.subject_id`,
    )
    .onConflictDoNothing()
    .returning({ subject, subjectId })
}

/** The chain's entries, the first one first. */
export async function listEntries(db: Db | Tx, key: ChainKey): Promise<AuditEntry[]> {
  const rows = await db.select().from(auditEntries).where(isChain(key)).orderBy(asc(auditEntries.entry))
  return rows.map(entryFrom)
}

export async function hasChain(db: Db | Tx, key: ChainKey): Promise<boolean> {
  const rows = await db.select({ entry: auditEntries.entry }).from(auditEntries).where(isChain(key)).limit(1)
  return rows.length > 0
}

const isChain = ({ tenantId, subject, subjectId }: ChainKey) =>
  and(
    eq(auditEntries.tenantId, tenantId),
    eq(auditEntries.subject, subject),
    eq(auditEntries.subjectId, subjectId),
  )

type Row = typeof auditEntries.$inferSelect
const entryFrom = ({ tenantId, subject, subjectId, entry, body, hash }: Row): AuditEntry => ({
  tenantId: tenantId as TenantId, // written from a parsed form
  subject,
  subjectId,
  entry,
  body,
  hash,
})

/** A page of all entries there are, chain after chain. @param after the last one of the page before; null = from the beginning. */
export async function pageOfEntries(
  db: Db | Tx,
  after: AuditEntry | null,
  most: number,
): Promise<AuditEntry[]> {
  const { tenantId, subject, subjectId, entry } = auditEntries
  const isAfter =
    after === null
      ? gt(entry, 0)
      : sql`(${tenantId}, ${subject}, ${subjectId}, ${entry}) > (${after.tenantId}::uuid, ${after.subject}::text, ${after.subjectId}::text, ${after.entry}::int)`
  const rows = await db
    .select()
    .from(auditEntries)
    .where(isAfter)
    .orderBy(asc(tenantId), asc(subject), asc(subjectId), asc(entry))
    .limit(most)
  return rows.map(entryFrom)
}

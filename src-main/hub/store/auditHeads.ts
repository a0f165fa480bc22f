import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { AuditSubject } from '../audit/auditSubjects.ts'
import { auditEntries } from './auditSchema.ts'
import type { Db, Tx } from './database.ts'
import { arbitrationCases, claims } from './schema.ts'

/** Transactions before this one are over: committed or never to be seen. */
export async function oldestRunning(tx: Tx): Promise<string> {
  const rows = await tx
    .select({ xid: sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text` })
    .from(sql`(select 1) as one`)
  const xid = rows[0]?.xid
  if (xid === undefined) throw new Error('The database does not tell which transactions run')
  return xid
}

/** Whether this database has chains: that of an older hub does not. */
export async function hasLog(db: Db): Promise<boolean> {
  const rows = await db
    .select({ there: sql<boolean>`to_regclass('audit_entries') is not null` })
    .from(sql`(select 1) as one`)
  return rows[0]?.there === true
}

type ChainName = readonly [tenantId: string, subject: AuditSubject, subjectId: string]
type HeadRow = [tenantId: string, subject: AuditSubject, subjectId: string, entry: number, hash: string]

interface HeadsWish {
  /** Numbers of transactions; null = of all entries that are there. */
  readonly from: string | null
  readonly upTo: string
  readonly after: ChainName | null
}

/** The last entry of each chain that grew in these transactions, in the order of chains. */
export async function listHeads(tx: Tx, { from, upTo, after }: HeadsWish, most: number): Promise<HeadRow[]> {
  const { tenantId, subject, subjectId, entry, hash, changedXid } = auditEntries
  const rows = await tx
    .selectDistinctOn([tenantId, subject, subjectId], { tenantId, subject, subjectId, entry, hash })
    .from(auditEntries)
    .where(
      and(
        from === null ? undefined : sql`${changedXid} >= ${from}::xid8 and ${changedXid} < ${upTo}::xid8`,
        after === null
          ? undefined
          : sql`(${tenantId}, ${subject}, ${subjectId}) > (${after[0]}::uuid, ${after[1]}::text, ${after[2]}::text)`,
      ),
    )
    .orderBy(asc(tenantId), asc(subject), asc(subjectId), desc(entry))
    .limit(most)
  return rows.map((row) => [row.tenantId, row.subject, row.subjectId, row.entry, row.hash])
}

/** The hashes that stand at these places now, by `tenant subject id`; without those that are not there. */
export async function hashesAt(tx: Tx, heads: readonly HeadRow[]): Promise<ReadonlyMap<string, string>> {
  if (heads.length === 0) return new Map()
  const places = heads.map(
    ([tenantId, subject, subjectId, entry]) =>
      sql`(${tenantId}::uuid, ${subject}::text, ${subjectId}::text, ${entry}::int)`,
  )
  const { tenantId, subject, subjectId, entry, hash } = auditEntries
  const rows = await tx
    .select({ tenantId, subject, subjectId, hash })
    .from(auditEntries)
    .where(sql`(${tenantId}, ${subject}, ${subjectId}, ${entry}) in (${sql.join(places, sql`, `)})`)
  return new Map(rows.map((row) => [`${row.tenantId} ${row.subject} ${row.subjectId}`, row.hash]))
}

interface Chainless {
  readonly tenantId: string
  readonly subject: 'claim' | 'case'
  readonly subjectId: string
}

const BEGINNERS = [
  { subject: 'claim', table: claims, id: claims.claimId },
  { subject: 'case', table: arbitrationCases, id: arbitrationCases.caseId },
] as const

/** Claims and cases of which no chain begins: what was here before there were chains, or a chain that is gone. */
export async function listChainless(tx: Tx, most: number): Promise<Chainless[]> {
  const found: Chainless[] = []
  for (const { subject, table, id } of BEGINNERS) {
    const begins = and(
      eq(auditEntries.tenantId, table.tenantId),
      eq(auditEntries.subject, subject),
      eq(auditEntries.subjectId, sql`${id}::text`),
      eq(auditEntries.entry, 1),
    )
    const rows = await tx
      .select({ tenantId: table.tenantId, subjectId: sql<string>`${id}::text` })
      .from(table)
      .leftJoin(auditEntries, begins)
      .where(isNull(auditEntries.entry))
      .limit(most)
    found.push(...rows.map((row) => ({ ...row, subject })))
  }
  return found
}

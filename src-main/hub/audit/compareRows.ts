import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { amongClaims, type ClaimKey } from '../store/claimsRepo.ts'
import type { Tx } from '../store/database.ts'
import { arbitrationCases, claimItems, claimReads, claims } from '../store/schema.ts'
import type { Finding, FindingKind } from './findings.ts'
import { HUB_TENANT } from '../store/hubTenant.ts'
import { CLAIM_TABLES, caseStanding, claimStanding, sealedRow, WORKSTATION_TABLES } from './sealedRows.ts'
import { rowName, type WalkedChain } from './walkChain.ts'

/** What the chains of claims say, held against the rows that are there. */
export async function compareClaims(tx: Tx, chains: readonly WalkedChain[]): Promise<Finding[]> {
  if (chains.length === 0) return []
  const keys = chains.map(keyOf)
  const found = await rowsOf(tx, keys)
  const standing = await standingsOf(tx, keys)
  return chains.flatMap((chain) => {
    const { last } = chain
    const name = nameOf(keyOf(chain))
    const now = standing.get(name) ?? null
    const isOther = chain.isGone ? now !== null : now !== chain.standing
    return [
      ...rowFindings(chain, found.get(name) ?? new Map()),
      ...(isOther ? [finding(chain, 'standing_changed', last.entry, null)] : []),
    ]
  })
}

/** The same of who read what: nothing of it goes with the claim. */
export async function compareReads(tx: Tx, chains: readonly WalkedChain[]): Promise<Finding[]> {
  if (chains.length === 0) return []
  const rows = await tx
    .select()
    .from(claimReads)
    .where(amongClaims(claimReads, chains.map(keyOf)))
  const found = Map.groupBy(rows, nameOf)
  return chains.flatMap((chain) => {
    const own = (found.get(nameOf(keyOf(chain))) ?? []).map((row) => sealedRow('read', row))
    return rowFindings(chain, new Map(own.map((sealed) => [rowName(sealed), sealed.sha256])))
  })
}

/** The same of what was ordered about workstations, and of what came along with their reports. */
export async function compareWorkstations(tx: Tx, chains: readonly WalkedChain[]): Promise<Finding[]> {
  if (chains.length === 0) return []
  const clientIds = chains.map(({ last }) => last.subjectId)
  const found = new Map<string, Map<string, string>>()
  for (const [kind, table] of Object.entries(WORKSTATION_TABLES)) {
    const of = kind as keyof typeof WORKSTATION_TABLES // the keys of the table above
    const rows = await tx
      .select()
      .from(table)
      .where(and(eq(table.tenantId, HUB_TENANT), inArray(table.clientId, clientIds)))
    for (const row of rows) {
      const own = found.get(row.clientId) ?? new Map<string, string>()
      const sealed = sealedRow(of, row)
      found.set(row.clientId, own.set(rowName(sealed), sealed.sha256))
    }
  }
  return chains.flatMap((chain) => rowFindings(chain, found.get(chain.last.subjectId) ?? new Map()))
}

/** The same of cases of arbitration, of which only how they stand is told. */
export async function compareCases(tx: Tx, chains: readonly WalkedChain[]): Promise<Finding[]> {
  if (chains.length === 0) return []
  const places = chains.map(({ last }) => sql`(${last.tenantId}::uuid, ${last.subjectId}::uuid)`)
  const rows = await tx
    .select()
    .from(arbitrationCases)
    .where(sql`(${arbitrationCases.tenantId}, ${arbitrationCases.caseId}) in (${sql.join(places, sql`, `)})`)
  const now = new Map(rows.map((row) => [`${row.tenantId} ${row.caseId}`, caseStanding(row)]))
  return chains.flatMap((chain) => {
    const { tenantId, subjectId, entry } = chain.last
    return now.get(`${tenantId} ${subjectId}`) === chain.standing
      ? []
      : [finding(chain, 'standing_changed', entry, null)]
  })
}

const keyOf = ({ last }: WalkedChain): ClaimKey => ({
  tenantId: last.tenantId,
  claimId: last.subjectId as ClaimId, // a chain of a claim
})
const nameOf = ({ tenantId, claimId }: { readonly tenantId: string; readonly claimId: string }): string =>
  `${tenantId} ${claimId}`

/** Hashes of what is there, by claim and then by kind and id. */
async function rowsOf(tx: Tx, keys: readonly ClaimKey[]): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>()
  for (const [kind, table] of Object.entries(CLAIM_TABLES)) {
    const of = kind as keyof typeof CLAIM_TABLES // the keys of the table above
    const rows = await tx.select().from(table).where(amongClaims(table, keys))
    for (const row of rows) {
      const own = found.get(nameOf(row)) ?? new Map<string, string>()
      const sealed = sealedRow(of, row)
      found.set(nameOf(row), own.set(rowName(sealed), sealed.sha256))
    }
  }
  return found
}

async function standingsOf(tx: Tx, keys: readonly ClaimKey[]): Promise<Map<string, string>> {
  const rows = await tx.select().from(claims).where(amongClaims(claims, keys))
  const items = Map.groupBy(
    await tx.select().from(claimItems).where(amongClaims(claimItems, keys)).orderBy(claimItems.ordinal),
    nameOf,
  )
  return new Map(rows.map((row) => [nameOf(row), claimStanding(row, items.get(nameOf(row)) ?? [])]))
}

/** What went with its claim is not missed. */
function rowFindings(chain: WalkedChain, there: ReadonlyMap<string, string>): Finding[] {
  const said = [...chain.rows].flatMap(([name, { sha256, entry }]) => {
    const now = there.get(name)
    if (now === undefined) return chain.isGone ? [] : [finding(chain, 'row_missing', entry, name)]
    return now === sha256 ? [] : [finding(chain, 'row_changed', entry, name)]
  })
  const unknown = [...there.keys()].filter((name) => !chain.rows.has(name))
  return [...said, ...unknown.map((name) => finding(chain, 'row_unknown', null, name))]
}

const finding = (
  { last }: WalkedChain,
  kind: FindingKind,
  entry: number | null,
  row: string | null,
): Finding => ({
  kind,
  tenantId: last.tenantId satisfies TenantId,
  subject: last.subject,
  subjectId: last.subjectId,
  entry,
  row,
})

import { createHash } from 'node:crypto'
import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { bandsOf, type Print } from '../../domain/evidence/prints.ts'
import type { Db, Tx } from './database.ts'
import { evidenceBands, evidencePlaces, evidencePrints } from './evidenceSchema.ts'
import { HUB_TENANT } from './hubTenant.ts'

const printIdOf = ({ kind, value }: Pick<Print, 'kind' | 'value'>): string =>
  createHash('sha256').update(`${kind} ${value}`).digest('hex')

const bandsIn = ({ kind, value }: Pick<Print, 'kind' | 'value'>): string[] =>
  bandsOf(kind, value).map((band) => `${kind} ${band}`)

/** PostgreSQL takes 65,535 values in a statement. */
const ROWS_AT_ONCE = 10_000

/** Adds what a document is known again by. Rows go in by their keys' order: two documents with the same prints wait, and do not block each other. */
export async function insertPrints(tx: Tx, sha256: Sha256, prints: readonly Print[]): Promise<void> {
  if (prints.length === 0) return
  const placed = prints.map((print) => ({ ...print, printId: printIdOf(print) }))
  const byId = new Map(placed.map((one) => [one.printId, one]))
  const distinct = [...byId.values()].toSorted((a, b) => (a.printId < b.printId ? -1 : 1))
  const added = await tx
    .insert(evidencePrints)
    .values(distinct.map(({ printId, kind, value }) => ({ tenantId: HUB_TENANT, printId, kind, value })))
    .onConflictDoNothing()
    .returning({ printId: evidencePrints.printId })
  const isNew = new Set(added.map(({ printId }) => printId))
  const bands = distinct
    .filter(({ printId }) => isNew.has(printId))
    .flatMap((one) => bandsIn(one).map((band) => ({ tenantId: HUB_TENANT, band, printId: one.printId })))
  for (let at = 0; at < bands.length; at += ROWS_AT_ONCE)
    await tx
      .insert(evidenceBands)
      .values(bands.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoNothing()
  await tx
    .insert(evidencePlaces)
    .values(placed.map(({ printId, page }) => ({ tenantId: HUB_TENANT, printId, sha256, page })))
    .onConflictDoNothing()
}

const MOST_CANDIDATES = 200

/** Prints that share a band with this one, those first that share most: what chance or a form brings together shares few. */
export async function listCandidates(
  db: Db | Tx,
  print: Pick<Print, 'kind' | 'value'>,
): Promise<{ readonly printId: string; readonly value: string }[]> {
  return db
    .select({ printId: evidencePrints.printId, value: evidencePrints.value })
    .from(evidenceBands)
    .innerJoin(
      evidencePrints,
      and(
        eq(evidencePrints.tenantId, evidenceBands.tenantId),
        eq(evidencePrints.printId, evidenceBands.printId),
      ),
    )
    .where(and(eq(evidenceBands.tenantId, HUB_TENANT), inArray(evidenceBands.band, bandsIn(print))))
    .groupBy(evidencePrints.printId, evidencePrints.value)
    .orderBy(desc(count()), asc(evidencePrints.printId))
    .limit(MOST_CANDIDATES)
}

const MOST_PLACES = 500

/** Documents that bear these prints, but for one. */
export async function listPlaces(
  db: Db | Tx,
  printIds: readonly string[],
  notOn: Sha256,
): Promise<{ readonly printId: string; readonly sha256: Sha256; readonly page: number }[]> {
  if (printIds.length === 0) return []
  const rows = await db
    .select({
      printId: evidencePlaces.printId,
      sha256: evidencePlaces.sha256,
      page: evidencePlaces.page,
    })
    .from(evidencePlaces)
    .where(
      and(
        eq(evidencePlaces.tenantId, HUB_TENANT),
        inArray(evidencePlaces.printId, [...printIds]),
        ne(evidencePlaces.sha256, notOn),
      ),
    )
    .orderBy(asc(evidencePlaces.printId), asc(evidencePlaces.sha256), asc(evidencePlaces.page))
    .limit(MOST_PLACES)
  return rows.map((row) => ({ ...row, sha256: row.sha256 as Sha256 })) // written from a parsed address
}

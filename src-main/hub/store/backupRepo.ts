import { sql } from 'drizzle-orm'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { actingAs, JOBS } from './callerContext.ts'
import type { Db } from './database.ts'
import { claimDocuments, feedEpochs } from './schema.ts'
import { TABLE_WALLS } from './tableWalls.ts'

/** Rows of every table. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const table of Object.keys(TABLE_WALLS))
    counted[table] = await actingAs(JOBS, () => db.$count(sql`${sql.identifier(table)}`))
  return counted
}

/** All documents that claims name. */
export async function listNamedDocuments(db: Db): Promise<Sha256[]> {
  const rows = await actingAs(JOBS, () =>
    db.selectDistinct({ sha256: claimDocuments.sha256 }).from(claimDocuments).orderBy(claimDocuments.sha256),
  )
  return rows.map(({ sha256 }) => Sha256.parse(sha256))
}

/** No server is called that: the next start begins a new epoch. */
const RESTORED = 'restored'

export async function noteRestored(db: Db): Promise<void> {
  await actingAs(JOBS, () => db.update(feedEpochs).set({ server: RESTORED }))
}

/** Whether a hub has been here. */
export async function hasTables(owner: Db): Promise<boolean> {
  const rows = await owner.select({ one: sql`1` }).from(sql`pg_class`).where(sql`relname = 'feed_epochs'`)
  return rows.length > 0
}

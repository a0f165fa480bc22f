import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { bigint, pgSchema, serial, text } from 'drizzle-orm/pg-core'
import { enter, JOBS } from './callerContext.ts'
import type { Db, Tx } from './database.ts'
import { ensureWorkingRole, raiseWalls, wallsStand, WORKING_ROLE } from './raiseWalls.ts'
import { sqlStateOf } from './sqlState.ts'

/** The data were written by another version of the hub. They are as they were; the message says what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
}

/** drizzle's own ledger, so that its tools still read it. */
const applied = pgSchema('drizzle').table('__drizzle_migrations', {
  id: serial().primaryKey(),
  hash: text().notNull(),
  createdAt: bigint({ mode: 'number' }),
})

interface Migration {
  readonly sql: readonly string[]
  readonly folderMillis: number
  readonly hash: string
}

/**
 * Brings the schema up to date in one transaction, with the grants and policies of its tables. What was applied must be the beginning of
 * what this program knows, byte for byte: a newer or foreign database is refused before anything is written.
 * @param owner who owns the tables. One that does not may ask too, where nothing is left to do.
 * @throws DatabaseRefused
 */
export async function migrate(owner: Db, folder: string): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder: folder })
  assertIncreasing(known)
  // The ledger may be missing altogether; making it waits until the look at what is there has passed.
  if ((await refuseUnknown(owner, known)) === known.length && (await wallsStand(owner))) return
  try {
    await ensureWorkingRole(owner)
    await ensureLedger(owner)
    await owner.transaction((tx) => bringUp(tx, known))
  } catch (error) {
    if (sqlStateOf(error) === INSUFFICIENT_PRIVILEGE) throw new DatabaseRefused(NOT_OWNER, { cause: error })
    throw error
  }
}

async function bringUp(tx: Tx, known: readonly Migration[]): Promise<void> {
  // Two hubs starting on one server: the second waits here and then finds nothing left to do.
  await tx.execute(sql`lock table ${applied} in share row exclusive mode`)
  // Policies hold for the owner as well.
  await enter(tx, JOBS)
  const done = await refuseUnknown(tx, known)
  for (const migration of known.slice(done)) {
    for (const statement of migration.sql) await tx.execute(sql.raw(statement))
    await tx.insert(applied).values({ hash: migration.hash, createdAt: migration.folderMillis })
  }
  if (!(await wallsStand(tx))) await raiseWalls(tx)
}

const INSUFFICIENT_PRIVILEGE = '42501'
const NOT_OWNER =
  `The schema of this database is not the one of this hub, and the role of the hub may not change it. Nothing was changed. Run ` +
  `"npm run hub -- migrate" as the owner of the database (or of a new one: a role that may create roles; else have an administrator ` +
  `run: create role ${WORKING_ROLE} nologin).`

function assertIncreasing(known: readonly Migration[]): void {
  for (const [index, migration] of known.entries()) {
    if (migration.folderMillis <= (known[index - 1]?.folderMillis ?? 0)) {
      throw new Error('The migrations of the hub are not in the order of their dates')
    }
  }
}

/** How many of the known migrations were applied. */
async function refuseUnknown(db: Db | Tx, known: readonly Migration[]): Promise<number> {
  const ledger = await db
    .select({ there: sql<boolean>`to_regclass('drizzle.__drizzle_migrations') is not null` })
    .from(sql`(select 1) as one`)
  if (ledger[0]?.there !== true) return 0
  const rows = await db.select({ hash: applied.hash }).from(applied).orderBy(applied.id)
  if (rows.length > known.length) {
    throw new DatabaseRefused(
      'These data were written by a newer version of the hub. Nothing was changed. Start the newer version.',
    )
  }
  if (rows.some(({ hash }, index) => hash !== known[index]?.hash)) {
    throw new DatabaseRefused(
      'These data were written by another version of the hub. Nothing was changed. Start the version that wrote them.',
    )
  }
  return rows.length
}

/** `if not exists` is no lock: two that look at once both try, and one gets a duplicate-key error for what is now there. */
async function ensureLedger(db: Db): Promise<void> {
  const statements = [
    sql`create schema if not exists drizzle`,
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  ]
  for (const statement of statements) {
    try {
      await db.execute(statement)
    } catch (error) {
      if (!['23505', '42P06', '42P07'].includes(sqlStateOf(error) ?? '')) throw error
    }
  }
}

import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from './database.ts'
import { sqlStateOf } from './sqlState.ts'
import { statementsFor, TABLE_WALLS } from './tableWalls.ts'

/** As whom the hub works: cannot sign in by itself; the hub's own login is a member. */
export const WORKING_ROLE = 'proofdesk_work'

const LEDGER = 'drizzle.__drizzle_migrations'

/** The name of the walls that stand: of what makes them. Kept as a comment of the ledger of migrations. */
function wallsName(tables: readonly string[]): string {
  const text = tables.flatMap((name) => statementsOf(name)).join('\n')
  return `walls ${createHash('sha256').update(text).digest('hex')}`
}

const statementsOf = (name: string): string[] => {
  const wall = TABLE_WALLS[name]
  return wall === undefined ? [] : statementsFor(name, wall, WORKING_ROLE)
}

/** Whether grants and policies are those that this program makes, so that nobody has to be its tables' owner to start. */
export async function wallsStand(db: Db | Tx): Promise<boolean> {
  const rows = await db
    .select({ name: sql<string | null>`obj_description(to_regclass(${LEDGER}), 'pg_class')` })
    .from(sql`(select 1) as one`)
  const tables = await tablesThatAre(db)
  return tables === null || rows[0]?.name === wallsName(tables)
}

/** Grants to the working role what its tables need, and no more; makes the policies of their rows. By the tables' owner. */
export async function raiseWalls(tx: Tx): Promise<void> {
  const tables = await tablesThatAre(tx)
  if (tables === null) return
  const database = await databaseName(tx)
  await run(tx, [
    // Not even tables of a moment. Who does not own the database cannot say so; the server then warns and goes on.
    `revoke all on database ${database} from public, "${WORKING_ROLE}"`,
    `grant connect on database ${database} to "${WORKING_ROLE}"`,
    `revoke all on schema public from public`,
    `grant usage on schema public to "${WORKING_ROLE}"`,
    `grant usage on schema drizzle to "${WORKING_ROLE}"`,
    `grant select on ${LEDGER} to "${WORKING_ROLE}"`,
    ...tables.flatMap((name) => statementsOf(name)),
    `comment on table ${LEDGER} is '${wallsName(tables)}'`,
  ])
}

/** Makes the working role where there is none yet, and whoever does so a member. @throws what the database refuses. */
export async function ensureWorkingRole(db: Db): Promise<void> {
  const found = await db.select({ one: sql`1` }).from(sql`pg_roles`).where(sql`rolname = ${WORKING_ROLE}`)
  if (found.length > 0) return
  try {
    await db.execute(
      sql.raw(`create role "${WORKING_ROLE}" nologin nosuperuser nocreatedb nocreaterole nobypassrls`),
    )
    await db.execute(sql.raw(`grant "${WORKING_ROLE}" to current_user`))
  } catch (error) {
    // Two hubs that start at once: the other one was first.
    if (!['42710', '23505'].includes(sqlStateOf(error) ?? '')) throw error
  }
}

/** Null while the schema is an older one on its way up: its walls are made when it is whole. */
async function tablesThatAre(db: Db | Tx): Promise<string[] | null> {
  const rows = await db
    .select({ name: sql<string>`relname::text` })
    .from(sql`pg_class`)
    .where(sql`relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  const there = new Set(rows.map(({ name }) => name))
  const named = Object.keys(TABLE_WALLS)
  if (!named.every((name) => there.has(name))) return null
  const columns = await db
    .select({ name: sql<string>`attname::text` })
    .from(sql`pg_attribute`)
    .where(sql`attrelid = to_regclass('arbitration_cases') and attname = 'partners' and not attisdropped`)
  return columns.length === 0 ? null : named
}

/** As it is written in a statement. */
async function databaseName(tx: Tx): Promise<string> {
  const rows = await tx
    .select({ name: sql<string>`quote_ident(current_database())` })
    .from(sql`(select 1) as one`)
  return rows[0]?.name ?? ''
}

async function run(tx: Tx, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await tx.execute(sql.raw(statement))
}

import { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { Pool } from 'pg'

/** Either kind of database, and a transaction in it: repositories take this. */
export type Db = PgDatabase<PgQueryResultHKT>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** An open PostgreSQL, embedded or a server, with the same schema and the same SQL. */
export interface HubDatabase {
  readonly kind: 'pglite' | 'postgres'
  readonly db: Db
  close(): Promise<void>
}

/**
 * Embedded PostgreSQL, one connection: transactions wait for each other.
 * @param dataDir folder, made when missing; null keeps everything in memory.
 */
export async function openPglite(dataDir: string | null): Promise<HubDatabase> {
  const client = await PGlite.create(dataDir === null ? {} : { dataDir })
  return pgliteDatabase(client)
}

/** Takes over an embedded PostgreSQL that is open already; closing closes it. */
export function pgliteDatabase(client: PGlite): HubDatabase {
  return {
    kind: 'pglite',
    db: drizzlePglite({ client, casing: 'snake_case' }),
    close: () => client.close(),
  }
}

/**
 * A PostgreSQL server, 15 or newer. A broken idle connection is handed to `onIdleError`; the pool opens another. One that breaks in the
 * middle of a transaction fails that transaction, and nothing else.
 */
export function openPostgres(url: string, onIdleError: (error: Error) => void): HubDatabase {
  const pool = new Pool({ connectionString: url, max: 10 })
  pool.on('error', onIdleError)
  // While it is in use nobody else listens, and an error that nobody listens to ends the process; its statements tell of it.
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    kind: 'postgres',
    db: drizzlePostgres({ client: pool, casing: 'snake_case' }),
    close: () => pool.end(),
  }
}

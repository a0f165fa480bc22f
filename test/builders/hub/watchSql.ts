import type { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import type { Pool } from 'pg'
import type { HubDatabase } from '../../../src-main/hub/store/database.ts'

/** The same database, with the text of every statement that goes to it added to `seen`. */
export function watchSql(database: HubDatabase, seen: Set<string>): HubDatabase {
  const logger = { logQuery: (query: string) => void seen.add(query) }
  const options = { casing: 'snake_case', logger } as const
  // drizzle keeps what it was opened with; which of the two it is, `kind` says.
  const { $client: client } = database.db as unknown as { readonly $client: unknown }
  const db =
    database.kind === 'pglite'
      ? drizzlePglite({ client: client as PGlite, ...options })
      : drizzlePostgres({ client: client as Pool, ...options })
  return { ...database, db }
}

import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import type { ReadStore } from './openStore.ts'

const builders = new WeakMap<Database.Database, BetterSQLite3Database>()

/**
 * Drizzle over an open profile, made once for each. In a file of its own: the queue is answered by prepared statements, and a start
 * does not wait until the builder is loaded.
 */
export function queryBuilder({ sqlite }: ReadStore): BetterSQLite3Database {
  const known = builders.get(sqlite)
  if (known !== undefined) return known
  const made = drizzle(sqlite, { casing: 'snake_case' })
  builders.set(sqlite, made)
  return made
}

/**
 * A query that is built and prepared once for each open profile: to build one costs several times what it takes to run it. What differs from
 * call to call stands in it as `sql.placeholder`.
 */
export function preparedQuery<Query>(
  build: (builder: BetterSQLite3Database) => Query,
): (store: ReadStore) => Query {
  const prepared = new WeakMap<Database.Database, Query>()
  return (store) => {
    const known = prepared.get(store.sqlite)
    if (known !== undefined) return known
    const made = build(queryBuilder(store))
    prepared.set(store.sqlite, made)
    return made
  }
}

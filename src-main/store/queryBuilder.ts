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

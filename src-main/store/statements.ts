import type Database from 'better-sqlite3'
import type { ReadStore } from './openStore.ts'

const cache = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** A prepared statement, made once per database. For the few hot paths where a query builder costs more than the query. */
export function statement(store: ReadStore, text: string): Database.Statement {
  let statements = cache.get(store.sqlite)
  if (statements === undefined) {
    statements = new Map()
    cache.set(store.sqlite, statements)
  }
  let prepared = statements.get(text)
  if (prepared === undefined) {
    prepared = store.sqlite.prepare(text)
    statements.set(text, prepared)
  }
  return prepared
}

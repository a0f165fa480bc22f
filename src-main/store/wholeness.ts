import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ReadStore, Store } from './openStore.ts'
import { ProfileRefused } from './profileRefused.ts'
import { findValue, putValue } from './profileRepo.ts'

/** What a person made here and nobody else has. Small, so that it is checked at every start. */
export const OWN_TABLES = [
  'outbox',
  'conflicts',
  'settled',
  'drafts',
  'verdicts',
  'own_evidence',
  'detail_words',
  'read_days',
  'profile',
  'saved_views',
  'snoozes',
] as const

/**
 * A flipped byte in the text of the schema renames a table or a column without SQLite minding. So the schema that migrations left
 * is remembered by its hash. Throws ProfileRefused.
 */
export function checkSchema(store: Store): void {
  const hash = store.read(schemaHash)
  const kept = store.read((s) => hasProfileTable(s) && findValue(s, 'schema_hash', z.string()))
  if (kept === false) throw damaged('The table of profile values is gone.')
  if (kept === hash) return
  const version = store.read(appliedMigrations)
  const keptVersion = store.read((s) => findValue(s, 'schema_version', z.int()))
  // Written with the first start after a migration; from then on it must fit.
  if (kept !== null && keptVersion === version) throw damaged('The schema is not the one that was left.')
  store.write((s) => {
    putValue(s, 'schema_hash', hash)
    putValue(s, 'schema_version', version)
  })
}

const hasProfileTable = ({ sqlite }: ReadStore): boolean =>
  sqlite.prepare("select 1 from sqlite_master where type = 'table' and name = 'profile'").get() !== undefined

function schemaHash({ sqlite }: ReadStore): string {
  const rows = sqlite
    .prepare('select type, name, tbl_name, sql from sqlite_master order by name, type')
    .raw()
    .all()
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

const appliedMigrations = ({ sqlite }: ReadStore): number =>
  Number(sqlite.prepare('select count(*) from __drizzle_migrations').pluck().get())

/** Tables and indexes of what was made here, compared with each other. Throws ProfileRefused. */
export function checkOwnTables(store: ReadStore): void {
  for (const table of OWN_TABLES) refuseUnlessOk(store, `integrity_check(${table})`)
}

/** The tables that take long, by name: they are checked one after the other while the window works. */
export function listLongTables({ sqlite }: ReadStore): string[] {
  return sqlite
    .prepare(
      "select name from sqlite_master where type = 'table' and sql not like 'create virtual%' order by name",
    )
    .pluck()
    .all()
    .map(String)
    .filter((name) => !OWN_TABLES.some((own) => own === name) && !name.startsWith('sqlite_'))
}

/** Pages and rows of one table, without its indexes. Throws ProfileRefused. */
export function checkTable(store: ReadStore, table: string): void {
  refuseUnlessOk(store, `quick_check("${table}")`)
}

function refuseUnlessOk({ sqlite }: ReadStore, pragma: string): void {
  const said = sqlite.pragma(pragma, { simple: true })
  if (said !== 'ok') throw damaged(String(said))
}

const damaged = (what: string): ProfileRefused =>
  new ProfileRefused('corrupt', `The database of this data folder is damaged. ${what}`)

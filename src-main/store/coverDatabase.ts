import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { type DatabaseKey, rawKey } from './databaseKey.ts'
import { isDiskFull } from './damage.ts'
import { refuseStrangers } from './migrate.ts'
import { refusalOf } from './openStore.ts'
import { ProfileRefused } from './profileRefused.ts'
import { hasLog } from './quarantine.ts'
import { copyOf, swapIn, type SwapStep } from './swappedFile.ts'
import { OWN_TABLES } from './wholeness.ts'
import { overwrite } from './wipedFile.ts'

export type CoverStep = 'log taken in' | 'copied' | 'covered' | 'verified' | SwapStep

export interface CoverOptions {
  readonly file: string
  readonly key: DatabaseKey
  readonly migrations: string
}

/**
 * Makes an encrypted database of one that lies in the open: a copy is made, encrypted and compared with it, then takes its place. The
 * open one stays as it was until then, and is overwritten after. Throws ProfileRefused, `corrupt` where it is damaged.
 */
export function coverDatabase(
  { file, key, migrations }: CoverOptions,
  step: (name: CoverStep) => void,
): void {
  try {
    const tally = copyOut(file, migrations, step)
    encryptCopy(copyOf(file), key)
    step('covered')
    if (tallyOfCopy(copyOf(file), key) !== tally)
      throw new Error('The encrypted copy of the database is not the same as the database.')
    step('verified')
    // Rows of it would stay behind in the open, and be missing from the copy.
    if (hasLog(file)) throw new Error('The database did not take in its log of changes.')
    swapIn(file, step)
  } catch (error) {
    if (!isDiskFull(error)) throw refusalOf(error)
    throw new ProfileRefused('unwritable', NO_ROOM, { cause: error })
  }
}

const NO_ROOM =
  'The data folder is to be encrypted, and there is no room for it on the disk: it needs as much as the database takes. Free some space, then start again. Nothing was changed.'

/** Gives back what the copy must come to. */
function copyOut(file: string, migrations: string, step: (name: CoverStep) => void): string {
  const sqlite = new Database(file, { timeout: 0 })
  let log: number | null = null
  try {
    sqlite.pragma('locking_mode = EXCLUSIVE')
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('temp_store = MEMORY')
    sqlite.exec('begin immediate; commit')
    refuseStrangers(sqlite, migrations)
    sqlite.pragma('wal_checkpoint(FULL)')
    log = hasLog(file) ? openSync(`${file}-wal`, 'r+') : null
    step('log taken in')
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new ProfileRefused('corrupt', 'The database of this data folder is damaged.')
    // Row numbers stay the same with INTO (the search index holds on to them).
    sqlite.prepare('vacuum into ?').run(copyOf(file))
    const tally = tallyOf(sqlite)
    step('copied')
    return tally
  } finally {
    sqlite.close()
    // Its name went with the close; what it held is still on the disk.
    if (log !== null) {
      overwrite(log)
      closeSync(log)
    }
  }
}

/** In place: no page of it stays in the open. What SQLite would need on the way back stays in memory, since a half copy is thrown away. */
function encryptCopy(copy: string, key: DatabaseKey): void {
  const sqlite = new Database(copy, { timeout: 0 })
  try {
    sqlite.pragma('temp_store = MEMORY')
    sqlite.pragma('journal_mode = MEMORY')
    sqlite.pragma(`rekey = '${rawKey(key)}'`)
  } finally {
    sqlite.close()
  }
}

function tallyOfCopy(copy: string, key: DatabaseKey): string {
  const sqlite = new Database(copy, { timeout: 0, readonly: true })
  try {
    sqlite.pragma(`key = '${rawKey(key)}'`)
    sqlite.pragma('temp_store = MEMORY')
    const said = sqlite.pragma('integrity_check', { simple: true })
    return said === 'ok' ? tallyOf(sqlite) : `damaged: ${String(said)}`
  } finally {
    sqlite.close()
  }
}

/** The schema, how many rows each table has, and every row of what was made here and of the log. */
function tallyOf(sqlite: Database.Database): string {
  const schema = sqlite
    .prepare('select type, name, tbl_name, sql from sqlite_master order by type, name')
    .raw()
    .all() as [string, string, string, string | null][]
  const hash = createHash('sha256').update(JSON.stringify(schema))
  const tables = schema.filter(([type]) => type === 'table').map(([, name]) => name)
  for (const table of tables) {
    const count = sqlite.prepare(`select count(*) from "${table}"`).pluck().get()
    hash.update(JSON.stringify([table, count]))
  }
  for (const table of [...OWN_TABLES, 'decided', 'audit'].filter((name) => tables.includes(name)))
    for (const row of sqlite.prepare(`select * from "${table}" order by rowid`).raw().iterate())
      hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

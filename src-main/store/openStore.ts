import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrate } from './migrate.ts'
import { ProfileRefused } from './profileRefused.ts'

/** What repositories read with. Opaque outside this folder. */
export interface ReadStore {
  readonly sqlite: Database.Database
}

/** Only exists inside `Store.write`: whoever holds one is in a transaction. */
export interface WriteStore extends ReadStore {
  readonly writing: true
}

export interface Store {
  read<T>(work: (store: ReadStore) => T): T
  /** One immediate transaction; what `work` throws undoes all of it. Returns after the commit reached the disk. */
  write<T>(work: (store: WriteStore) => T): T
  close(): void
}

export interface StoreOptions {
  readonly file: string
  readonly migrations: string
  /** Epoch milliseconds; names the copy that is made before a migration. */
  readonly now: number
  /** Raw key of the encrypted file; null = not encrypted. */
  readonly key: string | null
}

/**
 * The one place where the database opens. One process per profile: the lock is exclusive and held until `close`.
 * Throws ProfileRefused.
 */
export function openStore(options: StoreOptions): Store {
  const sqlite = openFile(options)
  try {
    migrate(sqlite, options)
  } catch (error) {
    sqlite.close()
    throw refusalOf(error)
  }
  const reading: ReadStore = { sqlite }
  return {
    read: (work) => work(reading),
    write: (work) => sqlite.transaction(() => work({ ...reading, writing: true })).immediate(),
    close: () => sqlite.close(),
  }
}

function openFile({ file, key }: StoreOptions): Database.Database {
  let sqlite: Database.Database | null = null
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    sqlite = new Database(file, { timeout: 0 })
    if (key !== null) sqlite.pragma(`key = '${key.replaceAll("'", "''")}'`)
    setDurability(sqlite)
    return sqlite
  } catch (error) {
    sqlite?.close()
    throw refusalOf(error)
  }
}

/**
 * A decision said to be saved must survive a power cut: WAL with FULL. The driver lowers `synchronous` on first use of WAL, so
 * both are read back after a statement ran.
 */
function setDurability(sqlite: Database.Database): void {
  sqlite.pragma('locking_mode = EXCLUSIVE')
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // A sync of macOS stops at the drive's cache otherwise (trust.md P1); elsewhere this says nothing.
  sqlite.pragma('checkpoint_fullfsync = ON')
  sqlite.pragma('temp_store = MEMORY')
  // What is deleted is overwritten with zeros: words of claims that left, keys of documents.
  sqlite.pragma('secure_delete = ON')
  // Taking the write lock now finds a second process before the first query does.
  sqlite.exec('begin immediate; commit')
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } as const
  for (const [name, value] of Object.entries(wanted)) {
    const real = sqlite.pragma(name, { simple: true })
    if (real !== value && sqlite.name !== ':memory:')
      throw new Error(`The database runs with ${name} = ${String(real)} instead of ${value}.`)
  }
}

const UNWRITABLE = ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'EACCES', 'EEXIST', 'ENOTDIR', 'EROFS', 'EPERM']

function refusalOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new ProfileRefused(
      'locked',
      'Proofdesk is already open with this data folder. Use that window, or close it first.',
      {
        cause: error,
      },
    )
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new ProfileRefused(
      'corrupt',
      'The database of this data folder is damaged or is not a Proofdesk database. It was left as it is: keep a copy, then start with another data folder.',
      { cause: error },
    )
  if (UNWRITABLE.some((known) => code.startsWith(known)))
    return new ProfileRefused(
      'unwritable',
      'The data folder cannot be written. Give yourself write access to it, or start with another data folder.',
      { cause: error },
    )
  return error
}

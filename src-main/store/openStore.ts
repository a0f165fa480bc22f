import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type DatabaseKey, rawKey } from './databaseKey.ts'
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
  /** Null = not encrypted. Another key than the file's shows as damage: who opens a profile makes sure of the key before. */
  readonly key: DatabaseKey | null
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
    // Before anything else: the first statement reads the file.
    if (key !== null) sqlite.pragma(`key = '${rawKey(key)}'`)
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
  // What SQLite puts down by itself would lie in the open.
  sqlite.pragma('temp_store = MEMORY')
  // What is deleted is overwritten (words of claims that left, keys of documents): a key that is found later shows what was there then.
  sqlite.pragma('secure_delete = ON')
  // Taking the write lock now finds a second process before the first query does.
  sqlite.exec('begin immediate; commit')
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 } as const
  for (const [name, value] of Object.entries(wanted)) {
    const real = sqlite.pragma(name, { simple: true })
    if (real !== value && sqlite.name !== ':memory:')
      throw new Error(`The database runs with ${name} = ${String(real)} instead of ${value}.`)
  }
}

const UNWRITABLE = ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'EACCES', 'EEXIST', 'ENOTDIR', 'EROFS', 'EPERM']

/** What a person is told of an error of opening; the error itself where it is none of theirs. */
export function refusalOf(error: unknown): unknown {
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

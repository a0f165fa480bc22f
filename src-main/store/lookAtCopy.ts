import Database from 'better-sqlite3'
import { constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type DatabaseKey, rawKey } from './databaseKey.ts'
import { refuseStrangers } from './migrate.ts'
import { type ReadStore, refusalOf } from './openStore.ts'
import { ProfileRefused } from './profileRefused.ts'

const TRIES = 3

/**
 * Reads a database and leaves it as it is, with its log, whatever version wrote it and however it ended. Even a connection that only
 * reads would put files beside it; so `work` gets a copy for this person alone, encrypted as the file is, which is gone afterwards.
 * Throws ProfileRefused: damaged, of a newer version, or somebody writes to it all the time.
 */
export function lookAtCopy<T>(
  { file, key, migrations }: { file: string; key: DatabaseKey | null; migrations: string },
  work: (store: ReadStore) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-look-'))
  let sqlite: Database.Database | null = null
  try {
    const copy = join(folder, basename(file))
    copyQuiet(file, copy)
    sqlite = new Database(copy)
    if (key !== null) sqlite.pragma(`key = '${rawKey(key)}'`)
    sqlite.pragma('temp_store = MEMORY')
    refuseStrangers(sqlite, migrations)
    sqlite.pragma('query_only = ON')
    return work({ sqlite })
  } catch (error) {
    throw refusalOf(error)
  } finally {
    sqlite?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Both files as they stood at one moment: what was written meanwhile shows in their sizes and times. */
function copyQuiet(file: string, copy: string): void {
  const files = [file, `${file}-wal`]
  const look = () => JSON.stringify(files.map(stampOf))
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = look()
    for (const [i, to] of [copy, `${copy}-wal`].entries()) {
      const from = files[i] ?? file
      rmSync(to, { force: true })
      if (stampOf(from) !== null) copyFileSync(from, to, constants.COPYFILE_FICLONE)
    }
    if (look() === before) return
  }
  throw new ProfileRefused('locked', 'Proofdesk is writing to this data folder. Close it, then look again.')
}

function stampOf(path: string): string[] | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : [found.ino, found.size, found.mtimeNs].map(String)
}

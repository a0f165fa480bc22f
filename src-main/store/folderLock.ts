import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { refusalOf } from './openStore.ts'

/** Held while files of a profile are made or replaced; the system lets it go when the process ends, however it ends. */
export interface FolderLock {
  free(): void
}

/** Throws ProfileRefused, `locked`, where another process holds it. */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let sqlite: Database.Database | null = null
  try {
    // An empty database whose lock is all that it is for.
    sqlite = new Database(join(folder, 'profile.lock'), { timeout: 0 })
    sqlite.exec('begin exclusive')
    const held = sqlite
    return { free: () => held.close() }
  } catch (error) {
    sqlite?.close()
    throw refusalOf(error)
  }
}

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../src-main/store/openStore.ts'
import { MIGRATIONS } from './store.ts'
import { aTempFolder } from './tempFolder.ts'

export interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[]
}

/** A copy of the shipped migrations, changed by the test. */
export function aMigrationsFolder(change: (journal: Journal, folder: string) => void): string {
  const folder = join(aTempFolder(), 'migrations')
  mkdirSync(folder)
  cpSync(MIGRATIONS, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal
  change(journal, folder)
  writeFileSync(file, JSON.stringify(journal))
  return folder
}

const PROFILES = join(import.meta.dirname, '../migrations/profiles')

/** A profile folder as the program left it whose last migration was this one. */
export function anOlderProfile(lastMigration: '0001_search'): string {
  const folder = aTempFolder()
  const migrations = aMigrationsFolder((journal) => {
    const last = journal.entries.findIndex(({ tag }) => tag === lastMigration)
    journal.entries = journal.entries.slice(0, last + 1)
  })
  const store = openStore({ file: join(folder, 'workstation.db'), migrations, now: 0, key: null })
  const rows = readFileSync(join(PROFILES, `${lastMigration}.sql`), 'utf8')
  store.write(({ sqlite }) => sqlite.exec(rows))
  store.close()
  return folder
}

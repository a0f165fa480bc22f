import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLAIM_COLUMNS, valuesOf } from '../../src-main/store/claimRows.ts'
import { openStore, type WriteStore } from '../../src-main/store/openStore.ts'
import { insertOf, PART_TABLES } from '../../src-main/store/partRows.ts'
import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
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

/** Writes a claim as a program of before did: into the tables and columns that there were. */
export function putOlderClaim({ sqlite }: WriteStore, record: ClaimRecord): void {
  const there = new Set(sqlite.prepare("select name from pragma_table_info('claims')").pluck().all())
  const values = [...valuesOf(record), record.documents.length]
  const cells = [...CLAIM_COLUMNS, 'documents_missing']
    .map((column, at) => ({ column, value: values[at] }))
    .filter(({ column }) => there.has(column))
  const columns = cells.map(({ column }) => column)
  const { lastInsertRowid } = sqlite
    .prepare(`insert into claims (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    .run(cells.map(({ value }) => value))
  const isHere = sqlite.prepare("select 1 from sqlite_master where type = 'table' and name = ?")
  for (const part of PART_TABLES.filter(({ table }) => isHere.get(table) !== undefined))
    part
      .rowsOf(record)
      .forEach((values, at) => sqlite.prepare(insertOf(part)).run(lastInsertRowid, at, values))
}

import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProfileRefused } from './profileRefused.ts'

interface Migration {
  readonly tag: string
  /** Stamp of the journal; also the key under which it is marked as applied. */
  readonly when: number
}

interface MigrateOptions {
  readonly file: string
  readonly migrations: string
  readonly now: number
}

const TABLE = '__drizzle_migrations'

/**
 * Brings a database up to this program's version. Our own runner over drizzle's files and table, because drizzle compares only
 * the newest stamp: it would skip a migration that was merged late, and open a database from a newer program.
 * Throws ProfileRefused; the database is then as it was.
 */
export function migrate(sqlite: Database.Database, options: MigrateOptions): void {
  const { known, applied } = refuseStrangers(sqlite, options.migrations)
  const pending = known.filter(({ when }) => !applied.some((row) => row.when === when))
  if (pending.length === 0) return
  if (applied.length > 0 && sqlite.name !== ':memory:')
    sqlite.prepare('vacuum into ?').run(`${options.file}.before-${pending[0]?.tag}-${options.now}`)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.transaction(() => apply(sqlite, pending, options.migrations)).immediate()
  sqlite.pragma('foreign_keys = ON')
}

/** Throws ProfileRefused where a newer program was at work here; changes nothing. */
export function refuseStrangers(
  sqlite: Database.Database,
  migrations: string,
): { readonly known: readonly Migration[]; readonly applied: readonly Applied[] } {
  const known = readJournal(migrations)
  const applied = readApplied(sqlite)
  const strangers = applied.filter((row) => !known.some(({ when }) => when === row.when))
  if (strangers.length > 0) throw refusalOfStrangers(sqlite, strangers, known, migrations)
  return { known, applied }
}

function readJournal(folder: string): Migration[] {
  // Written by the build and shipped with the program: a broken one is a bug, so it is read without a schema.
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: Migration[]
  }
  const outOfOrder = journal.entries.find(
    (entry, i) => i > 0 && entry.when <= (journal.entries[i - 1]?.when ?? 0),
  )
  if (outOfOrder !== undefined)
    throw new ProfileRefused(
      'broken_migrations',
      `This copy of Proofdesk is damaged: migration ${outOfOrder.tag} is older than the one before it. Install it again.`,
    )
  return journal.entries
}

interface Applied {
  /** Of the migration's text, in hexadecimal. */
  readonly hash: string
  readonly when: number
}

function readApplied(sqlite: Database.Database): Applied[] {
  const exists = sqlite.prepare('select 1 from sqlite_master where type = ? and name = ?').get('table', TABLE)
  if (exists === undefined) return []
  const rows = sqlite
    .prepare(`select hash, created_at from ${TABLE} order by created_at`)
    .raw()
    .all() as unknown[][]
  return rows.map(([hash, when]) => ({ hash: String(hash), when: Number(when) }))
}

/**
 * A migration that this program does not know was made by a newer one, or by a fork that never landed. Unless bytes of the table were
 * changed on the disk: a person who updates Proofdesk for that would be sent the wrong way.
 */
function refusalOfStrangers(
  sqlite: Database.Database,
  strangers: readonly Applied[],
  known: readonly Migration[],
  folder: string,
): ProfileRefused {
  const hashes = known.map(({ tag }) => hashOf(textOf(folder, tag)))
  const isMangled =
    sqlite.pragma(`integrity_check(${TABLE})`, { simple: true }) !== 'ok' ||
    strangers.some(
      ({ hash, when }) => !SHA256.test(hash) || !Number.isSafeInteger(when) || hashes.includes(hash),
    )
  if (isMangled)
    return new ProfileRefused(
      'corrupt',
      'The database of this data folder is damaged: its list of versions cannot be read.',
    )
  return new ProfileRefused(
    'newer',
    'This data folder was written by a newer Proofdesk. Update Proofdesk, or start with another data folder. Nothing was changed.',
  )
}

const SHA256 = /^[0-9a-f]{64}$/
const textOf = (folder: string, tag: string): string => readFileSync(join(folder, `${tag}.sql`), 'utf8')
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function apply(sqlite: Database.Database, pending: readonly Migration[], folder: string): void {
  sqlite.exec(
    `create table if not exists ${TABLE} (id integer primary key autoincrement, hash text not null, created_at numeric)`,
  )
  const mark = sqlite.prepare(`insert into ${TABLE} (hash, created_at) values (?, ?)`)
  for (const { tag, when } of pending) {
    const text = textOf(folder, tag)
    for (const statement of text.split('--> statement-breakpoint')) sqlite.exec(statement)
    mark.run(hashOf(text), when)
  }
  const broken = sqlite.pragma('foreign_key_check')
  const integrity = sqlite.pragma('integrity_check', { simple: true })
  if ((Array.isArray(broken) && broken.length > 0) || integrity !== 'ok')
    throw new Error('A migration left the database inconsistent; it was taken back.')
}

import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src-main/store/openStore.ts'
import { putValue } from '../../../src-main/store/profileRepo.ts'
import { keysOf } from '../../../src-main/workstation/keys/profileKeys.ts'
import { ProfileRefused } from '../../../src-main/store/profileRefused.ts'
import { aStore, MIGRATIONS } from '../../builders/store.ts'
import { aTempFolder } from '../../builders/tempFolder.ts'

const APPLIED = '__drizzle_migrations'
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function refusalOf(file: string): ProfileRefused {
  try {
    openStore({ file, migrations: MIGRATIONS, now: 0, key: null }).close()
  } catch (error) {
    if (error instanceof ProfileRefused) return error
    throw error
  }
  throw new Error('The profile was opened.')
}

describe('opening a profile', () => {
  it('writes through to the disk and holds foreign keys, also after the first statement', () => {
    const store = aStore()
    store.write((s) => putValue(s, 'user', 'u-reviewer'))
    const pragma = (name: string) => store.read(({ sqlite }) => sqlite.pragma(name, { simple: true }))
    expect([
      pragma('journal_mode'),
      pragma('synchronous'),
      pragma('foreign_keys'),
      pragma('locking_mode'),
    ]).toEqual(['wal', 2, 1, 'exclusive'])
  })

  it('refuses a second opener while the first one lives', () => {
    const file = join(aTempFolder(), 'workstation.db')
    aStore(file)
    expect(refusalOf(file)).toMatchObject({ code: 'locked' })
  })

  it('refuses a file that is no database, and leaves it as it is', () => {
    const file = join(aTempFolder(), 'workstation.db')
    writeFileSync(file, 'These are notes and no database at all. '.repeat(100))
    expect(refusalOf(file)).toMatchObject({ code: 'corrupt' })
    expect(readFileSync(file, 'utf8')).toContain('These are notes')
  })

  it('refuses a database of a newer program, and leaves it as it is', () => {
    const file = join(aTempFolder(), 'workstation.db')
    openStore({ file, migrations: MIGRATIONS, now: 0, key: null }).close()
    const newer = new Database(file)
    newer
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run(hashOf('from the future'), 9e12)
    newer.close()
    const before = readFileSync(file)
    expect(refusalOf(file)).toMatchObject({
      code: 'newer',
      message: expect.stringContaining('newer Proofdesk'),
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it.for<[string, (database: Database.Database) => void]>([
    [
      'its stamp changed',
      (database) => void database.exec(`update ${APPLIED} set created_at = created_at + 7 where id = 1`),
    ],
    [
      'its hash and stamp are rubbish',
      (database) =>
        void database.exec(`update ${APPLIED} set hash = '0a\u0007z', created_at = 7.25 where id = 2`),
    ],
  ])('takes a list of versions of which one had %s for damage, not for a newer program', ([, change]) => {
    const file = join(aTempFolder(), 'workstation.db')
    openStore({ file, migrations: MIGRATIONS, now: 0, key: null }).close()
    const database = new Database(file)
    change(database)
    database.close()
    expect(refusalOf(file)).toMatchObject({ code: 'corrupt' })
  })

  it('takes a list of versions whose page points elsewhere for damage', () => {
    const file = join(aTempFolder(), 'workstation.db')
    openStore({ file, migrations: MIGRATIONS, now: 0, key: null }).close()
    const database = new Database(file)
    const page = Number(
      database.prepare('select rootpage from sqlite_master where name = ?').pluck().get(APPLIED),
    )
    const size = Number(database.pragma('page_size', { simple: true }))
    database.close()
    const bytes = readFileSync(file)
    // Behind the header of eight bytes: where the page's rows begin.
    for (let at = (page - 1) * size + 8; at < (page - 1) * size + 16; at += 2)
      bytes.writeUInt16BE(size - 40, at)
    writeFileSync(file, bytes)
    expect(refusalOf(file)).toMatchObject({ code: 'corrupt' })
  })

  it('says what to do when the folder cannot be written', () => {
    const blocked = join(aTempFolder(), 'file')
    writeFileSync(blocked, '')
    expect(() =>
      openStore({ file: join(blocked, 'workstation.db'), migrations: MIGRATIONS, now: 0, key: null }),
    ).toThrow(expect.objectContaining({ code: 'unwritable' }))
  })

  it('opens an encrypted profile with its key alone', () => {
    const file = join(aTempFolder(), 'workstation.db')
    const { database: key } = keysOf(Buffer.alloc(32, 7))
    const keyed = openStore({ file, migrations: MIGRATIONS, now: 0, key })
    keyed.write((s) => putValue(s, 'user', 'seeded-name-to-search-for'))
    keyed.close()
    expect(readFileSync(file).includes('seeded-name-to-search-for')).toBe(false)
    expect(refusalOf(file)).toMatchObject({ code: 'corrupt' })
    openStore({ file, migrations: MIGRATIONS, now: 0, key }).close()
  })

  it('undoes all of a write that throws', () => {
    const store = aStore()
    expect(() =>
      store.write((s) => {
        putValue(s, 'user', 'u-reviewer')
        throw new Error('in the middle')
      }),
    ).toThrow('in the middle')
    expect(store.read(({ sqlite }) => sqlite.prepare('select count(*) from profile').pluck().get())).toBe(0)
  })
})

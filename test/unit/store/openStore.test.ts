import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src-main/store/openStore.ts'
import { putValue } from '../../../src-main/store/profileRepo.ts'
import { ProfileRefused } from '../../../src-main/store/profileRefused.ts'
import { aStore, MIGRATIONS } from '../../builders/store.ts'
import { aTempFolder } from '../../builders/tempFolder.ts'

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
      .run('from the future', 9e12)
    newer.close()
    const before = readFileSync(file)
    expect(refusalOf(file)).toMatchObject({
      code: 'newer',
      message: expect.stringContaining('newer Proofdesk'),
    })
    expect(readFileSync(file).equals(before)).toBe(true)
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
    const keyed = openStore({ file, migrations: MIGRATIONS, now: 0, key: 'a secret' })
    keyed.write((s) => putValue(s, 'user', 'seeded-name-to-search-for'))
    keyed.close()
    expect(readFileSync(file).includes('seeded-name-to-search-for')).toBe(false)
    expect(refusalOf(file)).toMatchObject({ code: 'corrupt' })
    openStore({ file, migrations: MIGRATIONS, now: 0, key: 'a secret' }).close()
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

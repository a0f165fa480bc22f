import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listClaims } from '../../src-main/store/queueRepo.ts'
import { openStore } from '../../src-main/store/openStore.ts'
import { anAsker, aStore } from '../builders/store.ts'
import { aMigrationsFolder, anOlderProfile } from '../builders/olderProfile.ts'

/** A profile of the version before, with a comment and with a document that was read twice. */
function aProfileThatRead(facts: Readonly<Record<string, string>>): string {
  const file = join(anOlderProfile('0001_search'), 'workstation.db')
  const migrations = aMigrationsFolder((journal) => {
    journal.entries = journal.entries.filter(({ idx }) => idx <= 5)
  })
  const store = openStore({ file, migrations, now: 0, key: null })
  store.write(({ sqlite }) => {
    const sha256 = sqlite.prepare('select sha256 from documents').pluck().get()
    sqlite.exec('delete from facts')
    let readAt = 0
    for (const [version, text] of Object.entries(facts)) {
      readAt += 1
      sqlite
        .prepare('insert into facts (sha256, reader_version, facts, read_at) values (?, ?, ?, ?)')
        .run(sha256, version, text, readAt)
    }
  })
  store.close()
  return file
}

const page = (number: number, ...words: string[]) => ({ number, words: words.map((text) => ({ text })) })
const read = (...pages: object[]) => JSON.stringify({ pages })

describe('a profile from before the text of comments and documents was searched', () => {
  it('finds what it has by its comments, and by what was read last of its documents', () => {
    const file = aProfileThatRead({
      'reader 1': read(page(1, 'Outdated')),
      'reader 2': read(page(1, 'Work', 'order'), page(2, 'Accepted', 'by', 'Fiona')),
    })
    const store = aStore(file)
    const found = (text: string) =>
      store.read((s) => listClaims(s, { text }, anAsker(), { offset: 0, limit: 9 })).rows[0]?.found ?? null
    expect(found('"signed on page"')).toMatchObject({ where: 'comment', name: 'Owen Pritchard' })
    expect(found('"accepted by fiona"')).toMatchObject({ where: 'document', page: 2 })
    expect(found('outdated')).toBeNull()
  })

  it('comes through although facts on its disk are spoilt', () => {
    const store = aStore(aProfileThatRead({ 'reader 1': '{"pages": [' }))
    const rows = store.read((s) => listClaims(s, { text: '' }, anAsker(), { offset: 0, limit: 9 })).rows
    expect(rows).toHaveLength(1)
  })
})

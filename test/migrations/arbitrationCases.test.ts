import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyCase, countCases } from '../../src-main/store/arbitrationRepo.ts'
import { openStore } from '../../src-main/store/openStore.ts'
import { listConflicts, listWaiting } from '../../src-main/store/outboxRepo.ts'
import { listClaimIds } from '../../src-main/store/feedRepo.ts'
import { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase } from '../builders/arbitrationCase.ts'
import { aMigrationsFolder, anOlderProfile } from '../builders/olderProfile.ts'
import { aStore } from '../builders/store.ts'

/** A profile of the version before there were cases, in the middle of its work. */
function aProfileBefore(): string {
  const file = join(anOlderProfile('0001_search'), 'workstation.db')
  const migrations = aMigrationsFolder((journal) => {
    journal.entries = journal.entries.filter(({ idx }) => idx <= 7)
  })
  const store = openStore({ file, migrations, now: 0, key: null })
  store.write(({ sqlite }) => {
    sqlite.exec(
      `insert into profile (name, value) values ('feed_link', '"somewhere"') on conflict do nothing`,
    )
  })
  store.close()
  return file
}

describe('a profile from before there were cases', () => {
  it('keeps its claims, what waits in its order and what met a conflict, and reads the feed anew', () => {
    const file = aProfileBefore()
    const before = openStore({
      file,
      migrations: aMigrationsFolder((journal) => {
        journal.entries = journal.entries.filter(({ idx }) => idx <= 7)
      }),
      now: 0,
      key: null,
    })
    const kept = before.read((s) => [listClaimIds(s as never), listWaiting(s, null), listConflicts(s)])
    before.close()
    const store = aStore(file)
    expect(store.read((s) => [listClaimIds(s as never), listWaiting(s, null), listConflicts(s)])).toEqual(
      kept,
    )
    expect(kept.map((list) => list.length).every((length) => length > 0)).toBe(true)
    const link = store.read(({ sqlite }) =>
      sqlite.prepare(`select 1 from profile where name = 'feed_link'`).get(),
    )
    expect(link).toBeUndefined()
  })

  it('takes cases in from then on', () => {
    const store = aStore(aProfileBefore())
    store.write((s) => applyCase(s, aCase()))
    expect(store.read((s) => countCases(s, UserId.parse('u-lead')))).toEqual({ open: 1, mine: 0, decided: 0 })
  })
})

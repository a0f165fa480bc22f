import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStore } from '../../src-main/store/openStore.ts'
import { aMigrationsFolder } from '../builders/olderProfile.ts'
import { aStore } from '../builders/store.ts'
import { aTempFolder } from '../builders/tempFolder.ts'

it('a profile from before near-identical claims were looked for keeps what waits to be sent, and takes words on them', () => {
  const file = join(aTempFolder(), 'workstation.db')
  const migrations = aMigrationsFolder((journal) => {
    journal.entries = journal.entries.filter(({ idx }) => idx <= 15)
  })
  openStore({ file, migrations, now: 0, key: null }).close()
  const put = (target: Database.Database, id: string, kind: string, order: number) =>
    target
      .prepare(
        `insert into outbox (operation_id, claim_id, kind, by_user_id, claim_revision, content, made_at, made_order, claim_name)
         values (?, 'C-1', ?, 'u-lead', 3, '{}', 5, ?, 'Teams rollout')`,
      )
      .run(id, kind, order)
  const before = new Database(file)
  put(before, 'a', 'second_review', 2)
  put(before, 'b', 'coaching_note', 1)
  expect(() => put(before, 'c', 'dismiss_twins', 3)).toThrow(/outbox_kind/)
  before.close()

  aStore(file).close()
  const after = new Database(file)
  put(after, 'c', 'dismiss_twins', 3)
  const kept = after.prepare('select operation_id from outbox order by made_order').pluck().all()
  after.close()
  expect(kept).toEqual(['b', 'a', 'c'])
})

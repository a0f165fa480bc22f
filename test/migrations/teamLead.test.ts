import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addNotice, listNotices } from '../../src-main/store/noticesRepo.ts'
import { openStore } from '../../src-main/store/openStore.ts'
import { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { aMigrationsFolder } from '../builders/olderProfile.ts'
import { aStore } from '../builders/store.ts'
import { aTempFolder } from '../builders/tempFolder.ts'

const LEAD = UserId.parse('u-lead')

it('a profile from before the lead’s acts keeps what waits to be sent, in its order, and takes those acts and messages from then on', () => {
  const file = join(aTempFolder(), 'workstation.db')
  const migrations = aMigrationsFolder((journal) => {
    journal.entries = journal.entries.filter(({ idx }) => idx <= 13)
  })
  openStore({ file, migrations, now: 0, key: null }).close()
  const db = new Database(file)
  const put = (target: Database.Database, id: string, kind: string, order: number) =>
    target
      .prepare(
        `insert into outbox (operation_id, claim_id, kind, by_user_id, claim_revision, content, made_at, made_order, claim_name)
         values (?, 'C-1', ?, 'u-lead', 3, '{}', 5, ?, 'Teams rollout')`,
      )
      .run(id, kind, order)
  put(db, 'a', 'hand_over', 2)
  put(db, 'b', 'comment', 1)
  expect(() => put(db, 'c', 'nudge', 3)).toThrow(/outbox_kind/)
  db.close()

  const store = aStore(file)
  store.write((s) =>
    addNotice(s, {
      userId: LEAD,
      madeAt: 1,
      toldAt: 1,
      content: { kind: 'digest', crossings: [], counts: [] },
    }),
  )
  expect(store.read((s) => listNotices(s, LEAD, 5))).toHaveLength(1)
  store.close()
  const after = new Database(file)
  put(after, 'c', 'nudge', 3)
  const kept = after.prepare('select operation_id from outbox order by made_order').pluck().all()
  after.close()
  expect(kept).toEqual(['b', 'a', 'c'])
})

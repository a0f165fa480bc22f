import type { Store } from './openStore.ts'
import { statement } from './statements.ts'

/** So many pages of the index are merged before the window gets its turn. */
const PAGES = 64

/**
 * Has deleted words leave the files: the index of names drops the rows that it only marked as deleted, piece by piece, and the log of
 * changes, which holds pages of before, is taken into the database and cut to nothing. What a deleted row stood in is zeros then, since
 * the database is opened with `secure_delete`.
 */
export async function overwriteDeleted(store: Store, shouldStop: () => boolean): Promise<void> {
  const merge = (pages: number): number =>
    store.write((s) => {
      const before = s.sqlite.prepare('select total_changes()').pluck().get() as number
      statement(s, "insert into claims_search (claims_search, rank) values ('merge', ?)").run(pages)
      return (s.sqlite.prepare('select total_changes()').pluck().get() as number) - before
    })
  // Negative = begin to merge all of it; fewer than two changes = nothing was left to do (SQLite, FTS5 §6.8).
  for (let changes = merge(-PAGES); changes >= 2 && !shouldStop(); changes = merge(PAGES))
    await new Promise((resolve) => setImmediate(resolve))
  store.read(({ sqlite }) => sqlite.pragma('wal_checkpoint(TRUNCATE)'))
}

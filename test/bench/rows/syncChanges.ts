import type Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { CLAIM_COLUMNS, valuesOf } from '../../../src-main/store/claimRows.ts'
import { insertOf, PART_TABLES } from '../../../src-main/store/partRows.ts'
import { listClaims } from '../../../src-main/store/queueRepo.ts'
import type { Core } from '../../../src-main/workstation/core.ts'
import { askerOf } from '../../../src-main/workstation/queueHandlers.ts'
import { applyPage } from '../../../src-main/workstation/sync/pull.ts'
import { tellOf } from '../../../src-main/workstation/sync/tellOf.ts'
import { openBenchCore } from '../measure/benchCore.ts'
import { claimNumber, feedPages } from '../measure/manyClaims.ts'
import { type Bench, compare } from '../measure/row.ts'

const CLAIMS = 10_000
const CHANGED = 1_000
/** As many as the hub puts on one page. */
const PER_PAGE = 250

/** The changed claims of one round as they come off the wire: another revision, another entry of history, another clock. */
function changedPages(round: number): ReturnType<typeof feedPages> {
  const changed = Array.from({ length: CHANGED }, (_, n) => changedClaim(n * (CLAIMS / CHANGED), round))
  return Array.from({ length: CHANGED / PER_PAGE }, (_, page) => ({
    value: changed
      .slice(page * PER_PAGE, (page + 1) * PER_PAGE)
      .map((claim) => JSON.parse(JSON.stringify(claim)) as unknown),
    '@odata.nextLink': `round ${round}, page ${page + 1}`,
  }))
}

function changedClaim(n: number, round: number): ClaimRecord {
  const claim = claimNumber(n)
  const commented = claim.history.map((entry, at) =>
    at === claim.history.length - 1 ? { ...entry, kind: 'commented' as const } : entry,
  )
  return { ...claim, revision: claim.revision + 1 + round, history: commented, competingClaims: round }
}

export const syncChanges: Bench = {
  id: 'sync-changes',
  async run({ root, say, scratch }) {
    const folder = (name: string) => mkdtempSync(join(scratch, name))
    const [ours, bare] = [folder('changes-ours-'), folder('changes-bare-')]
    const mine = openFilled(root, ours)
    const theirs = openFilled(root, bare)
    let round = 0
    try {
      return await compare(
        {
          id: 'sync-changes',
          what: '1,000 changed claims of 10,000: validate, upsert, audit, tell the window, first rows read',
          baseline: 'raw update of the same rows in one transaction',
          must: 4,
          aim: 2,
          rounds: 9,
          ours: () => Promise.resolve(applyChanges(mine, changedPages((round += 1)))),
          theirs: () =>
            Promise.resolve(
              updateAll(
                theirs.core.store.read(({ sqlite }) => sqlite),
                round + 100,
              ),
            ),
        },
        say,
      )
    } finally {
      mine.close()
      theirs.close()
      for (const used of [ours, bare]) rmSync(used, { recursive: true, force: true })
    }
  },
}

function openFilled(root: string, folder: string) {
  let heard = 0
  const opened = openBenchCore(root, folder)
  const core: Core = { ...opened.core, emit: () => void (heard += 1) }
  for (const page of feedPages(CLAIMS, 1_000)) applyPage(core, page, null)
  return { core, close: opened.close, heard: () => heard }
}

/** Until the window has heard of it and has the first rows of the queue in hand. */
function applyChanges(
  { core, heard }: ReturnType<typeof openFilled>,
  pages: ReturnType<typeof feedPages>,
): number {
  const before = heard()
  const startedAt = performance.now()
  for (const page of pages) tellOf(core, applyPage(core, page, null))
  const rows = core.store.read((store) =>
    listClaims(store, { text: '' }, askerOf(core), { offset: 0, limit: 100 }),
  ).rows
  const took = performance.now() - startedAt
  if (heard() === before || rows.length !== 100) throw new Error('The window was not told, or has no rows.')
  return took
}

/** What a bare program would write for the same claims: the row updated, its parts replaced. */
function updateAll(db: Database.Database, round: number): number {
  const records = Array.from({ length: CHANGED }, (_, n) => changedClaim(n * (CLAIMS / CHANGED), round))
  const rows = records.map((record) => ({
    claimId: record.form.claimId,
    values: valuesOf(record),
    parts: PART_TABLES.map(({ rowsOf }) => rowsOf(record)),
  }))
  const find = db.prepare('select claim_key from claims where claim_id = ?').pluck()
  const update = db.prepare(
    `update claims set ${CLAIM_COLUMNS.map((column) => `${column} = ?`).join(', ')} where claim_key = ?`,
  )
  const parts = PART_TABLES.map((part) => ({
    remove: db.prepare(`delete from ${part.table} where claim_key = ?`),
    insert: db.prepare(insertOf(part)),
  }))
  const startedAt = performance.now()
  db.transaction(() => {
    for (const { claimId, values, parts: written } of rows) {
      const key = find.get(claimId)
      update.run(values, key)
      parts.forEach(({ remove, insert }, n) => {
        remove.run(key)
        written[n]?.forEach((one, at) => insert.run(key, at, one))
      })
    }
  })()
  return performance.now() - startedAt
}

import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { CLAIM_COLUMNS, valuesOf } from '../../../src-main/store/claimRows.ts'
import { toMs } from '../../../src-main/store/instants.ts'
import { applyPage } from '../../../src-main/workstation/sync/pull.ts'
import { openBenchCore } from '../measure/benchCore.ts'
import { MANY_CLAIMS } from '../measure/bigProfile.ts'
import { feedPages } from '../measure/manyClaims.ts'
import { type Bench, compare } from '../measure/row.ts'

type Value = string | number | null

/** The rows of one claim as a bare program would insert them, made before the clock runs. */
interface BareClaim {
  readonly claim: readonly Value[]
  readonly items: readonly (readonly Value[])[]
  readonly documents: readonly (readonly Value[])[]
  readonly history: readonly (readonly Value[])[]
}

export const syncApply: Bench = {
  id: 'sync-apply',
  async run({ root, say, scratch }) {
    const pages = feedPages(MANY_CLAIMS, 1_000)
    const bare = pages.flatMap(({ value }) => value.map((item) => bareClaim(ClaimRecord.parse(item))))
    const inFolder = (work: (folder: string) => number) => {
      const folder = mkdtempSync(join(scratch, 'sync-'))
      try {
        return Promise.resolve(work(folder))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
    return compare(
      {
        id: 'sync-apply',
        what: 'apply 100,000 claims of the feed: validate, upsert, search index, audit',
        baseline: 'raw insert of the same rows in one transaction',
        must: 5,
        aim: 2.5,
        rounds: 5,
        ours: () => inFolder((folder) => applyAll(root, folder, pages)),
        theirs: () => inFolder((folder) => insertAll(root, folder, bare)),
      },
      say,
    )
  },
}

function applyAll(root: string, folder: string, pages: ReturnType<typeof feedPages>): number {
  const { core, close } = openBenchCore(root, folder)
  const startedAt = performance.now()
  for (const page of pages) applyPage(core, page, null)
  const took = performance.now() - startedAt
  close()
  return took
}

function insertAll(root: string, folder: string, claims: readonly BareClaim[]): number {
  const db = new Database(join(folder, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const schema = readFileSync(
    join(root, 'resources/migrations/workstation/0000_queue_and_outbox.sql'),
    'utf8',
  )
  for (const statement of schema.split('--> statement-breakpoint')) db.exec(statement)
  const startedAt = performance.now()
  const marks = (n: number) => Array.from({ length: n }, () => '?').join(', ')
  const claim = db.prepare(
    `insert into claims (claim_key, documents_missing, ${CLAIM_COLUMNS.join(', ')}) values (${marks(CLAIM_COLUMNS.length + 2)})`,
  )
  const item = db.prepare(`insert into items values (${marks(6)})`)
  const document = db.prepare(`insert into documents values (${marks(8)})`)
  const entry = db.prepare(`insert into history values (${marks(10)})`)
  db.transaction(() => {
    claims.forEach((row, key) => {
      claim.run(key, row.documents.length, row.claim)
      for (const values of row.items) item.run(key, values)
      for (const values of row.documents) document.run(key, values)
      for (const values of row.history) entry.run(key, values)
    })
  })()
  const took = performance.now() - startedAt
  db.close()
  return took
}

function bareClaim(record: ClaimRecord): BareClaim {
  return {
    claim: valuesOf(record),
    items: record.form.items.map((i, at) => [at, i.id, i.productId, i.name, i.subscriptionId]),
    documents: record.documents.map((d, at) => [
      at,
      d.documentId,
      d.sha256,
      d.fileName,
      d.mediaType,
      d.sizeBytes,
      toMs(d.addedAt),
    ]),
    history: record.history.map((h, at) => [
      at,
      h.entryId,
      toMs(h.at),
      h.side,
      h.kind,
      h.actorName,
      h.fromState,
      h.toState,
      h.detail,
    ]),
  }
}

import Database from 'better-sqlite3'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { CLAIM_COLUMNS, valuesOf } from '../../../src-main/store/claimRows.ts'
import { insertOf, PART_TABLES } from '../../../src-main/store/partRows.ts'
import { applyPage } from '../../../src-main/workstation/sync/pull.ts'
import { openBenchCore } from '../measure/benchCore.ts'
import { MANY_CLAIMS } from '../measure/bigProfile.ts'
import { feedPages } from '../measure/manyClaims.ts'
import { type Bench, compare } from '../measure/row.ts'

type Value = string | number | null

/** The rows of one claim as a bare program would insert them, made before the clock runs. */
interface BareClaim {
  readonly claim: readonly Value[]
  readonly missing: number
  /** Rows of each part table, in the order of the tables. */
  readonly parts: readonly (readonly (readonly Value[])[])[]
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
  for (const statement of schemaOf(root)) db.exec(statement)
  const startedAt = performance.now()
  const marks = (n: number) => Array.from({ length: n }, () => '?').join(', ')
  const claim = db.prepare(
    `insert into claims (claim_key, documents_missing, ${CLAIM_COLUMNS.join(', ')}) values (${marks(CLAIM_COLUMNS.length + 2)})`,
  )
  const parts = PART_TABLES.map((part) => db.prepare(insertOf(part)))
  db.transaction(() => {
    claims.forEach((row, key) => {
      claim.run(key, row.missing, row.claim)
      parts.forEach((part, n) => {
        row.parts[n]?.forEach((values, at) => part.run(key, at, values))
      })
    })
  })()
  const took = performance.now() - startedAt
  db.close()
  return took
}

/** The tables as the product has them, made by its own migrations. */
function schemaOf(root: string): string[] {
  const folder = join(root, 'resources/migrations/workstation')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return files
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint'))
}

function bareClaim(record: ClaimRecord): BareClaim {
  return {
    claim: valuesOf(record),
    missing: record.documents.length,
    parts: PART_TABLES.map(({ rowsOf }) => rowsOf(record)),
  }
}

import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { DecisionDraft } from '../../src-preload/contract/vocabulary/draftShape.ts'
import { ClaimId, OperationId, Sha256, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { OwnEvidencePlace } from '../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import { CRITERIA, DETAIL_CHECKS, READ_FACTS, VERDICTS } from '../../src-preload/contract/vocabulary/words.ts'
import { SharedView } from '../../src-preload/contract/vocabulary/viewPack.ts'
import { coverOf, type DatabaseKey, rawKey } from './databaseKey.ts'
import { isWholeDecided } from './decidedRepo.ts'
import type { WriteStore } from './openStore.ts'
import { KeptOperation } from './operationShape.ts'
import type { OutboxOperation } from './outboxRepo.ts'
import type { ProfileValue } from './profileRepo.ts'

/** Values worth keeping. Client id and feed link are not among them: both begin anew. */
const VALUES = ['settings', 'people', 'user', 'desks'] as const satisfies readonly ProfileValue[]

type Cell = string | number | bigint | Buffer | null
type Row = Readonly<Record<string, Cell>>

/** Tables besides the outbox that only this profile has, with what a row must be to be believed. The rest comes from the hub again; a key saves documents that are here from coming again. */
const SOUND = {
  conflicts: (row: Row) => operationOf(row) !== null,
  settled: (row: Row) => OperationId.safeParse(row['operation_id']).success,
  drafts: (row: Row) =>
    Named.safeParse(row).success && DecisionDraft.safeParse(parseJson(row['draft'])).success,
  verdicts: (row: Row) => Said.safeParse(row).success,
  saved_views: (row: Row) => View.safeParse(row).success,
  snoozes: (row: Row) => PutOff.safeParse(row).success && Seen.safeParse(parseJson(row['seen'])).success,
  own_evidence: (row: Row) =>
    Found.safeParse({ ...row, inside: parseJson(row['inside']), quads: parseJson(row['quads']) }).success,
  detail_words: (row: Row) => Verified.safeParse(row).success,
  read_days: (row: Row) => Read.safeParse(row).success,
  document_keys: (row: Row) =>
    Sha256.safeParse(row['sha256']).success &&
    Buffer.isBuffer(row['key']) &&
    row['key'].length === 32 &&
    Number.isSafeInteger(row['made_at']),
  decided: (row: Row) =>
    Number.isSafeInteger(row['made_at']) && isWholeDecided(row['operation_id'], row['claim_id'], row['seen']),
} as const
export type SalvagedTable = keyof typeof SOUND

const Named = z.object({ claim_id: ClaimId, user_id: UserId, saved_at: z.int() })
const Said = z.object({
  claim_id: ClaimId,
  criterion: z.enum(CRITERIA),
  item: z.string(),
  check_key: z.string(),
  act: z.enum(['confirmed', 'set']),
  verdict: z.enum(VERDICTS),
  reason: z.string().nullable(),
  by_user_id: UserId,
  by_name: z.string(),
  at: z.int(),
})

const View = z.object({
  user_id: UserId,
  view_id: z.uuid(),
  name: SharedView.shape.name,
  query: SharedView.shape.query,
  position: z.int(),
  saved_at: z.int(),
})
const PutOff = z.object({ user_id: UserId, claim_id: ClaimId, until_at: z.int(), snoozed_at: z.int() })
const Seen = z.object({ documents: z.array(z.string()), words: z.array(z.string()) })
const { sha256, inside, page, quads, text, note } = OwnEvidencePlace.shape
const Found = z.object({
  sha256,
  inside,
  page,
  quads,
  text,
  note,
  ...Said.pick({ claim_id: true, criterion: true, item: true, by_user_id: true, by_name: true, at: true })
    .shape,
  evidence_id: OperationId,
})

const ofPerson = Said.pick({
  claim_id: true,
  check_key: true,
  by_user_id: true,
  by_name: true,
  at: true,
}).shape
const Verified = z.object({
  ...ofPerson,
  detail: z.enum(DETAIL_CHECKS),
  verdict: z.enum(['met', 'not_met']),
  note: z.string(),
})
const Read = z.object({
  ...ofPerson,
  fact: z.enum(READ_FACTS),
  item: z.string(),
  first_day: z.iso.date().nullable(),
  last_day: z.iso.date().nullable(),
  evidence_id: OperationId.nullable(),
})

/** What could be read and makes sense. */
export interface Salvaged {
  readonly operations: readonly OutboxOperation[]
  readonly rows: Readonly<Record<SalvagedTable, readonly Row[]>>
  readonly values: ReadonlyMap<ProfileValue, unknown>
}

/**
 * Reads what can be read of a database that was set aside: table by table, row by row, from both ends towards the damage. Works on a
 * copy; what was set aside stays as it is. Never throws because of what it finds. `key`: of the profile; a file from before it had one
 * is read without.
 */
export function salvage(fileSetAside: string, key: DatabaseKey | null): Salvaged {
  const copies = join(dirname(fileSetAside), 'reading')
  const copy = join(copies, basename(fileSetAside))
  mkdirSync(copies, { recursive: true, mode: 0o700 })
  try {
    for (const end of ['', '-wal'])
      if (statSync(fileSetAside + end, { throwIfNoEntry: false })?.isFile())
        copyFileSync(fileSetAside + end, copy + end)
    return readCopy(copy, coverOf(copy, key) === 'plain' ? null : key)
  } finally {
    rmSync(copies, { recursive: true, force: true })
  }
}

function readCopy(copy: string, key: DatabaseKey | null): Salvaged {
  let sqlite: Database.Database | null = null
  try {
    sqlite = new Database(copy)
    if (key !== null) sqlite.pragma(`key = '${rawKey(key)}'`)
    // Goes on with a schema of which a part cannot be read.
    sqlite.unsafeMode(true)
    sqlite.pragma('writable_schema = ON')
    return readAll(sqlite)
  } catch {
    return readAll(null)
  } finally {
    sqlite?.close()
  }
}

function readAll(sqlite: Database.Database | null): Salvaged {
  const of = (table: string) => (sqlite === null ? [] : rowsOf(sqlite, table))
  const sound = (table: SalvagedTable) => of(table).filter(SOUND[table])
  const profile = of('profile')
  const valueOf = (name: string) => parseJson(profile.find((row) => row['name'] === name)?.['value'])
  const values = VALUES.map((name) => [name, valueOf(name)] as const)
  return {
    operations: of('outbox').flatMap((row) => operationOf(row) ?? []),
    rows: {
      conflicts: sound('conflicts'),
      settled: sound('settled'),
      drafts: sound('drafts'),
      verdicts: sound('verdicts'),
      saved_views: sound('saved_views'),
      snoozes: sound('snoozes'),
      own_evidence: sound('own_evidence'),
      detail_words: sound('detail_words'),
      read_days: sound('read_days'),
      decided: sound('decided'),
      document_keys: sound('document_keys'),
    },
    values: new Map(values.filter(([, value]) => value !== undefined)),
  }
}

/** Null when the hub could make nothing of what is left of it. */
function operationOf(row: Row): OutboxOperation | null {
  const parsed = KeptOperation.safeParse({
    operationId: row['operation_id'],
    claimId: row['claim_id'],
    claimName: row['claim_name'],
    kind: row['kind'],
    byUserId: row['by_user_id'],
    claimRevision: row['claim_revision'],
    content: parseJson(row['content']),
    madeAt: row['made_at'],
    holdUntil: row['hold_until'] ?? null,
    startedReview: parseJson(row['started_review']) ?? null,
    base: parseJson(row['base']) ?? null,
    clockOffsetMs: row['clock_offset_ms'] ?? null,
  })
  return parsed.success ? parsed.data : null
}

function parseJson(text: Cell | undefined): unknown {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined
  } catch {
    return undefined
  }
}

function rowsOf(sqlite: Database.Database, table: string): Row[] {
  const found = new Map<number, Row>()
  for (const order of ['asc', 'desc'])
    try {
      const rows = sqlite.prepare(`select rowid as "_row", * from ${table} order by rowid ${order}`).iterate()
      for (const { _row, ...row } of rows as Iterable<Row & { readonly _row: number }>) found.set(_row, row)
    } catch {
      // The page that could not be read ends this direction; the other one may get further.
    }
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row)
}

/** Puts rows into a fresh database as far as its own rules take them. What is there already stays. */
export function putRows({ sqlite }: WriteStore, table: SalvagedTable, rows: readonly Row[]): void {
  const known = sqlite.pragma(`table_info(${table})`) as { name: string }[]
  const columns = known.map(({ name }) => name)
  const put = sqlite.prepare(
    `insert or ignore into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows) put.run(columns.map((name) => row[name] ?? null))
}

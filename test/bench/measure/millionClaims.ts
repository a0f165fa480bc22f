import type Database from 'better-sqlite3'
import { CLAIM_COLUMNS, valuesOf } from '../../../src-main/store/claimRows.ts'
import { claimNumber } from './manyClaims.ts'

export const MILLION = 1_000_000
const COMMENTS = 100_000

const FIRST = ['Northgate', 'Hartwig', 'Valdorcia', 'Aurel', 'Brightwater', 'Calder', 'Dunmore', 'Eastfield']
const SECOND = ['Assurance', '& Söhne', 'Ceramiche', 'Énergie', 'Logistics', 'Foods', 'Østergaard', 'Mining']
const FORMS = ['GmbH', 'Ltd', 'S.p.A.', 'plc', 'AB']
const PARTNERS = [
  'Fernhill Consulting Ltd',
  'Rheinwerk Digital GmbH',
  'Nuvola Alpina S.r.l.',
  'Lumière Conseil',
]
const ITEMS = ['Microsoft Teams', 'SharePoint Online', 'Microsoft Intune', 'Exchange Online', 'Viva Engage']
const WORK = ['rollout', 'migration', 'adoption', 'onboarding']
const SAID = [
  'The signature is missing on page',
  'Please add the work order of wave',
  'Seen and confirmed, batch',
]
const FIRST_DUE = Date.parse('2026-11-20T10:00:00Z')

const pick = (list: readonly string[], n: number): string => list[Math.floor(n) % list.length] ?? ''

/** What differs from row to row; every fourth to second claim has a common word, three of all a rare one. */
const made = (n: number) => ({
  claim_id: String(1_000_000 + n),
  claim_name: `${pick(ITEMS, n)} ${pick(WORK, n / 7)}, wave ${n % 997}${n % 333_333 === 5 ? ' Quillfeather' : ''}`,
  partner_name: pick(PARTNERS, n / 5),
  customer_name:
    n % 1000 === 7
      ? `株式会社東雲 ${n % 89}`
      : `${pick(FIRST, n)} ${pick(SECOND, n / 3)} ${pick(FORMS, n / 11)}`,
  item_names: JSON.stringify([pick(ITEMS, n), pick(ITEMS, n / 13)]),
  due_sort: FIRST_DUE + ((n * 7919) % 14_400) * 60_000,
})
/** Left empty, because no list reads it: a shorter row makes the scan that we are held against shorter too. */
const EMPTY: Readonly<Record<string, string>> = { parties: '{}', matters: '[]', lookups: '[]' }

/** Fills the tables of an empty profile with a million claims, and the product's search tables with their words. */
export function fillWithMillion(sqlite: Database.Database): void {
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('cache_size = -400000')
  sqlite.transaction(() => {
    const later = sqlite
      .prepare(
        "select name, sql from sqlite_master where type = 'index' and tbl_name = 'claims' and sql is not null",
      )
      .all() as { name: string; sql: string }[]
    for (const { name } of later) sqlite.exec(`drop index ${name}`)
    insertClaims(sqlite)
    for (const { sql } of later) sqlite.exec(sql)
    fillSearch(sqlite)
  })()
  sqlite.pragma('cache_size = -2000')
  sqlite.pragma('wal_checkpoint(truncate)')
  sqlite.pragma('synchronous = FULL')
}

function insertClaims(sqlite: Database.Database): void {
  const varied = Object.keys(made(0))
  const template = valuesOf(claimNumber(0))
  const values = CLAIM_COLUMNS.map((column, at) =>
    varied.includes(column) ? `@${column}` : literal(EMPTY[column] ?? template[at] ?? null),
  )
  const insert = sqlite.prepare(
    `insert into claims (claim_key, ${CLAIM_COLUMNS.join(', ')}, documents_missing) values (@key, ${values.join(', ')}, 0)`,
  )
  for (let n = 0; n < MILLION; n += 1) insert.run({ key: n + 1, ...made(n) })
}

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)

function fillSearch(sqlite: Database.Database): void {
  // More of the index is gathered before it is written; put back as it was, since the setting stays in the file.
  const gather = (table: string, bytes: number) =>
    sqlite.exec(`insert into ${table} (${table}, rank) values ('hashsize', ${bytes})`)
  const [much, usual] = [256 * 2 ** 20, 2 ** 20]
  gather('claims_search', much)
  sqlite.exec(`insert into claims_search (rowid, claim_id, claim_name, customer_name, partner_name, item_names)
    select claim_key, claim_id, claim_name, customer_name, partner_name, item_names from claims`)
  gather('claims_search', usual)
  const said = sqlite.prepare(
    `insert into comments (claim_key, position, comment_id, side, author_name, at, text, visibility)
      values (@key, 0, @id, 'partner', 'Owen Pritchard', ${FIRST_DUE}, @comment, 'partner_visible')`,
  )
  const searched = sqlite.prepare(
    'insert into search_texts (claim_key, comment_id, comment) values (@key, @id, @comment)',
  )
  for (let n = 0; n < COMMENTS; n += 1) {
    const row = { key: n * 10 + 1, id: `c${n}`, comment: `${pick(SAID, n)} ${n % 97}, ${pick(WORK, n)}` }
    said.run(row)
    searched.run(row)
  }
}

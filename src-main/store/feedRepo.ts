import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_COLUMNS, searchWordsOf, valuesOf } from './claimRows.ts'
import { COUNT_MISSING } from './documentsRepo.ts'
import type { WriteStore } from './openStore.ts'
import { insertOf, PART_TABLES } from './partRows.ts'
import { putCommentTexts } from './searchTextsRepo.ts'
import { statement } from './statements.ts'

interface KnownClaim {
  readonly claim_key: number
  readonly revision: number
  readonly check_key: string
  readonly claim_name: string
  readonly customer_name: string
  readonly partner_name: string
  readonly item_names: string
}

const FIND =
  'select claim_key, revision, check_key, claim_name, customer_name, partner_name, item_names from claims where claim_id = ?'
const INSERT = `insert into claims (${CLAIM_COLUMNS.join(', ')}, documents_missing) values (${CLAIM_COLUMNS.map(() => '?').join(', ')}, 0)`
const UPDATE = `update claims set ${CLAIM_COLUMNS.map((column) => `${column} = ?`).join(', ')} where claim_key = ?`
const RECOUNT = `update claims set documents_missing = ${COUNT_MISSING} where claim_key = ?`
/** Its past is told later, by whoever counts it: no feed waits for that. */
const UNTELL = 'insert or ignore into untold_claims (claim_key) values (?)'
const FORGET_CHIPS =
  'update claims set usable_poe = null, customer_acknowledgment = null, dates = null, products = null, service_description = null where claim_key = ? and check_key <> ?'
const INSERT_SEARCH =
  'insert into claims_search (claim_id, claim_name, customer_name, partner_name, item_names, rowid) values (?, ?, ?, ?, ?, ?)'
const DELETE_SEARCH = 'delete from claims_search where rowid = ?'
const PARTS = PART_TABLES.map((part) => ({
  insert: insertOf(part),
  remove: `delete from ${part.table} where claim_key = ?`,
  rowsOf: part.rowsOf,
}))

/**
 * Puts one claim of the feed in place of what is known of it. The feed may repeat and replay: an older revision is passed over.
 * Returns false when it was.
 */
export function applyClaim(store: WriteStore, record: ClaimRecord): boolean {
  const known = statement(store, FIND).get(record.form.claimId) as KnownClaim | undefined
  if (known !== undefined && known.revision > record.revision) return false
  put(store, record, known)
  return true
}

/** The same, whatever is known of the claim: for what was asked for because hub and workstation differ. */
export function putClaim(store: WriteStore, record: ClaimRecord): void {
  put(store, record, statement(store, FIND).get(record.form.claimId) as KnownClaim | undefined)
}

function put(store: WriteStore, record: ClaimRecord, known: KnownClaim | undefined): void {
  const claimKey = known === undefined ? insert(store, record) : update(store, record, known)
  insertParts(store, claimKey, record)
  statement(store, UNTELL).run(claimKey)
  if (known !== undefined || record.comments.length > 0)
    putCommentTexts(store, claimKey, record.comments, known === undefined)
  if (known !== undefined || record.documents.length > 0) statement(store, RECOUNT).run(claimKey)
}

function insert(store: WriteStore, record: ClaimRecord): number {
  const claimKey = Number(statement(store, INSERT).run(valuesOf(record)).lastInsertRowid)
  statement(store, INSERT_SEARCH).run(...searchWordsOf(record), claimKey)
  return claimKey
}

function update(store: WriteStore, record: ClaimRecord, known: KnownClaim): number {
  const claimKey = known.claim_key
  statement(store, UPDATE).run(valuesOf(record), claimKey)
  // Another form or other documents: what was found before says nothing of them.
  statement(store, FORGET_CHIPS).run(claimKey, known.check_key)
  // Writing the search index costs more than the row; most changes leave the words alone.
  if (!sameWords(record, known)) {
    statement(store, DELETE_SEARCH).run(claimKey)
    statement(store, INSERT_SEARCH).run(...searchWordsOf(record), claimKey)
  }
  for (const part of PARTS) statement(store, part.remove).run(claimKey)
  return claimKey
}

function sameWords({ form }: ClaimRecord, known: KnownClaim): boolean {
  return (
    known.claim_name === form.claimName &&
    known.customer_name === form.customer.companyName &&
    known.partner_name === form.partnerCompanyName &&
    known.item_names === JSON.stringify(form.items.map(({ name }) => name))
  )
}

function insertParts(store: WriteStore, claimKey: number, record: ClaimRecord): void {
  for (const { insert, rowsOf } of PARTS) {
    const rows = rowsOf(record)
    if (rows.length === 0) continue
    const put = statement(store, insert)
    rows.forEach((values, at) => put.run(claimKey, at, values))
  }
}

/** Returns false when the claim was not known. Operations that wait for it stay in the outbox: the hub answers them. */
export function removeClaim(store: WriteStore, claimId: ClaimId): boolean {
  const claimKey = statement(store, 'select claim_key from claims where claim_id = ?').pluck().get(claimId)
  if (claimKey === undefined) return false
  statement(store, DELETE_SEARCH).run(claimKey)
  statement(store, 'delete from claims where claim_key = ?').run(claimKey)
  return true
}

export const isKnown = (store: WriteStore, claimId: ClaimId): boolean =>
  statement(store, 'select 1 from claims where claim_id = ?').get(claimId) !== undefined

/** Ids of every claim, for a full resync: what it does not bring again is gone. */
export function listClaimIds(store: WriteStore): ClaimId[] {
  return statement(store, 'select claim_id from claims').pluck().all() as ClaimId[]
}

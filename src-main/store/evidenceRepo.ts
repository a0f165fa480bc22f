import type { ClaimSide } from '../domain/evidence/recycled.ts'
import { bandsOf, type Print } from '../domain/evidence/prints.ts'
import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { PrintKind } from '../../src-preload/contract/vocabulary/words.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Puts the prints of a document in place of what was known of it. */
export function putPrints(store: WriteStore, sha256: Sha256, prints: readonly Print[]): void {
  statement(store, 'delete from evidence_prints where sha256 = ?').run(sha256)
  const put = statement(store, 'insert or ignore into evidence_prints values (?, ?, ?, ?, ?)')
  for (const { kind, page, value } of prints)
    for (const band of bandsOf(kind, value)) put.run(sha256, kind, page, band, value)
}

/** What a document is known again by; empty until a claim with it was checked. */
export function listPrints(store: ReadStore, sha256: Sha256): Print[] {
  return statement(
    store,
    'select distinct kind, page, value from evidence_prints where sha256 = ? order by kind, page, value',
  ).all(sha256) as Print[]
}

/** A claim that carries a document, and who it is of. */
export interface OtherClaim extends ClaimSide {
  readonly claimId: ClaimId
  readonly sha256: Sha256
}

/** A print of a claim's document that shares a band with one of another document. Whether they are alike, their values say. */
export interface PrintMeeting {
  readonly kind: PrintKind
  readonly sha256: Sha256
  readonly page: number
  readonly value: string
  readonly otherSha256: Sha256
  readonly otherPage: number
  readonly otherValue: string
}

/** One band that thousands share says nothing, and must not hold up an opening claim. */
const MOST_MEETINGS = 2000

const MEETINGS = `select distinct mine.kind as kind, mine.sha256 as sha256, mine.page as page, mine.value as value,
    other.sha256 as otherSha256, other.page as otherPage, other.value as otherValue
  from claims join documents using (claim_key) join evidence_prints as mine using (sha256)
    join evidence_prints as other on other.kind = mine.kind and other.band = mine.band and other.sha256 <> mine.sha256
  where claims.claim_id = ? limit ${MOST_MEETINGS}`

export function listPrintMeetings(store: ReadStore, claimId: ClaimId): PrintMeeting[] {
  return statement(store, MEETINGS).all(claimId) as PrintMeeting[]
}

const CARRIERS = `select claim_id as claimId, sha256, mpn_id as mpnId, partner_name as partnerName, tenant_id as tenantId,
    customer_name as customerName
  from documents join claims using (claim_key) where sha256 = ? and claim_id <> ? order by claim_id limit 50`

/** Other claims here that carry these very bytes. */
export function listCarriers(store: ReadStore, sha256: Sha256, notClaim: ClaimId): OtherClaim[] {
  return statement(store, CARRIERS).all(sha256, notClaim) as OtherClaim[]
}

/** Remembers under which name which bytes were checked. */
export function noteCheckedDocuments(
  store: WriteStore,
  claimId: ClaimId,
  documents: readonly { readonly fileName: string; readonly sha256: Sha256 }[],
  at: number,
): void {
  const put = statement(store, 'insert or ignore into checked_documents values (?, ?, ?, ?)')
  for (const { fileName, sha256 } of documents) put.run(claimId, fileName, sha256, at)
}

export interface CheckedDocument {
  readonly fileName: string
  readonly sha256: Sha256
  readonly checkedAt: number
}

export function listCheckedDocuments(store: ReadStore, claimId: ClaimId): CheckedDocument[] {
  return statement(
    store,
    'select file_name as fileName, sha256, checked_at as checkedAt from checked_documents where claim_id = ? order by checked_at',
  ).all(claimId) as CheckedDocument[]
}

import type { ClaimId, Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { PrintKind } from '../../src-preload/contract/vocabulary/words.ts'
import type { Alike } from '../domain/evidence/prints.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** Another claim with the same bytes, or with evidence that looks or reads the same. */
export interface Sighting {
  readonly claimId: ClaimId
  readonly partnerName: string
  readonly customerName: string
  /** Not there where the hub that was asked did not say so yet. */
  readonly mpnId?: string | undefined
  readonly tenantId?: string | undefined
  /** Not there = the same bytes. */
  readonly alike?: SightedPrint | undefined
}

export interface SightedPrint extends Alike {
  readonly kind: PrintKind
  /** From 1; 0 = the whole document, here and there. */
  readonly page: number
  readonly otherPage: number
}

/** What the hub said when it was asked last; empty too where it never was. */
export function listSightings(store: ReadStore, claimId: ClaimId, sha256: Sha256): Sighting[] {
  const text = statement(store, 'select claims from sightings where claim_id = ? and sha256 = ?')
    .pluck()
    .get(claimId, sha256)
  return typeof text === 'string' ? (JSON.parse(text) as Sighting[]) : [] // as `putSightings` wrote it
}

/** Documents of a claim of which the hub was not asked since an instant. */
export function listUnaskedDocuments(store: ReadStore, claimId: ClaimId, since: number): Sha256[] {
  return statement(
    store,
    `select distinct documents.sha256 from claims join documents using (claim_key)
       left join sightings on sightings.claim_id = claims.claim_id and sightings.sha256 = documents.sha256
     where claims.claim_id = ? and (asked_at is null or asked_at < ?)`,
  )
    .pluck()
    .all(claimId, since) as Sha256[]
}

/** Returns false when the hub said the same before. */
export function putSightings(
  store: WriteStore,
  claimId: ClaimId,
  sha256: Sha256,
  claims: readonly Sighting[],
  at: number,
): boolean {
  const said = JSON.stringify(claims)
  const before = statement(store, 'select claims from sightings where claim_id = ? and sha256 = ?')
    .pluck()
    .get(claimId, sha256)
  statement(
    store,
    'insert or replace into sightings (claim_id, sha256, asked_at, claims) values (?, ?, ?, ?)',
  ).run(claimId, sha256, at, said)
  return before !== said && !(before === undefined && said === '[]')
}

import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimState } from '../../src-preload/contract/vocabulary/words.ts'
import type { ReadStore } from './openStore.ts'
import { statement } from './statements.ts'
import type { Claimant } from '../domain/letter/guards/rivals.ts'

export interface Sibling {
  readonly claimId: ClaimId
  readonly claimName: string
  readonly partnerName: string
  readonly state: ClaimState
  readonly revision: number
}

/** Other claims of the same customer on which work is to be done and which nobody holds now, due first at the front. */
export function listSiblings(store: ReadStore, claimId: ClaimId, now: number): Sibling[] {
  return statement(
    store,
    `select other.claim_id as claimId, other.claim_name as claimName, other.partner_name as partnerName, other.state, other.revision
     from claims join claims as other on other.tenant_id = claims.tenant_id and other.claim_id <> claims.claim_id
     where claims.claim_id = ? and other.state in ('submitted', 'under_review')
       and (other.assigned_until is null or other.assigned_until <= ?)
     order by other.due_sort, other.claim_id limit 50`,
  ).all(claimId, now) as Sibling[]
}

type ClaimantRow = Pick<Claimant, 'claimId' | 'mpnId' | 'partnerCompanyName'> & {
  readonly partnerDomains: string
  readonly partnerContact: string
}

/** Who else claims, or claimed, something of the same customer. */
export function listClaimants(store: ReadStore, claimId: ClaimId): Claimant[] {
  const rows = statement(
    store,
    `select other.claim_id as claimId, other.mpn_id as mpnId, other.partner_name as partnerCompanyName,
       other.partner_domains as partnerDomains, other.parties ->> '$.partnerContact' as partnerContact
     from claims join claims as other on other.tenant_id = claims.tenant_id and other.claim_id <> claims.claim_id
     where claims.claim_id = ? order by other.claim_id`,
  ).all(claimId) as ClaimantRow[]
  return rows.map((row) => ({
    ...row,
    // Written by this program.
    partnerDomains: JSON.parse(row.partnerDomains) as Claimant['partnerDomains'],
    partnerContact: JSON.parse(row.partnerContact) as Claimant['partnerContact'],
  }))
}

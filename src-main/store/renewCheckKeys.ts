import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { checkKeyOf } from './claimRows.ts'
import { findClaim } from './claimsRepo.ts'
import type { WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

const WITH_WORDS = `select distinct claim_id from verdicts join claims using (claim_id)
  where verdicts.check_key = claims.check_key`

/**
 * Keys of an older version hash other fields. Where a reviewer said something of the claim as it stands, the words are bound to the
 * new key of the same claim, so that an upgrade lets go of none. Other claims get their new key with their next item of the feed.
 */
export function renewCheckKeys(store: WriteStore): void {
  const claimIds = statement(store, WITH_WORDS).pluck().all() as ClaimId[]
  for (const claimId of claimIds) {
    const stored = findClaim(store, claimId)
    if (stored === null) continue
    const key = checkKeyOf(stored.record)
    if (key === stored.checkKey) continue
    const of = [key, claimId, stored.checkKey] as const
    statement(store, 'update verdicts set check_key = ? where claim_id = ? and check_key = ?').run(...of)
    statement(store, 'update claims set check_key = ? where claim_id = ? and check_key = ?').run(...of)
  }
}

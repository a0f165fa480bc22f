import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { countRivals } from './arbitrationRepo.ts'
import { type ClaimKey, listClaims } from './claimsRepo.ts'
import type { Db, Tx } from './database.ts'

/** The claims that exist of these keys, complete with their rivals counted now. */
export async function listRecords(db: Db | Tx, keys: readonly ClaimKey[]): Promise<ClaimRecord[]> {
  const stored = await listClaims(db, keys)
  const rivals = await countRivals(db, keys)
  return stored.map((claim) => ({
    ...claim,
    clocks: [...claim.clocks],
    competingClaims: rivals.get(claim.form.claimId) ?? 0,
  }))
}

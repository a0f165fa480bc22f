import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { countRivals } from './arbitrationRepo.ts'
import { actingAs, type CallerContext, enter, LOOK } from './callerContext.ts'
import { type ClaimKey, findTenant, listClaims } from './claimsRepo.ts'
import type { Db, Tx } from './database.ts'
import { SNAPSHOT, transact } from './transact.ts'

/**
 * The claims that exist of these keys, complete with their rivals.
 * @param counted how many of those there are, where somebody counted them who sees more; left out = counted now.
 */
export async function listRecords(
  db: Db | Tx,
  keys: readonly ClaimKey[],
  counted?: ReadonlyMap<string, number>,
): Promise<ClaimRecord[]> {
  const stored = await listClaims(db, keys)
  const rivals = counted ?? (await countRivals(db, keys))
  return stored.map((claim) => ({
    ...claim,
    clocks: [...claim.clocks],
    competingClaims: rivals.get(claim.form.claimId) ?? 0,
  }))
}

/** One claim as the database shows it to these eyes, in one moment, with its rivals counted whoever they are; undefined = it does not. */
export const seenRecord = (db: Db, claimId: ClaimId, eyes: CallerContext): Promise<ClaimRecord | undefined> =>
  actingAs(LOOK, () =>
    transact(
      db,
      async (tx) => {
        const tenantId = await findTenant(tx, claimId)
        if (tenantId === undefined) return undefined
        const keys = [{ tenantId, claimId }]
        const rivals = await countRivals(tx, keys)
        await enter(tx, eyes)
        const [record] = await listRecords(tx, keys, rivals)
        return record
      },
      SNAPSHOT,
    ),
  )

import { settleCases } from '../arbitration/settleCases.ts'
import { thingsOf } from '../arbitration/settleClaim.ts'
import { countRivals } from '../store/arbitrationRepo.ts'
import { listClaims } from '../store/claimsRepo.ts'
import { insertNewClaims, keyOf, resetClocks } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import { lockContest } from '../store/thingLocks.ts'
import type { BasisOf } from './clockBasis.ts'
import { isContending, keysNamedBy, namedThings } from './exclusivityKey.ts'
import type { HubClaim } from './hubClaim.ts'

/**
 * Puts in claims that have a past already, with the cases that they make of each other and of what is here. An id that is taken, or was
 * taken under another tenant, breaks the transaction.
 */
export async function bringClaims(tx: Tx, added: readonly HubClaim[], basisOf: BasisOf): Promise<void> {
  const byTenant = Map.groupBy(added, ({ form }) => form.customer.tenantId)
  // In one order, so that two who bring claims of the same customers wait for each other.
  for (const [tenantId, own] of [...byTenant].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await lockContest(tx, { tenantId, claimIds: [], keys: own.flatMap(keysNamedBy) })
  await insertNewClaims(tx, added, basisOf)
  await openCases(tx, added, basisOf)
}

/** The cases that claims make which are here without any having been looked for. What they name is locked. */
export async function openCases(tx: Tx, found: readonly HubClaim[], basisOf: BasisOf): Promise<void> {
  const contending = found.filter(({ state }) => isContending(state))
  const byTenant = Map.groupBy(contending, ({ form }) => form.customer.tenantId)
  const things = [...byTenant].flatMap(([tenantId, claims]) =>
    thingsOf(
      tenantId,
      claims.flatMap((claim) => namedThings(claim)),
    ),
  )
  const affected = await settleCases(tx, things, { basisOf, at: null })
  await retime(tx, [...contending.map(keyOf), ...affected], basisOf)
}

/** A contested claim has a clock more (C-21). */
async function retime(tx: Tx, keys: Parameters<typeof listClaims>[1], basisOf: BasisOf): Promise<void> {
  const once = [...new Map(keys.map((key) => [key.claimId, key])).values()]
  const rivals = await countRivals(tx, once)
  const contested = once.filter(({ claimId }) => rivals.has(claimId))
  for (const claim of await listClaims(tx, contested)) await resetClocks(tx, claim, basisOf(claim.policy))
}

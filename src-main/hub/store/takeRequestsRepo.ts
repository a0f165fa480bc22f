import { and, eq } from 'drizzle-orm'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { takeRequests } from './schema.ts'

const isRequest = (requestId: string) =>
  and(eq(takeRequests.tenantId, HUB_TENANT), eq(takeRequests.requestId, requestId))

export interface StoredTake {
  readonly userId: string
  /** Null = nothing was free. */
  readonly claimId: ClaimId | null
}

/**
 * Puts a request down. One that is under way under the same id is waited for.
 * @returns what was answered to it before; null = it is new.
 */
export async function beginTake(
  tx: Tx,
  requestId: string,
  userId: UserId,
  askedAt: Date,
): Promise<StoredTake | null> {
  const added = await tx
    .insert(takeRequests)
    .values({ tenantId: HUB_TENANT, requestId, userId, claimId: null, askedAt })
    .onConflictDoNothing()
    .returning({ requestId: takeRequests.requestId })
  if (added.length > 0) return null
  const rows = await tx
    .select({ userId: takeRequests.userId, claimId: takeRequests.claimId })
    .from(takeRequests)
    .where(isRequest(requestId))
  const known = rows[0]
  if (known === undefined) throw new Error('A request for a claim is neither new nor known')
  return { userId: known.userId, claimId: known.claimId as ClaimId | null } // written from a stored claim
}

export async function setTaken(tx: Tx, requestId: string, claimId: ClaimId): Promise<void> {
  await tx.update(takeRequests).set({ claimId }).where(isRequest(requestId))
}

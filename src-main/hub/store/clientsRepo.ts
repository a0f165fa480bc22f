import { and, eq } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { clients } from './schema.ts'

const isClient = (clientId: string) => and(eq(clients.tenantId, HUB_TENANT), eq(clients.clientId, clientId))

/**
 * Locks the count of a workstation until the transaction ends, so that its operations come one after another.
 * @returns the number of the last operation that was answered; 0 = none yet.
 */
export async function lockClient(tx: Tx, clientId: string, seenAt: Date): Promise<number> {
  await tx
    .insert(clients)
    .values({ tenantId: HUB_TENANT, clientId, lastSequence: 0, seenAt })
    .onConflictDoNothing()
  const rows = await tx
    .select({ lastSequence: clients.lastSequence })
    .from(clients)
    .where(isClient(clientId))
    .for('update')
  return rows[0]?.lastSequence ?? 0
}

/** The client is one that this transaction has locked. */
export async function setLastSequence(
  tx: Tx,
  clientId: string,
  lastSequence: number,
  seenAt: Date,
): Promise<void> {
  await tx.update(clients).set({ lastSequence, seenAt }).where(isClient(clientId))
}

import { and, eq } from 'drizzle-orm'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { partnerLinks } from './schema.ts'

/** The MPN ids of the partners that a person is linked to: their claims are none of this person's business (R4). */
export async function linkedPartners(db: Db | Tx, userId: UserId): Promise<readonly string[]> {
  const rows = await db
    .select({ mpnId: partnerLinks.mpnId })
    .from(partnerLinks)
    .where(and(eq(partnerLinks.tenantId, HUB_TENANT), eq(partnerLinks.userId, userId)))
  return rows.map(({ mpnId }) => mpnId)
}

import { and, asc, eq } from 'drizzle-orm'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PartnerLinks } from '../api/people.ts'
import type { ClaimKey } from './claimsRepo.ts'
import { isClaim } from './claimsRepo.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { claims, partnerLinks } from './schema.ts'

/** Partner ids (`mpnId`) with which a person of the team has dealings: they get none of these partners' claims (trust.md R4). */
export async function linkedPartners(db: Db | Tx, userId: UserId): Promise<readonly string[]> {
  return (await listPartnerLinks(db, userId)).map(({ mpnId }) => mpnId)
}

export async function listPartnerLinks(db: Db | Tx, userId: UserId): Promise<PartnerLinks['links']> {
  return db
    .select({ mpnId: partnerLinks.mpnId, reason: partnerLinks.reason })
    .from(partnerLinks)
    .where(ofPerson(userId))
    .orderBy(asc(partnerLinks.mpnId))
}

/** Sets all links of a person. */
export async function putPartnerLinks(db: Db, userId: UserId, links: PartnerLinks['links']): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(partnerLinks).where(ofPerson(userId))
    if (links.length === 0) return
    await tx.insert(partnerLinks).values(links.map((link) => ({ tenantId: HUB_TENANT, userId, ...link })))
  })
}

const ofPerson = (userId: UserId) =>
  and(eq(partnerLinks.tenantId, HUB_TENANT), eq(partnerLinks.userId, userId))

/** Whose claim this is; undefined when it is gone. */
export async function findPartner(db: Db | Tx, key: ClaimKey): Promise<string | undefined> {
  const rows = await db.select({ mpnId: claims.mpnId }).from(claims).where(isClaim(claims, key))
  return rows[0]?.mpnId
}

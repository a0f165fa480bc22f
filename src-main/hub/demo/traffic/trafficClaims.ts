import { and, eq, inArray, like, or, sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { listClaims } from '../../store/claimsRepo.ts'
import type { StoredClaim } from '../../store/claimRows.ts'
import type { Db } from '../../store/database.ts'
import { claimLocator, claims } from '../../store/schema.ts'
import { prefixOf, TRAFFIC_PREFIX } from './planTraffic.ts'

/** Claims of the traffic and of the demo queue to which partners or customers may still do something, in no promised order. */
export async function listTrafficClaims(db: Db, demoIds: ReadonlySet<string>): Promise<StoredClaim[]> {
  const own = like(claims.claimId, `${TRAFFIC_PREFIX}%`)
  const rows = await db
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(and(isOpen(), demoIds.size === 0 ? own : or(own, inArray(claims.claimId, [...demoIds]))))
  // Both were written from a parsed form.
  return listClaims(
    db,
    rows.map(({ tenantId, claimId }) => ({ tenantId: tenantId as TenantId, claimId: claimId as ClaimId })),
  )
}

const isOpen = () =>
  or(
    inArray(claims.state, ['editing', 'submitted', 'under_review', 'partner_action_required']),
    and(eq(claims.state, 'approved'), eq(claims.subState, 'consent_open')),
    and(eq(claims.state, 'rejected'), eq(claims.subState, 'disputable')),
  )

/** The highest number that a claim of this seed has had, also one that is gone; 0 = there was none. */
export async function lastNumberOf(db: Db, seed: number): Promise<number> {
  const prefix = prefixOf(seed)
  const number = sql<number | null>`max(substr(${claimLocator.claimId}, ${prefix.length + 1}::int)::int)`
  const rows = await db
    .select({ last: number })
    .from(claimLocator)
    .where(sql`${claimLocator.claimId} ~ ${`^${prefix}[0-9]{4,9}$`}`)
  return rows[0]?.last ?? 0
}

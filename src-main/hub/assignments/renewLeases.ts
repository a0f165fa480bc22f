import { and, eq, gt, inArray, notInArray } from 'drizzle-orm'
import { isHeldNow, leaseFrom } from '../../domain/assignment/lease.ts'
import type { ClaimId, Instant, TenantId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { RenewResult } from '../api/assignments.ts'
import type { OperationPorts } from '../operations/applyOperation.ts'
import { type ClaimKey, findClaimForUpdate } from '../store/claimsRepo.ts'
import { changeClaim } from '../store/claimWrites.ts'
import { actingAs } from '../store/callerContext.ts'
import type { Tx } from '../store/database.ts'
import { HUB_TENANT } from '../store/hubTenant.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { claimLocator, claims } from '../store/schema.ts'
import { transact } from '../store/transact.ts'

/** A lease with more left than this is not written anew: each renewal goes to every workstation through the feed. */
const RENEWED_BELOW_MS = 20 * 60_000

/** Extends the leases that a person still holds, each in a transaction of its own, and says which are lost. */
export async function renewLeases(
  ports: OperationPorts,
  userId: UserId,
  claimIds: readonly ClaimId[],
): Promise<RenewResult> {
  const asked = [...new Set(claimIds)]
  const renewed: RenewResult['renewed'] = []
  for (const { key, until } of await listHeld(ports, userId, asked)) {
    const isLong = Date.parse(until) - ports.now() >= RENEWED_BELOW_MS
    const next = isLong
      ? until
      : await actingAs({ kind: 'act', tenantId: key.tenantId }, () =>
          transact(ports.db, (tx) => renew(tx, ports, key, userId)),
        )
    if (next !== null) renewed.push({ claimId: key.claimId, until: next })
  }
  const kept = renewed.map(({ claimId }) => claimId)
  return { renewed, lost: asked.filter((claimId) => !kept.includes(claimId)) }
}

async function listHeld(
  { db, now }: OperationPorts,
  userId: UserId,
  claimIds: readonly ClaimId[],
): Promise<{ key: ClaimKey; until: Instant }[]> {
  if (claimIds.length === 0) return []
  const linked = await linkedPartners(db, userId)
  const rows = await db
    .select({ tenantId: claims.tenantId, claimId: claims.claimId, until: claims.leaseUntil })
    .from(claimLocator)
    .innerJoin(
      claims,
      and(eq(claims.tenantId, claimLocator.customerTenantId), eq(claims.claimId, claimLocator.claimId)),
    )
    .where(
      and(
        eq(claimLocator.tenantId, HUB_TENANT),
        inArray(claimLocator.claimId, [...claimIds]),
        eq(claims.assignedUserId, userId),
        gt(claims.leaseUntil, new Date(now())),
        notInArray(claims.mpnId, [...linked]),
      ),
    )
  // Ids were written from a parsed form, the instant is one.
  return rows.flatMap(({ tenantId, claimId, until }) =>
    until === null
      ? []
      : {
          key: { tenantId: tenantId as TenantId, claimId: claimId as ClaimId },
          until: until.toISOString() as Instant,
        },
  )
}

/** Null = it was lost meanwhile. */
async function renew(
  tx: Tx,
  { rules, now }: OperationPorts,
  key: ClaimKey,
  userId: UserId,
): Promise<Instant | null> {
  const claim = await findClaimForUpdate(tx, key)
  const at = now()
  if (claim?.assignedTo?.userId !== userId || !isHeldNow(claim.assignedTo, at)) return null
  if (!rules.knows(claim.policy)) await rules.refresh(tx)
  const until = leaseFrom(at)
  const change = {
    at: new Date(at).toISOString(),
    assignedTo: { ...claim.assignedTo, until },
    entries: [],
    keepsRevision: true,
  }
  await changeClaim(tx, claim, change, rules.basisOf(claim.policy))
  return until
}

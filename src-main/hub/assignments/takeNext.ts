import { asc, notInArray, sql } from 'drizzle-orm'
import type { ClaimId, TenantId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { TakeNextResult } from '../api/assignments.ts'
import type { HubUser } from '../api/people.ts'
import { applyToClaim } from '../claims/applyToClaim.ts'
import { situationOf } from '../claims/situation.ts'
import type { OperationPorts } from '../operations/applyOperation.ts'
import { type ClaimKey, findClaim } from '../store/claimsRepo.ts'
import { actingAs, enter, HUB, narrowTo } from '../store/callerContext.ts'
import type { Tx } from '../store/database.ts'
import { linkedPartners } from '../store/partnerLinksRepo.ts'
import { claims } from '../store/schema.ts'
import { beginTake, setTaken } from '../store/takeRequestsRepo.ts'
import { transact } from '../store/transact.ts'

/**
 * Gives a person the free claim that is due first, once for each request: two who ask at the same time get two claims, since each
 * passes over what the other has locked.
 * @returns `differs`: the request's id was used by another person.
 */
export async function takeNext(
  ports: OperationPorts,
  user: HubUser,
  requestId: string,
): Promise<TakeNextResult | 'differs'> {
  const taking = () =>
    transact(ports.db, async (tx) => {
      const now = ports.now()
      const known = await beginTake(tx, requestId, user.userId, new Date(now))
      if (known !== null) return known.userId === user.userId ? answerOf(known.claimId) : 'differs'
      const key = await lockNextFree(tx, user.userId, now)
      if (key === null) return answerOf(null)
      await narrowTo(tx, key.tenantId)
      await take(tx, ports, { key, user, now })
      await setTaken(tx, requestId, key.claimId)
      return answerOf(key.claimId)
    })
  return actingAs(HUB, taking)
}

const answerOf = (claimId: ClaimId | null): TakeNextResult =>
  claimId === null ? { outcome: 'none' } : { outcome: 'taken', claimId }

/**
 * Free: submitted, or back from the partner or in dispute, and nobody's lease runs. Not what the person rejected themselves (four eyes),
 * nor a claim of a partner that they are linked to.
 */
async function lockNextFree(tx: Tx, userId: UserId, now: number): Promise<ClaimKey | null> {
  const linked = await linkedPartners(tx, userId)
  await enter(tx, { kind: 'hub', hidden: linked })
  const rows = await tx
    .select({ tenantId: claims.tenantId, claimId: claims.claimId })
    .from(claims)
    .where(
      sql`${claims.state} in ('submitted', 'under_review')
        and (${claims.state} = 'submitted' or ${claims.subState} in ('resubmitted', 'dispute_review'))
        and (${claims.leaseUntil} is null or ${claims.leaseUntil} <= ${new Date(now)})
        and (${claims.subState} is distinct from 'dispute_review'
          or ${claims.matters} -> 'rejection' ->> 'byUserId' is distinct from ${userId}::text)
        and ${notInArray(claims.mpnId, [...linked])}`,
    )
    .orderBy(asc(claims.dueAt), asc(claims.claimId))
    .limit(1)
    .for('update', { skipLocked: true })
  const found = rows[0]
  // Both were written from a parsed form.
  return found === undefined
    ? null
    : { tenantId: found.tenantId as TenantId, claimId: found.claimId as ClaimId }
}

interface Taking {
  readonly key: ClaimKey
  readonly user: HubUser
  readonly now: number
}

async function take(tx: Tx, ports: OperationPorts, { key, user, now }: Taking): Promise<void> {
  const claim = await findClaim(tx, key)
  if (claim === undefined) throw new Error('A claim that is locked is gone')
  if (!ports.rules.knows(claim.policy)) await ports.rules.refresh(tx)
  const applied = await applyToClaim(tx, claim, {
    command: { act: 'take' },
    actor: { side: 'reviewer', userId: user.userId, role: user.role },
    actorName: user.name,
    situation: situationOf(claim),
    rules: ports.rules,
    now,
    beside: {},
  })
  // What is free by the query is free by the rules: both look at state, lease and role.
  if (applied.outcome === 'refused') throw new Error('A free claim could not be taken')
}

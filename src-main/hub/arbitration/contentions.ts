import { hasToDrop } from '../../domain/arbitration/itemsToDrop.ts'
import type { Contention } from '../../domain/arbitration/detect.ts'
import { standingOf } from '../../domain/intake/exclusivity.ts'
import { submissionDay } from '../../domain/policy/policyForDay.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { BasisOf } from '../claims/clockBasis.ts'
import { type ContendingItem, listLosers, type ThingKey } from '../store/arbitrationRepo.ts'
import type { Tx } from '../store/database.ts'

/** A claim that holds or asks for a thing, and the day on which that ends by itself; null = it does not. */
export interface Timed {
  readonly claim: Contention
  readonly lastDay: string | null
}

/**
 * The claims that hold or ask for a thing at an instant.
 * @param items those of claims in play that are the thing.
 */
export async function contentionsOf(
  tx: Tx,
  { thing, items }: { readonly thing: ThingKey; readonly items: readonly ContendingItem[] },
  { at, basisOf }: { readonly at: string; readonly basisOf: BasisOf },
): Promise<Timed[]> {
  const wasDecided = items.some(({ hasOutcome }) => hasOutcome)
  const lostAt = wasDecided
    ? await listLosers(tx, thing, [...new Set(items.map(({ claimId }) => claimId))])
    : NOBODY
  const today = submissionDay(at)
  return [...Map.groupBy(items, ({ claimId }) => claimId).values()].flatMap((own) => {
    const [claim] = own
    if (claim === undefined) return []
    const returning = { ...claim, answeredAt: claim.answeredAt?.toISOString() ?? null }
    if (hasToDrop(returning, lostAt.get(claim.claimId) ?? null)) return []
    return contentionOf(claim, own, { today, basisOf })
  })
}

const NOBODY: ReadonlyMap<string, string> = new Map()

function contentionOf(
  claim: ContendingItem,
  items: readonly ContendingItem[],
  { today, basisOf }: { readonly today: string; readonly basisOf: BasisOf },
): Timed[] {
  const { claimId, mpnId, partnerCompanyName, subscriptions, policyId, policyVersion } = claim
  const { policy } = basisOf({ id: policyId, version: policyVersion })
  const alive = items.flatMap(({ itemId: id }) => {
    const matters = { endedItems: claim.endedItems ?? [] }
    const standing = standingOf({ ...claim, lookups: { subscriptions }, matters }, { id }, policy, today)
    return standing === 'none' ? [] : [{ id, standing }]
  })
  const [first] = alive
  if (first === undefined) return []
  const lastDays = subscriptions
    .filter(({ itemId, status }) => status !== 'in_grace' && alive.some(({ id }) => id === itemId))
    .flatMap(({ endsOn }) => endsOn ?? [])
  return [
    {
      claim: {
        claimId,
        mpnId,
        partnerCompanyName,
        standing: first.standing,
        items: alive.map(({ id }) => id),
        // Both were written from a parsed record.
        firstReviewedAt: claim.firstReviewedAt as Instant | null,
        heldSince: claim.heldSince as Instant | null,
      },
      lastDay: first.standing === 'holds' ? (lastDays.toSorted()[0] ?? null) : null,
    },
  ]
}

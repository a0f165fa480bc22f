import { z } from 'zod'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { SampledDecision } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findValue } from '../../store/profileRepo.ts'

const Kept = z.array(SampledDecision)

/** What a person was drawn to look at again, as the hub last said. */
export const ownReviews = (store: ReadStore, userId: UserId): SampledDecision[] =>
  findValue(store, `second_reviews ${userId}`, Kept) ?? []

/** Those on which the hub does not have this person's word. */
export const pendingReviews = (store: ReadStore, userId: UserId): SampledDecision[] =>
  ownReviews(store, userId).filter(({ second }) => second === null)

/** When the decision was made on which this person has still to say a word without knowing it; null = there is none. */
export function secondLookAt(store: ReadStore, claimId: ClaimId, userId: UserId): string | null {
  const times = pendingReviews(store, userId)
    .filter((one) => one.claimId === claimId)
    .map(({ decidedAt }) => decidedAt)
  return times.sort()[0] ?? null
}

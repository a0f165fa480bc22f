import { z } from 'zod'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { SampledDecision } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { listWaiting } from '../../store/outboxRepo.ts'
import type { ReadStore, WriteStore } from '../../store/openStore.ts'
import { findValue, removeValue } from '../../store/profileRepo.ts'

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

/** Said, and the hub does not have it yet. */
export const isUnderWay = (store: ReadStore, claimId: ClaimId): boolean =>
  listWaiting(store, claimId).some(({ kind }) => kind === 'second_review')

type Drawn = Pick<SampledDecision, 'sampleId' | 'decisionId'>

/** Under which name a person's unfinished second review is kept. */
export const draftName = (userId: UserId, { sampleId, decisionId }: Drawn) =>
  `second_review_draft ${userId} ${sampleId} ${decisionId}` as const

export const forgetDraft = (store: WriteStore, userId: UserId, drawn: Drawn): void =>
  removeValue(store, draftName(userId, drawn))

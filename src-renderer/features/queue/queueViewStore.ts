import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Where the reviewer stands in the queue. Outlives the screen, so that coming back from a claim finds the same place. */
export interface QueueViewState {
  /** Row of the cursor, from 0. */
  readonly index: number
  /** Pixels from the top. */
  readonly scrollTop: number
  /** The claim to stand on once its row is here, after a restart; null = none is waited for. */
  readonly wantedClaim: ClaimId | null
  moveTo(index: number): void
  waitFor(claimId: ClaimId | null): void
  keepScroll(scrollTop: number): void
  toTop(): void
}
export type QueueViewStore = StoreApi<QueueViewState>

export function createQueueViewStore(): QueueViewStore {
  return createStore<QueueViewState>((set) => ({
    index: 0,
    scrollTop: 0,
    wantedClaim: null,
    moveTo: (index) => set({ index: Math.max(0, index), wantedClaim: null }),
    waitFor: (wantedClaim) => set({ wantedClaim }),
    keepScroll: (scrollTop) => set({ scrollTop }),
    toTop: () => set({ index: 0, scrollTop: 0 }),
  }))
}

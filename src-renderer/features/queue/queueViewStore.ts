import { createStore, type StoreApi } from 'zustand/vanilla'

/** Where the reviewer stands in the queue. Outlives the screen, so that coming back from a claim finds the same place. */
export interface QueueViewState {
  /** Row of the cursor, from 0. */
  readonly index: number
  /** Pixels from the top. */
  readonly scrollTop: number
  moveTo(index: number): void
  keepScroll(scrollTop: number): void
  toTop(): void
}
export type QueueViewStore = StoreApi<QueueViewState>

export function createQueueViewStore(): QueueViewStore {
  return createStore<QueueViewState>((set) => ({
    index: 0,
    scrollTop: 0,
    moveTo: (index) => set({ index: Math.max(0, index) }),
    keepScroll: (scrollTop) => set({ scrollTop }),
    toTop: () => set({ index: 0, scrollTop: 0 }),
  }))
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClaimFilter } from '../../src-preload/contract/claims.ts'
import type { ClaimState } from '../../src-preload/contract/vocabulary/words.ts'

export const NO_FILTER: ClaimFilter = { text: '', states: [] }
const TEXT_LIMIT = 200

/** Which claims the queue shows. The claim page reads it too: its neighbours are those of the filtered queue. */
export interface QueueFilterState {
  readonly filter: ClaimFilter
  /** Longer text than the contract takes is cut. */
  setText(text: string): void
  /** Adds the status, or takes it away. */
  toggleState(state: ClaimState): void
  /** Empty = every status. */
  setStates(states: readonly ClaimState[]): void
  clear(): void
}
export type QueueFilterStore = StoreApi<QueueFilterState>

export function createQueueFilterStore(): QueueFilterStore {
  return createStore<QueueFilterState>((set) => {
    const change = (patch: Partial<ClaimFilter>) => set(({ filter }) => ({ filter: { ...filter, ...patch } }))
    return {
      filter: NO_FILTER,
      setText: (text) => change({ text: text.slice(0, TEXT_LIMIT) }),
      toggleState: (state) =>
        set(({ filter }) => {
          const states = filter.states.includes(state)
            ? filter.states.filter((each) => each !== state)
            : [...filter.states, state]
          return { filter: { ...filter, states } }
        }),
      setStates: (states) => change({ states: [...states] }),
      clear: () => set({ filter: NO_FILTER }),
    }
  })
}

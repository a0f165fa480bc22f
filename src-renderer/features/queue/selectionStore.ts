import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimRef } from '../../stores/assignmentStore.ts'

/** As many as one act takes. */
export const MOST_SELECTED = 500

/**
 * Claims that were picked, by id: another filter, another order and news of the hub change rows, never the selection. Nothing is in it
 * that a person did not pick.
 */
export interface SelectionState {
  /** In the order in which they were picked; each as it was last seen. */
  readonly picked: ReadonlyMap<ClaimId, ClaimRef>
  /** Where an extension begins; null = nowhere yet. */
  readonly anchor: ClaimId | null
  toggle(claim: ClaimRef): void
  /** Adds all of these; the anchor stays. */
  add(claims: readonly ClaimRef[]): void
  /** Claims that came anew: what is picked is acted on as it stands now. */
  seen(claims: readonly ClaimRef[]): void
  drop(claimIds: readonly ClaimId[]): void
  clear(): void
}
export type SelectionStore = StoreApi<SelectionState>

export function createSelectionStore(): SelectionStore {
  return createStore<SelectionState>((set, get) => ({
    picked: new Map(),
    anchor: null,
    toggle: (claim) => {
      const picked = new Map(get().picked)
      const isPicked = picked.delete(claim.claimId)
      if (!isPicked && picked.size < MOST_SELECTED) picked.set(claim.claimId, claim)
      set({ picked, anchor: claim.claimId })
    },
    add: (claims) => {
      const picked = new Map(get().picked)
      for (const claim of claims)
        if (picked.has(claim.claimId) || picked.size < MOST_SELECTED) picked.set(claim.claimId, claim)
      set({ picked, anchor: get().anchor ?? claims[0]?.claimId ?? null })
    },
    seen: (claims) => {
      const news = claims.filter(
        ({ claimId, revision }) => (get().picked.get(claimId)?.revision ?? revision) !== revision,
      )
      if (news.length === 0) return
      const picked = new Map(get().picked)
      for (const claim of news) picked.set(claim.claimId, claim)
      set({ picked })
    },
    drop: (claimIds) => {
      const picked = new Map(get().picked)
      for (const claimId of claimIds) picked.delete(claimId)
      if (picked.size !== get().picked.size) set({ picked })
    },
    clear: () => set({ picked: new Map(), anchor: null }),
  }))
}

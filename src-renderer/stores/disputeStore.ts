import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OpenDispute } from '../../src-preload/contract/related.ts'
import type { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { latest } from './latest.ts'
import { type Load, LOADING, ready, valueOf } from './load.ts'

export interface DisputeState {
  /** How many wait for a decision, also those that were snoozed; null until told. Asked by an index alone. */
  readonly waiting: number | null
  readonly disputes: Load<readonly OpenDispute[]>
  count(): Promise<void>
  load(): Promise<void>
  /** The dispute after (1) or before (-1) one; stops at both ends. Null = there is none. */
  neighbour(claimId: ClaimId | null, by: 1 | -1): ClaimId | null
}
export type DisputeStore = StoreApi<DisputeState>

const WAITING = ['status:dispute_review', 'status:dispute_review is:snoozed'].map((text) => ({ text }))

export function createDisputeStore(client: Client): DisputeStore {
  return createStore<DisputeState>((set, get) => ({
    waiting: null,
    disputes: LOADING,
    count: latest(async () => {
      try {
        const { counts } = await client.call('claims.count', { filters: WAITING })
        set({ waiting: counts.reduce((sum, { claims }) => sum + claims, 0) })
      } catch {
        // A rail without its number is no failure; the page says when it cannot read.
      }
    }),
    load: latest(async () => {
      try {
        set({ disputes: ready((await client.call('claims.disputes', {})).disputes) })
      } catch (thrown) {
        const failed = { status: 'failed', error: failureOf(thrown) } as const
        set(({ disputes }) => (disputes.status === 'ready' ? {} : { disputes: failed }))
      }
    }),
    neighbour: (claimId, by) => {
      const all = valueOf(get().disputes) ?? []
      const at = all.findIndex((each) => each.claimId === claimId)
      return all[at < 0 ? 0 : Math.max(0, Math.min(at + by, all.length - 1))]?.claimId ?? null
    },
  }))
}

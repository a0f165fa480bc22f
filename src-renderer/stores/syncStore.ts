import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '../../src-preload/contract/index.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { latest } from './latest.ts'
import { type Load, LOADING, ready } from './load.ts'

export interface SyncState {
  readonly sync: Load<Output<'sync.status'>>
  load(): Promise<void>
  /** Asks for a round. Rejects with a BridgeError when the core is away. */
  syncNow(): Promise<void>
}
export type SyncStore = StoreApi<SyncState>

export function createSyncStore(client: Client): SyncStore {
  const store = createStore<SyncState>((set) => ({
    sync: LOADING,
    load: latest(async () => {
      try {
        set({ sync: ready(await client.call('sync.status', {})) })
      } catch (thrown) {
        const failed = { status: 'failed', error: failureOf(thrown) } as const
        set((state) => (state.sync.status === 'ready' ? state : { sync: failed }))
      }
    }),
    syncNow: async () => {
      await client.call('sync.now', {})
    },
  }))
  client.events.on('sync.changed', () => void store.getState().load())
  return store
}

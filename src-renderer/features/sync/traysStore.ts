import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PendingOperation } from '../../../src-preload/contract/claims.ts'
import type { Conflict, QuarantinedItem } from '../../../src-preload/contract/sync.ts'
import type { OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { failureOf } from '../../bridge/bridgeError.ts'
import type { Client } from '../../bridge/client.ts'
import { latest } from '../../stores/latest.ts'
import { type Load, LOADING, ready } from '../../stores/load.ts'

export interface Trays {
  /** Oldest first: the order of sending. */
  readonly outbox: readonly PendingOperation[]
  readonly conflicts: readonly Conflict[]
  readonly quarantine: readonly QuarantinedItem[]
}

export interface TraysState {
  readonly trays: Load<Trays>
  load(): Promise<void>
  /** Takes a held operation back; what could not be taken back shows by still being there. */
  undo(operationId: OperationId): Promise<void>
}
export type TraysStore = StoreApi<TraysState>

export function createTraysStore(client: Client): TraysStore {
  return createStore<TraysState>((set) => {
    const load = latest(async () => {
      try {
        const [{ operations }, { conflicts }, { items }] = await Promise.all([
          client.call('sync.outbox', {}),
          client.call('sync.conflicts', {}),
          client.call('sync.quarantine', {}),
        ])
        set({ trays: ready({ outbox: operations, conflicts, quarantine: items }) })
      } catch (thrown) {
        set({ trays: { status: 'failed', error: failureOf(thrown) } })
      }
    })
    return {
      trays: LOADING,
      load,
      undo: async (operationId) => {
        try {
          await client.call('sync.undo', { operationId })
        } catch {
          // The list is read again below and says what became of it.
        }
        await load()
      },
    }
  })
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../bridge/client.ts'

/** Whether the window reaches its own core. The hub is another matter: see syncStore. */
export interface ConnectionState {
  readonly connected: boolean
}
export type ConnectionStore = StoreApi<ConnectionState>

export function createConnectionStore(client: Client): ConnectionStore {
  const store = createStore<ConnectionState>(() => ({ connected: true }))
  client.onConnection((connected) => store.setState({ connected }))
  return store
}

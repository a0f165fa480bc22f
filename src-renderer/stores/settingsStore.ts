import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '../../src-preload/contract/index.ts'
import { DEFAULT_SETTINGS } from '../../src-preload/contract/vocabulary/settingWords.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { latest } from './latest.ts'

type Settings = Output<'settings.get'>

export interface SettingsState {
  /** What holds until the core has answered, and when it cannot. */
  readonly settings: Settings
  /** The key of the profile cannot be had, or it was wiped: nothing else will be answered. */
  readonly isLocked: boolean
  load(): Promise<void>
  /** Rejects with a BridgeError when it could not be kept; the window then stays as it was. */
  change(patch: Partial<Settings>): Promise<void>
}
export type SettingsStore = StoreApi<SettingsState>

export function createSettingsStore(client: Client): SettingsStore {
  const store = createStore<SettingsState>((set) => ({
    settings: DEFAULT_SETTINGS,
    isLocked: false,
    load: latest(async () => {
      try {
        set({ settings: await client.call('settings.get', {}) })
      } catch (error) {
        set({ isLocked: failureOf(error).code === 'locked' })
        // The window works with what it has; the connection store says that the core is away.
      }
    }),
    change: async (patch) => set({ settings: await client.call('settings.set', patch) }),
  }))
  client.events.on('settings.changed', () => void store.getState().load())
  return store
}

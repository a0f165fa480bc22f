import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Desk } from '../../src-preload/contract/desk.ts'
import { EMPTY_DESK } from '../../src-preload/contract/emptyDesk.ts'
import type { Client } from '../bridge/client.ts'

/** A person who drags or types changes many times a second; the core hears of it when they rest. */
const REST_MS = 400

/** How this person left the queue, and how they have it now. */
export interface DeskState {
  readonly desk: Desk
  load(): Promise<void>
  /** Shows it at once and keeps it with the core. */
  keep(part: Partial<Desk>): void
  /** Sends what still waits. */
  flush(): void
}
export type DeskStore = StoreApi<DeskState>

export function createDeskStore(client: Client): DeskStore {
  let unsent: Partial<Desk> = {}
  let timer: ReturnType<typeof setTimeout> | null = null
  return createStore<DeskState>((set, get) => ({
    desk: EMPTY_DESK,
    load: async () => {
      try {
        set({ desk: await client.call('desk.read', {}) })
      } catch {
        // The window works with what it has; the connection store says that the core is away.
      }
    },
    keep: (part) => {
      const { desk } = get()
      const next = { ...desk, ...part }
      if (JSON.stringify(next) === JSON.stringify(desk)) return
      set({ desk: next })
      unsent = { ...unsent, ...part }
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => get().flush(), REST_MS)
    },
    flush: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      const part = unsent
      unsent = {}
      if (Object.keys(part).length === 0) return
      client.call('desk.keep', part).catch(() => {
        // A look that was not kept is no loss that needs words; what changes next is sent with it.
        unsent = { ...part, ...unsent }
      })
    },
  }))
}

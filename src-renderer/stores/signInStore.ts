import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '../../src-preload/contract/index.ts'
import type { SignInState } from '../../src-preload/contract/signIn.ts'
import type { SignInOutcome } from '../../src-preload/contract/vocabulary/signInWords.ts'
import type { Client } from '../bridge/client.ts'
import { latest } from './latest.ts'

export interface SignInStoreState {
  /** Null until the core has said it. */
  readonly signIn: SignInState | null
  /** What came of the last try; null = none, or it is under way. */
  readonly outcome: SignInOutcome | 'failed' | null
  load(): Promise<void>
  begin(): Promise<void>
  cancel(): void
  /** What is written is kept first. Rejects with a BridgeError. */
  signOut(evenUnsent: boolean): Promise<Output<'signIn.out'>>
}
export type SignInStore = StoreApi<SignInStoreState>

interface Hands {
  readonly keepAll: () => Promise<unknown>
  /** Ends the page and all that it holds. */
  readonly beginAnew: () => void
}

/** Where another person, or nobody, is signed in than when the page was loaded, the page ends: nothing of one stays for the other. */
export function createSignInStore(client: Client, { keepAll, beginAnew }: Hands): SignInStore {
  const store = createStore<SignInStoreState>((set, get) => ({
    signIn: null,
    outcome: null,
    load: latest(async () => {
      const signIn = await client.call('signIn.state', {}).catch(() => null)
      if (signIn === null) return
      const { signIn: before } = get()
      if (before !== null && before.person?.userId !== signIn.person?.userId) return beginAnew()
      set({ signIn })
    }),
    async begin() {
      set({ outcome: null })
      const outcome = await client.call('signIn.begin', {}).then(
        (answer) => answer.outcome,
        () => 'failed' as const,
      )
      set({ outcome })
      await get().load()
    },
    cancel: () => void client.call('signIn.cancel', {}).catch(() => undefined),
    async signOut(evenUnsent) {
      await keepAll()
      return client.call('signIn.out', { evenUnsent })
    },
  }))
  client.events.on('signIn.changed', () => void store.getState().load())
  return store
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '../../src-preload/contract/index.ts'
import { LOG_READERS } from '../../src-preload/contract/vocabulary/auditWords.ts'
import type { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { failureOf } from '../bridge/bridgeError.ts'
import type { Client } from '../bridge/client.ts'
import { latest } from './latest.ts'
import { type Load, LOADING, ready } from './load.ts'

export interface SessionState {
  readonly session: Load<Output<'session.current'>>
  readonly host: Load<Output<'host.info'>>
  load(): Promise<void>
  /**
   * Somebody else sits down. What the one before wrote is kept first, and the window begins anew, so that nothing of one person's
   * is shown to another or kept in their name. Rejects with a BridgeError when the change was refused.
   */
  switchUser(userId: UserId): Promise<void>
}
export type SessionStore = StoreApi<SessionState>

/** False until it is known who works here. */
export const mayReadLogOf = ({ session }: SessionState): boolean =>
  session.status === 'ready' && LOG_READERS.includes(session.value.user.role)

/** Whether this person leads the team: the core refuses its places to everybody else. False until it is known who works here. */
export const isTeamLeadOf = ({ session }: SessionState): boolean =>
  session.status === 'ready' && session.value.user.role === 'team_lead'

/** Whether decisions may be this person's to look at again: an auditor reads and changes nothing. False until it is known who works here. */
export const mayLookAgainOf = ({ session }: SessionState): boolean =>
  session.status === 'ready' && session.value.user.role !== 'auditor'

export interface ChangeOfHands {
  /** Resolves once all that was written is kept. */
  readonly keepAll: () => Promise<unknown>
  readonly beginAnew: () => void
}

export function createSessionStore(client: Client, { keepAll, beginAnew }: ChangeOfHands): SessionStore {
  const store = createStore<SessionState>((set) => {
    const load = latest(async () => {
      try {
        const [session, host] = await Promise.all([
          client.call('session.current', {}),
          client.call('host.info', {}),
        ])
        set({ session: ready(session), host: ready(host) })
      } catch (thrown) {
        const failed = { status: 'failed', error: failureOf(thrown) } as const
        set((state) => (state.session.status === 'ready' ? state : { session: failed, host: failed }))
      }
    })
    return {
      session: LOADING,
      host: LOADING,
      load,
      switchUser: async (userId) => {
        await keepAll()
        await client.call('session.switchUser', { userId })
        beginAnew()
      },
    }
  })
  client.events.on('session.changed', () => void store.getState().load())
  return store
}

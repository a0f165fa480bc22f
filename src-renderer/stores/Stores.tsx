import { createContext, useContext, type ReactNode } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { Client } from '../bridge/client.ts'
import { createApproachStore } from './approachStore.ts'
import { createArbitrationStore } from './arbitrationStore.ts'
import { createAssignmentStore } from './assignmentStore.ts'
import { createCaseDecisionStore } from './caseDecisionStore.ts'
import { createClaimViewStore } from './claimViewStore.ts'
import { createCommandStore } from './commandStore.ts'
import { createConnectionStore } from './connectionStore.ts'
import { createDeskStore } from './deskStore.ts'
import { createDisputeStore } from './disputeStore.ts'
import { createKeptDraftStore } from './keptDraftStore.ts'
import { createLeadStore } from './leadStore.ts'
import { createNowStore, systemTicker, type Ticker } from './nowStore.ts'
import { createOpenClaimStore } from './openClaimStore.ts'
import { createPartyWordStore } from './partyWordStore.ts'
import { giveRecord } from '../bridge/giveRecord.ts'
import { createRecordStore } from './recordStore.ts'
import { createQueueFilterStore } from './queueFilterStore.ts'
import { watchSeenPapers } from './seenPapers.ts'
import { createSessionStore } from './sessionStore.ts'
import { createSignInStore } from './signInStore.ts'
import { createSettingsStore } from './settingsStore.ts'
import { createSyncStore } from './syncStore.ts'
import { createUndoStore } from './undoStore.ts'
import { createWorkSigns } from './workSigns.ts'

/** What more than one feature needs. A feature's own stores stay with it. */
export function createStores(
  client: Client,
  ticker: Ticker = systemTicker,
  beginAnew = () => window.location.reload(),
) {
  const caseDecision = createCaseDecisionStore(client)
  const keptDrafts = createKeptDraftStore(client, ticker.now)
  const claimView = createClaimViewStore()
  const openClaim = createOpenClaimStore(client)
  // What one person has seen is noted in their name.
  const seenPapers = watchSeenPapers(client, { claimView, openClaim })
  const keepAll = () =>
    Promise.all([caseDecision.getState().flush(), keptDrafts.getState().flush(), seenPapers.flush()])
  return {
    client,
    approach: createApproachStore(client),
    arbitration: createArbitrationStore(client),
    assignment: createAssignmentStore(client),
    caseDecision,
    claimView,
    commands: createCommandStore(),
    connection: createConnectionStore(client),
    desk: createDeskStore(client),
    disputes: createDisputeStore(client),
    filter: createQueueFilterStore(),
    keptDrafts,
    lead: createLeadStore(client),
    now: createNowStore(ticker),
    openClaim,
    record: createRecordStore(giveRecord),
    partyWords: createPartyWordStore(client),
    seenPapers,
    session: createSessionStore(client, { keepAll, beginAnew }),
    settings: createSettingsStore(client),
    signIn: createSignInStore(client, { keepAll, beginAnew }),
    sync: createSyncStore(client),
    undo: createUndoStore(client),
    workSigns: createWorkSigns(client, ticker.now),
  }
}
export type Stores = ReturnType<typeof createStores>

const StoresContext = createContext<Stores | null>(null)

export function StoresProvider({
  stores,
  children,
}: {
  readonly stores: Stores
  readonly children: ReactNode
}) {
  return <StoresContext.Provider value={stores}>{children}</StoresContext.Provider>
}

/** Throws outside a StoresProvider. */
export function useStores(): Stores {
  const stores = useContext(StoresContext)
  if (stores === null) throw new Error('No StoresProvider stands above this component.')
  return stores
}

type Shared = Omit<Stores, 'client' | 'seenPapers' | 'workSigns'>
type States = { readonly [K in keyof Shared]: Shared[K] extends StoreApi<infer T> ? T : never }

/** Reads one shared store. A selector that makes a new object each time needs useShallow. */
export function useShared<K extends keyof Shared, V>(name: K, select: (state: States[K]) => V): V {
  // The lookup type is exact for every K; TypeScript cannot see that through the union of stores.
  const store = useStores()[name] as unknown as { readonly [P in K]: StoreApi<States[P]> }[K]
  return useStore<StoreApi<States[K]>, V>(store, select)
}

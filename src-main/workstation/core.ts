import type { EventName, EventPayload } from '../../src-preload/contract/events.ts'
import type { Store } from '../store/openStore.ts'
import type { DocumentFiles } from './documents/documentFiles.ts'
import type { WorkstationPorts } from './ports.ts'
import type { Session } from './session/session.ts'
import type { OfflineWatch } from './signIn/offlineWatch.ts'
import type { HubClock } from './sync/hubClock.ts'
import type { WipeGate } from './wiping/wipeGate.ts'
import type { OperationJournal } from './sync/operationJournal.ts'

export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void

/** What every part of the workstation works with: the open profile and its ports. */
export interface Core {
  readonly ports: WorkstationPorts
  readonly store: Store
  readonly session: Session
  readonly files: DocumentFiles
  readonly journal: OperationJournal
  readonly hubClock: HubClock
  /** Names the key that the profile is encrypted with; null = it lies in the open. */
  readonly keyId: string | null
  readonly offline: OfflineWatch
  /** Nothing is accepted while it is shut (`sync/writeJournaled.ts`). */
  readonly wipeGate: WipeGate
  readonly emit: Emit
  /** Aborted when the workstation stops: whoever waits for the outside gives up then. */
  readonly ending: AbortSignal
}

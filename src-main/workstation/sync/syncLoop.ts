import type { SyncStatus } from '../../../src-preload/contract/sync.ts'
import { countDocuments } from '../../store/documentsRepo.ts'
import { z } from 'zod'
import { toInstantOrNull } from '../../store/instants.ts'
import { countTrays, findNextRelease } from '../../store/outboxRepo.ts'
import { findValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { recoveryNote } from '../recovery/recoveryNote.ts'
import { createWorker } from '../worker.ts'
import { HubUnavailable } from './hubUnavailable.ts'

/** How often a quiet workstation asks, and how long it waits after failures at most. */
const POLL_MS = 4_000
const FIRST_BACK_OFF_MS = 500
const LONGEST_BACK_OFF_MS = 30_000

export interface SyncLoop {
  /** Asks for a round now; returns at once. */
  kick(): void
  status(): SyncStatus
  stop(): Promise<void>
}

/** Pushes, pulls, waits, for as long as it lives. `onPulled` runs after every round that reached the hub. */
export function createSyncLoop(core: Core, onPulled: () => void): SyncLoop {
  const { clock, hub, log } = core.ports
  let reached: 'not yet' | 'yes' | 'no' = 'not yet'
  let failures = 0
  let callOff: () => void = () => undefined
  const stopping = () => core.ending.aborted

  const setReached = (next: 'yes' | 'no') => {
    const changed = reached !== next
    reached = next
    if (changed) core.emit('sync.changed', {})
  }

  const round = async () => {
    if (stopping() || hub.state() !== 'ready') return
    try {
      // Loaded when there is a hub to talk to: the window does not wait for what only the wire needs.
      const { exchange } = await import('./exchange.ts')
      await exchange(core, stopping)
      failures = 0
      setReached('yes')
      if (!stopping()) onPulled()
      wakeIn(soonest(POLL_MS))
    } catch (error) {
      if (stopping()) return
      if (!(error instanceof HubUnavailable)) throw error
      failures += 1
      setReached('no')
      log({ level: 'warn', event: 'the hub was not reached', facts: { failures }, error })
      wakeIn(error.retryAfterMs ?? backOff(failures))
    }
  }
  const worker = createWorker('sync', log, () =>
    round().catch((error: unknown) => {
      wakeIn(LONGEST_BACK_OFF_MS)
      throw error
    }),
  )

  const wakeIn = (ms: number) => {
    callOff()
    if (!stopping()) callOff = clock.after(ms * jitter(core), worker.kick)
  }
  /** A held operation leaves when its time is over, not at the next poll. */
  const soonest = (ms: number) => {
    const release = core.store.read((store) => findNextRelease(store, clock.now()))
    return release === null ? ms : Math.min(ms, Math.max(0, release - clock.now()) + 1)
  }

  const forgetHub = hub.onChange(() => {
    core.emit('sync.changed', {})
    worker.kick()
  })
  return {
    kick: worker.kick,
    status: () => statusOf(core, reached),
    async stop() {
      forgetHub()
      callOff()
      await worker.rest()
    },
  }
}

function backOff(failures: number): number {
  return Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.min(failures - 1, 10))
}

/** 1 to 1.2, so that many workstations do not ask in step; never earlier than asked for. */
function jitter(core: Core): number {
  return 1 + (Number.parseInt(core.ports.uuid().slice(0, 4), 16) / 0xffff) * 0.2
}

function statusOf(core: Core, reached: 'not yet' | 'yes' | 'no'): SyncStatus {
  const now = core.ports.clock.now()
  const { trays, lastSyncAt, documents, recovery } = core.store.read((store) => ({
    trays: countTrays(store, now),
    lastSyncAt: findValue(store, 'last_sync_at', z.int()),
    documents: countDocuments(store),
    recovery: recoveryNote(store),
  }))
  const { held, waiting, oldestAt, conflicts, quarantined } = trays
  return {
    hub: hubState(core, reached),
    lastSyncAt: toInstantOrNull(lastSyncAt),
    outbox: { held, waiting, oldestAt: toInstantOrNull(oldestAt) },
    conflicts,
    quarantined,
    documents,
    isLive: false,
    clockOffsetMs: null,
    recovery,
  }
}

function hubState(core: Core, reached: 'not yet' | 'yes' | 'no'): SyncStatus['hub'] {
  if (core.ports.hub.state() === 'none') return 'none'
  if (reached === 'yes') return 'online'
  return reached === 'no' ? 'offline' : 'connecting'
}

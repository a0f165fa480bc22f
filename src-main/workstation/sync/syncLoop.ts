import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { SyncStatus } from '../../../src-preload/contract/sync.ts'
import { findNextRelease } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import { whileOpen } from '../whileOpen.ts'
import { createWorker } from '../worker.ts'
import { backOff, jitter } from './backOff.ts'
import type { WipeOrder } from './hubOrders.ts'
import { HubUnavailable } from './hubUnavailable.ts'
import type { LiveLine } from './live.ts'
import { newSyncMemory } from './syncMemory.ts'
import { type Reached, syncStatusOf } from './syncStatus.ts'
import { watched } from './watchdog.ts'

/**
 * How often a quiet workstation asks: by itself, and while the hub tells it of changes. With its jitter the second, too, lies within the
 * minute in which everybody sees the same (trust.md Y8), so that this does not hang on one message that the hub did not send.
 */
const POLL_MS = 4_000
const LIVE_POLL_MS = 40_000
/** Changes come in bursts, and everybody hears of them at once: one round for many, not all in the same moment. */
const GATHER_MS = 200
const FIRST_BACK_OFF_MS = 500
const LONGEST_BACK_OFF_MS = 30_000

export interface SyncLoop {
  /** Asks for a round now; returns at once. */
  kick(): void
  /** The same, because a person asked: states are compared in it too. */
  now(): void
  /** Resolves when a round is over that began after this call, whether or not it reached the hub. */
  round(): Promise<void>
  /** A sign of work on a claim: its lease is renewed. */
  working(claimId: ClaimId): void
  /** Somebody else works here now. */
  callAnew(): void
  status(): SyncStatus
  stop(): Promise<void>
}

export interface SyncListener {
  /** After every round that reached the hub: how many claims came. */
  onPulled(claims: number): void
  /** The hub has all that was said here; this profile is to go. No further round follows. */
  onWipe(order: WipeOrder): void
}

/** Pushes, pulls, waits, for as long as it lives. */
export function createSyncLoop(core: Core, { onPulled, onWipe }: SyncListener): SyncLoop {
  const { clock, hub, log } = core.ports
  const memory = newSyncMemory(clock.now())
  let reached: Reached = 'not yet'
  let failures = 0
  let live: LiveLine | null = null
  let isGathering = false
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
      const claims = await watched(core, (own) => exchange(own, memory, () => own.ending.aborted))
      failures = 0
      setReached('yes')
      if (stopping()) return
      // The feed was given to this very person: they are still one of the team. A round that was called off asked nobody.
      core.offline.confirm()
      onPulled(claims)
      wakeIn(soonest(live?.isOpen() === true ? LIVE_POLL_MS : POLL_MS))
      if (live === null) await goLive()
    } catch (error) {
      if (stopping()) return
      const { WipeBegun } = await import('./heedOrder.ts')
      if (error instanceof WipeBegun) {
        // Should it not come about, it is asked for again.
        wakeIn(LONGEST_BACK_OFF_MS)
        return onWipe(error.order)
      }
      if (!(error instanceof HubUnavailable)) throw error
      failures += 1
      setReached('no')
      log({ level: 'warn', event: 'the hub was not reached', facts: { failures }, error })
      wakeIn(error.retryAfterMs ?? backOff(failures, FIRST_BACK_OFF_MS, LONGEST_BACK_OFF_MS))
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
  const onNews = () => {
    if (isGathering) return
    isGathering = true
    whileOpen(core, GATHER_MS * jitter(core), () => {
      isGathering = false
      worker.kick()
    })
  }
  const goLive = async () => {
    const { openLiveLine } = await import('./live.ts')
    const onState = () => {
      if (stopping()) return
      core.emit('sync.changed', {})
      if (live?.isOpen() === false) wakeIn(soonest(POLL_MS))
    }
    live = openLiveLine(core, { onState, onNews })
  }

  const forgetHub = hub.onChange(() => {
    core.emit('sync.changed', {})
    live?.callAnew()
    worker.kick()
  })
  return {
    kick: worker.kick,
    now() {
      memory.shouldCompare = true
      worker.kick()
    },
    async round() {
      worker.kick()
      await worker.rest()
    },
    working: (claimId) =>
      void memory.worked.set(claimId, { at: clock.now(), by: core.session.user().userId }),
    callAnew: () => live?.callAnew(),
    status: () => syncStatusOf(core, reached, live?.isOpen() ?? false),
    async stop() {
      forgetHub()
      callOff()
      await worker.rest()
    },
  }
}

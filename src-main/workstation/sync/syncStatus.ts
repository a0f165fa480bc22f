import { z } from 'zod'
import type { SyncStatus } from '../../../src-preload/contract/sync.ts'
import { countChecks } from '../../store/checksRepo.ts'
import { countDocuments } from '../../store/documentsRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import { countTrays } from '../../store/outboxRepo.ts'
import { findValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { recoveryNote } from '../recovery/recoveryNote.ts'

/** Whether the last round reached the hub. */
export type Reached = 'not yet' | 'yes' | 'no'

export function syncStatusOf(core: Core, reached: Reached, isLive: boolean): SyncStatus {
  const now = core.ports.clock.now()
  const { trays, lastSyncAt, documents, checks, recovery } = core.store.read((store) => ({
    trays: countTrays(store, now),
    lastSyncAt: findValue(store, 'last_sync_at', z.int()),
    documents: countDocuments(store),
    checks: countChecks(store),
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
    checks,
    isLive,
    clockOffsetMs: core.hubClock.offsetMs(),
    recovery,
  }
}

function hubState(core: Core, reached: Reached): SyncStatus['hub'] {
  if (core.ports.hub.state() === 'none') return 'none'
  if (reached === 'yes') return 'online'
  return reached === 'no' ? 'offline' : 'connecting'
}

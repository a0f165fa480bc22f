import { SyncStatus } from '../../../src-preload/contract/sync.ts'

/** Online, everything sent and checked, unless said otherwise. */
export const aSyncStatus = (over: Readonly<Record<string, unknown>> = {}): SyncStatus =>
  SyncStatus.parse({
    hub: 'online',
    lastSyncAt: '2026-11-20T09:59:00.000Z',
    outbox: { held: 0, waiting: 0, oldestAt: null },
    conflicts: 0,
    quarantined: 0,
    documents: { local: 812, known: 1000 },
    checks: { waiting: 0, inAll: 812 },
    isLive: true,
    clockOffsetMs: 0,
    recovery: null,
    ...over,
  })

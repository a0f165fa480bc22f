import { z } from 'zod'
import { PendingOperation } from './claims.ts'
import { command, query } from './method.ts'
import { ClaimId, Instant, OperationId, Revision } from './vocabulary/idShapes.ts'
import { CONFLICT_REASONS, OPERATION_KINDS } from './vocabulary/words.ts'

export const SyncStatus = z.strictObject({
  /** `none`: this workstation has no hub; `connecting`: not reached yet since start. */
  hub: z.enum(['none', 'connecting', 'online', 'offline']),
  /** Null until the first page of the feed was applied. */
  lastSyncAt: Instant.nullable(),
  outbox: z.strictObject({
    held: z.int().min(0),
    waiting: z.int().min(0),
    /** When the oldest unsent operation was made; null when none waits. */
    oldestAt: Instant.nullable(),
  }),
  conflicts: z.int().min(0),
  quarantined: z.int().min(0),
  /** Documents on this machine and documents known: readiness for going offline. */
  documents: z.strictObject({ local: z.int().min(0), known: z.int().min(0) }),
})
export type SyncStatus = z.infer<typeof SyncStatus>

/** An operation that the hub could not apply. Stays until a person deals with it. */
export const Conflict = z.strictObject({
  operationId: OperationId,
  claimId: ClaimId,
  claimName: z.string(),
  kind: z.enum(OPERATION_KINDS),
  reason: z.enum(CONFLICT_REASONS),
  madeAt: Instant,
  /** The revision it was made against. */
  revision: Revision,
})
export type Conflict = z.infer<typeof Conflict>

/** A feed item that did not fit its schema: kept aside with its reason, the feed went on. */
export const QuarantinedItem = z.strictObject({
  /** Null when not even the id could be read. */
  claimId: z.string().nullable(),
  reason: z.string(),
  receivedAt: Instant,
})
export type QuarantinedItem = z.infer<typeof QuarantinedItem>

export const sync = {
  'sync.status': query(z.strictObject({}), SyncStatus),
  /** Asks for a round now; returns at once, `sync.changed` tells the rest. */
  'sync.now': command(z.strictObject({}), z.strictObject({})),
  /** Every operation that still waits, oldest first. */
  'sync.outbox': query(z.strictObject({}), z.strictObject({ operations: z.array(PendingOperation) })),
  'sync.conflicts': query(z.strictObject({}), z.strictObject({ conflicts: z.array(Conflict) })),
  'sync.quarantine': query(z.strictObject({}), z.strictObject({ items: z.array(QuarantinedItem) })),
  /** Takes a held operation back. `too_late`: it has left, or was undone before. */
  'sync.undo': command(
    z.strictObject({ operationId: OperationId }),
    z.strictObject({ outcome: z.enum(['undone', 'too_late']) }),
  ),
}

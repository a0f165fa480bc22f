import { z } from 'zod'
import { PendingOperation } from './claims.ts'
import { command, query } from './method.ts'
import { PARTNER_REQUEST_REASONS } from './vocabulary/actWords.ts'
import { CASE_STATES, OUTCOME_ACTS } from './vocabulary/arbitrationWords.ts'
import { Block } from './vocabulary/blockShape.ts'
import { HistoryEntry } from './vocabulary/claimShape.ts'
import { OperationBase } from './vocabulary/conflictShape.ts'
import { CaseId, ClaimId, Instant, OperationId, Revision, UserId } from './vocabulary/idShapes.ts'
import {
  CLAIM_STATES,
  CLAIM_SUB_STATES,
  CONFLICT_CHOICES,
  CONFLICT_REASONS,
  CRITERIA,
  DECISION_REASONS,
  SENT_KINDS,
  VERDICTS,
} from './vocabulary/words.ts'

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
  /** How many claims can be checked, their documents being here, and how many of them still wait for it. */
  checks: z.strictObject({ waiting: z.int().min(0), inAll: z.int().min(0) }),
  /** Whether the hub tells of changes by itself; otherwise it is asked every few seconds. */
  isLive: z.boolean(),
  /** Milliseconds that the hub's clock is ahead of this machine's; null = not known yet. Over five minutes is worth a word. */
  clockOffsetMs: z.int().nullable(),
  /** The database was damaged and put together anew; null = it was not, or somebody has read of it. */
  recovery: z
    .strictObject({
      at: Instant,
      operations: z.int().min(0),
      /** File name of what was set aside. */ keptAs: z.string(),
    })
    .nullable(),
})
export type SyncStatus = z.infer<typeof SyncStatus>

/** An operation that the hub could not apply. Stays until a person deals with it. */
export const Conflict = z.strictObject({
  operationId: OperationId,
  claimId: ClaimId,
  claimName: z.string(),
  kind: z.enum(SENT_KINDS),
  reason: z.enum(CONFLICT_REASONS),
  madeAt: Instant,
  /** The revision it was made against. */
  revision: Revision,
  byUserId: UserId,
  metAt: Instant,
})
export type Conflict = z.infer<typeof Conflict>

/** One conflict with what a person needs to decide about it. */
export const ConflictDetail = z.strictObject({
  conflict: Conflict,
  /** What was asked of the hub, in the words of the reviewer. */
  mine: z.strictObject({
    reasons: z.array(z.enum(DECISION_REASONS)),
    comment: z.string(),
    note: z.string(),
    items: z.array(z.string()),
    mayRemoveItems: z.boolean(),
    partnerRequestReason: z.enum(PARTNER_REQUEST_REASONS).nullable(),
    verdicts: z.array(
      z.strictObject({
        criterion: z.enum(CRITERIA),
        item: z.string().nullable(),
        verdict: z.enum(VERDICTS).nullable(),
        reason: z.string().nullable(),
      }),
    ),
    /** Of a hand-over; null otherwise. */
    toName: z.string().nullable(),
  }),
  /** The claim as it stood when this was made; null for conflicts of older versions. */
  base: OperationBase.nullable(),
  /** The claim as it stands now; null = it is gone. */
  theirs: OperationBase.nullable(),
  /** What happened to the claim since `base`, oldest first. */
  since: z.array(HistoryEntry),
  /** Documents by what became of them since `base`. */
  documents: z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()) }),
  /** Of a decision of cases: what was decided beside how they stand now; null = it was an act on one claim. */
  decided: z
    .strictObject({
      /** For the record; no partner read it. */
      reason: z.string(),
      cases: z.array(
        z.strictObject({
          caseId: CaseId,
          /** Of the contested thing; null = the case is not here any more, and nor is `state`. */
          name: z.string().nullable(),
          state: z.enum(CASE_STATES).nullable(),
          /** The partner that was to get it; null = nobody. */
          mine: z.string().nullable(),
          /** Null = it was not decided elsewhere. `winner`: null = nobody. */
          now: z.strictObject({ byName: z.string(), at: Instant, winner: z.string().nullable() }).nullable(),
        }),
      ),
      parties: z.array(
        z.strictObject({
          claimId: ClaimId,
          partnerName: z.string(),
          letters: z.array(z.strictObject({ act: z.enum(OUTCOME_ACTS), comment: z.string() })),
          /** Null = the claim is gone. */
          state: z.enum(CLAIM_STATES).nullable(),
          subState: z.enum(CLAIM_SUB_STATES).nullable(),
          isChanged: z.boolean(),
          hasLeft: z.boolean(),
        }),
      ),
      /** Names of partners that came in since. */
      joined: z.array(z.string()),
    })
    .nullable(),
  /** What makes sense now, the most likely first; never empty. */
  choices: z.array(
    z.strictObject({
      choice: z.enum(CONFLICT_CHOICES),
      /** Why it is not open at present; empty = it is. */
      blocks: z.array(Block),
    }),
  ),
})
export type ConflictDetail = z.infer<typeof ConflictDetail>

/** How ready this machine is to go offline. */
export const Readiness = z.strictObject({
  /** Documents of the claims that this person holds. */
  mine: z.strictObject({ local: z.int().min(0), known: z.int().min(0) }),
  queue: z.strictObject({ local: z.int().min(0), known: z.int().min(0) }),
  bytes: z.strictObject({ used: z.int().min(0), budget: z.int().min(0) }),
  /** In queue order, 200 at most. */
  missing: z.array(
    z.strictObject({
      claimId: ClaimId,
      claimName: z.string(),
      fileName: z.string(),
      sizeBytes: z.int().min(0),
      /** `coming`: will be fetched. `no_room`: past the budget. `not_given`, `damaged`: the hub has no good bytes of it. */
      why: z.enum(['coming', 'no_room', 'not_given', 'damaged']),
      isMine: z.boolean(),
    }),
  ),
})
export type Readiness = z.infer<typeof Readiness>

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
  'sync.conflict': query(
    z.strictObject({ operationId: OperationId }),
    z.strictObject({ /** Null = dealt with already. */ detail: ConflictDetail.nullable() }),
  ),
  /**
   * A person deals with a conflict. `let_go`: it is put away as read. `send_again`: the same words against the claim as it is now.
   * `redo`: the words become a draft on the claim. `take_and_redo`: the same, and the claim is taken. `hand_over`: to a colleague,
   * with the words as a note. The conflict itself is kept for good.
   */
  'sync.settleConflict': command(
    z.strictObject({
      operationId: OperationId,
      commandId: OperationId,
      choice: z.enum(CONFLICT_CHOICES),
      /** Of `hand_over` only; null otherwise. */
      toUserId: UserId.nullable(),
    }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('settled') }),
      /** Somebody dealt with it before. */
      z.strictObject({ outcome: z.literal('gone') }),
      z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
    ]),
  ),
  'sync.readiness': query(z.strictObject({}), Readiness),
  /** The note about a database that was put together anew has been read. */
  'sync.readRecovery': command(z.strictObject({}), z.strictObject({})),
  'sync.quarantine': query(z.strictObject({}), z.strictObject({ items: z.array(QuarantinedItem) })),
  /** Takes a held operation back. `too_late`: it has left, or was undone before. */
  'sync.undo': command(
    z.strictObject({ operationId: OperationId }),
    z.strictObject({ outcome: z.enum(['undone', 'too_late']) }),
  ),
  /** Begins the undo time anew, while somebody is at the way to take it back. Null = it has left. */
  'sync.holdLonger': command(
    z.strictObject({ operationId: OperationId }),
    z.strictObject({ holdUntil: Instant.nullable() }),
  ),
}

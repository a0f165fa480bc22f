import { appendAudit } from '../../store/auditRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import {
  addOperation,
  listWaiting,
  orderByMade,
  type OutboxOperation,
  placeOfOperation,
  rememberAs,
  removeOperation,
  type WaitingOperation,
} from '../../store/outboxRepo.ts'
import type { OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { JournalState, JournalStates } from './journalStates.ts'

export interface PutBack {
  /** Operations that the database knew nothing of. */
  readonly operations: number
  /** Whether the journal knew more than the database in any way: the database is then not the newest one of this profile. */
  readonly isBehind: boolean
  /** What waits and does not stand in the journal. */
  readonly unwritten: readonly OutboxOperation[]
}

/**
 * Brings the database up to the journal: what was made and is not over waits again, what is over stays over, and what waits says
 * what was said (a byte that changed on the disk would otherwise be sent). Twice is as good as once.
 */
export function putBack(store: WriteStore, states: JournalStates['states'], at: number): PutBack {
  removeTwins(store, states)
  let operations = 0
  let isBehind = false
  const waiting = new Map(listWaiting(store, null).map((row) => [row.operationId, row]))
  for (const [operationId, state] of states) {
    const place = placeOfOperation(store, operationId)
    if (place === 'settled' || place === 'conflicts') continue
    const row = waiting.get(operationId)
    if (state.state === 'undone' || state.state === 'applied') {
      // What has left cannot have been undone: the hub's answer decides.
      if (state.state === 'undone' && row !== undefined && row.sequence !== null) continue
      rememberAs(store, operationId, state.state, state.at)
      isBehind = true
    } else if (row === undefined && state.operation !== null) {
      restore(store, state.operation, at)
      operations += 1
      isBehind = true
    } else if (row !== undefined) repair(store, row, state, at)
  }
  if (operations > 0) orderByMade(store)
  const unwritten = [...waiting.values()].filter(({ operationId }) => !states.has(operationId))
  return {
    operations,
    isBehind,
    unwritten: unwritten.filter(({ operationId }) => isThere(store, operationId)),
  }
}

const isThere = (store: WriteStore, operationId: OperationId): boolean =>
  placeOfOperation(store, operationId) === 'outbox'

/** Held no longer: its undo time is over. One that met a conflict goes out again, and the hub repeats its answer. */
export function restore(store: WriteStore, operation: OutboxOperation, at: number): void {
  const { operationId, byUserId: actor, claimId } = operation
  addOperation(store, { ...operation, holdUntil: null })
  appendAudit(store, {
    at,
    actor,
    act: 'operation put back from the journal',
    claimId,
    facts: { operationId },
  })
}

/** A row under an id that nobody gave, beside an operation that is missing and was made in the same moment: a changed byte in the id. */
function removeTwins(store: WriteStore, states: JournalStates['states']): void {
  for (const row of listWaiting(store, null)) {
    if (states.has(row.operationId)) continue
    const twin = [...states.values()].find(
      ({ operation }) =>
        operation !== null &&
        operation.claimId === row.claimId &&
        operation.madeAt === row.madeAt &&
        operation.kind === row.kind &&
        placeOfOperation(store, operation.operationId) === null,
    )
    if (twin !== undefined) removeOperation(store, row.operationId)
  }
}

/** An operation moves on with its siblings' revisions, so that a row may be a little ahead of the journal. */
const FARTHEST_AHEAD = 50

function repair(store: WriteStore, row: WaitingOperation, { operation }: JournalState, at: number): void {
  if (operation === null) return
  const ahead = row.claimRevision - operation.claimRevision
  const isRevisionTrue = ahead >= 0 && ahead <= FARTHEST_AHEAD
  if (isRevisionTrue && wordsOf(row) === wordsOf(operation)) return
  removeOperation(store, row.operationId)
  addOperation(store, {
    ...operation,
    claimRevision: isRevisionTrue ? row.claimRevision : operation.claimRevision,
  })
  orderByMade(store)
  const { operationId, byUserId: actor, claimId } = operation
  appendAudit(store, {
    at,
    actor,
    act: 'operation repaired from the journal',
    claimId,
    facts: { operationId },
  })
}

const wordsOf = ({ claimId, claimName, kind, byUserId, content, madeAt }: OutboxOperation): string =>
  JSON.stringify([claimId, claimName, kind, byUserId, content, madeAt])

import { z } from 'zod'
import { OperationRequest, type OperationResult } from '../../hub/api/operations.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import {
  findNextToSend,
  giveSequence,
  noteAttempt,
  settleApplied,
  settleConflict,
  type WaitingOperation,
} from '../../store/outboxRepo.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { currentClientId } from './clientIdentity.ts'
import { askingAs, sendOperation } from './hubClient.ts'

/**
 * Sends what may leave, one after the other, until nothing is left. Gives back how many were settled. Rejects with HubUnavailable
 * when an answer did not come; that operation keeps its sequence and goes first the next time.
 */
export async function push(core: Core, shouldStop: () => boolean): Promise<number> {
  for (let settled = 0; ; settled += 1) {
    if (shouldStop()) return settled
    const next = core.store.write((store) => takeNext(core, store))
    if (next === null) return settled
    const { operation, request } = next
    const result = await sendOperation(askingAs(core, operation.byUserId), operation.claimId, request).catch(
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : 'unknown'
        core.store.write((store) => noteAttempt(store, operation.operationId, reason))
        throw error
      },
    )
    core.store.write((store) => settle(core, store, operation, result))
    noteInJournal(core, operation, result)
    core.emit('claims.changed', { ids: [operation.claimId] })
    core.emit('sync.changed', {})
  }
}

/** From the moment it has a sequence an operation can no longer be undone: it may have arrived. */
function takeNext(core: Core, store: WriteStore) {
  const waiting = findNextToSend(store, core.ports.clock.now())
  if (waiting === null) return null
  const sequence = waiting.sequence ?? nextSequence(store)
  if (waiting.sequence === null) giveSequence(store, waiting.operationId, sequence)
  const operation = { ...waiting, sequence }
  return { operation, request: requestOf(operation, currentClientId(core, store)) }
}

/** One operation is under way at a time, so the next number is the one after the last that was answered. */
const nextSequence = (store: WriteStore): number => lastSequence(store) + 1

const lastSequence = (store: WriteStore): number => findValue(store, 'last_sequence', z.int()) ?? 0

function requestOf(
  operation: WaitingOperation & { readonly sequence: number },
  client: string,
): OperationRequest {
  const content = z.object({}).loose().parse(operation.content)
  return OperationRequest.parse({
    ...content,
    operationId: operation.operationId,
    clientId: client,
    sequence: operation.sequence,
    claimRevision: operation.claimRevision,
    madeAt: toInstant(operation.madeAt),
    clockOffsetMs: operation.clockOffsetMs,
  })
}

function settle(core: Core, store: WriteStore, operation: WaitingOperation, result: OperationResult): void {
  const at = core.ports.clock.now()
  const { operationId, claimId, byUserId: actor } = operation
  if (operation.sequence !== null) putValue(store, 'last_sequence', operation.sequence)
  if (result.outcome === 'applied') settleApplied(store, operation, result.revision, at)
  else settleConflict(store, operation, result.reason, result.currentRevision, at)
  const act = result.outcome === 'applied' ? 'operation applied' : 'operation met a conflict'
  appendAudit(store, { at, actor, act, claimId, facts: { operationId } })
}

/** What is over is not put back after a loss; if this line is lost, the hub gives the same answer again. */
function noteInJournal(core: Core, { operationId }: WaitingOperation, result: OperationResult): void {
  const { outcome } = result
  const revision = result.outcome === 'applied' ? result.revision : null
  core.journal.noteSettled({ operationId, outcome, revision, at: core.ports.clock.now() })
}

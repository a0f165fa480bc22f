import { z } from 'zod'
import { OperationRequest, type OperationResult } from '../../hub/api/operations.ts'
import { keepAnswered } from '../../store/answeredRepo.ts'
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
import { announce } from '../claims/makeOperation.ts'
import type { Core } from '../core.ts'
import { askingAs } from './asking.ts'
import { currentClientId, renewClientId } from './clientIdentity.ts'
import { type SentOperation, sendOperation } from './hubClient.ts'
import { HubUnavailable } from './hubUnavailable.ts'

/** An operation under way: it has its number. `isAgain`: it left before, and the hub may have applied it then. */
type SentAs = WaitingOperation & { readonly sequence: number; readonly isAgain: boolean }

/**
 * Sends what may leave, one after the other, until nothing is left. Gives back how many were settled. Rejects with HubUnavailable
 * when an answer did not come; that operation keeps its sequence and goes first the next time.
 */
export async function push(core: Core, shouldStop: () => boolean): Promise<number> {
  let settled = 0
  let wasRenewed = false
  for (;;) {
    if (shouldStop()) return settled
    const next = core.store.write((store) => takeNext(core, store))
    if (next === null) return settled
    const { operation, request } = next
    const sent = await send(core, operation, request)
    // Whoever called this round off may have begun another one: it settles what it is answered itself.
    if (shouldStop()) return settled
    if (sent.answer === 'out_of_step') {
      if (wasRenewed) throw new HubUnavailable('The hub does not take the first number of a new client.')
      core.store.write((store) => renewClientId(core, store, 'hub_lost_count'))
      wasRenewed = true
      continue
    }
    const result = core.store.write((store) => settle(core, store, operation, sent))
    noteInJournal(core, operation, result)
    wasRenewed = false
    settled += 1
    announce(core, operation)
  }
}

async function send(core: Core, operation: SentAs, request: OperationRequest): Promise<SentOperation> {
  const { operationId, claimId, byUserId } = operation
  return sendOperation(askingAs(core, byUserId), claimId, request).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : 'unknown'
    core.store.write((store) => noteAttempt(store, operationId, reason))
    throw error
  })
}

/** From the moment it has a sequence an operation can no longer be undone: it may have arrived. */
function takeNext(core: Core, store: WriteStore) {
  const waiting = findNextToSend(store, core.ports.clock.now())
  if (waiting === null) return null
  const sequence = waiting.sequence ?? nextSequence(store)
  if (waiting.sequence === null) giveSequence(store, waiting.operationId, sequence)
  const isAgain = waiting.sequence !== null || waiting.attempts > 0
  const operation: SentAs = { ...waiting, sequence, isAgain }
  return { operation, request: requestOf(operation, currentClientId(core, store)) }
}

/** One operation is under way at a time, so the next number is the one after the last that was answered. */
const nextSequence = (store: WriteStore): number => lastSequence(store) + 1

const lastSequence = (store: WriteStore): number => findValue(store, 'last_sequence', z.int()) ?? 0

function requestOf(operation: SentAs, client: string): OperationRequest {
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

/**
 * Puts an operation where it belongs now. What waits behind one that met a conflict, on the same claim, still goes to the hub: it
 * was said on top of something that did not happen, and the hub says what holds of it (a comment does, a decision meets a conflict
 * of its own). Holding it back here would hide it from the person who said it.
 */
function settle(
  core: Core,
  store: WriteStore,
  operation: SentAs,
  sent: Exclude<SentOperation, { answer: 'out_of_step' }>,
): OperationResult {
  const at = core.ports.clock.now()
  const { operationId, claimId, byUserId: actor, sequence } = operation
  // A refusal is no answer: the next operation takes the same number.
  if (sent.answer === 'result') putValue(store, 'last_sequence', sequence)
  const result: OperationResult =
    sent.answer === 'result'
      ? sent.result
      : { outcome: 'conflict', reason: sent.reason, currentRevision: null }
  if (result.outcome === 'applied') {
    keepAnswered(store, operation, { revision: result.revision, isAgain: operation.isAgain, at })
    settleApplied(store, operation, result.revision, at)
  } else settleConflict(store, operation, result.reason, result.currentRevision, at)
  const act = result.outcome === 'applied' ? 'operation applied' : 'operation met a conflict'
  appendAudit(store, { at, actor, act, claimId, facts: { operationId } })
  return result
}

/** What is over is not put back after a loss; if this line is lost, the hub gives the same answer again. */
function noteInJournal(core: Core, { operationId }: WaitingOperation, result: OperationResult): void {
  const { outcome } = result
  const revision = result.outcome === 'applied' ? result.revision : null
  core.journal.noteSettled({ operationId, outcome, revision, at: core.ports.clock.now() })
}

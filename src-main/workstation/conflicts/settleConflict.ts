import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { block } from '../../domain/claim/block.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { putCaseDraft } from '../../store/caseDecisionsRepo.ts'
import { findDraft, putDraft } from '../../store/draftsRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import {
  closeConflict,
  findConflict,
  type KeptConflict,
  type OutboxOperation,
} from '../../store/outboxRepo.ts'
import { getClaimAtHand } from '../claims/claimAtHand.ts'
import { actingNow } from '../claims/guards.ts'
import { announce, makeOperation } from '../claims/makeOperation.ts'
import type { Core } from '../core.ts'
import { type OperationAction, readAction, readCaseAct } from '../sync/operationRequest.ts'
import { type Journaled, writeJournaled } from '../sync/writeJournaled.ts'
import { draftOfAct } from './caseConflict.ts'
import { choicesFor } from './conflictDetail.ts'
import { draftOf, noteOf, wordsOf } from './wordsOf.ts'

type Settling = Input<'sync.settleConflict'>
type Settled = Output<'sync.settleConflict'>
/** Why it could not be done, or the operation that came of it; null = none was needed. */
type Done = { readonly blocks: readonly Block[] } | { readonly operation: OutboxOperation | null }

/**
 * Carries out what a person chose. The conflict is closed, the draft or the new operation made, and all of it written into the
 * audit, in one transaction; the row of the conflict stays with its words.
 */
export function settleConflict(core: Core, input: Settling): Settled {
  const { settled, kept, operation } = writeJournaled(core, (store, note): Outcome => {
    const found = findConflict(store, input.operationId)
    if (found === null || found.settledAt !== null)
      return { settled: whenClosed(found, input), kept: null, operation: null }
    const done = carryOut(core, { store, note }, found, input)
    if ('blocks' in done)
      return { settled: { outcome: 'blocked', blocks: [...done.blocks] }, kept: null, operation: null }
    close(core, store, found, { input, replacedBy: done.operation })
    return { settled: { outcome: 'settled' }, kept: found, operation: done.operation }
  })
  if (operation !== null) announce(core, operation)
  else if (kept !== null) {
    core.emit('claims.changed', { ids: [kept.claimId] })
    core.emit('sync.changed', {})
  }
  return settled
}

interface Outcome {
  readonly settled: Settled
  /** The conflict that was closed; null = none was. */
  readonly kept: KeptConflict | null
  readonly operation: OutboxOperation | null
}

/** The same command once more is told the same. */
const whenClosed = (kept: KeptConflict | null, { commandId }: Settling): Settled => ({
  outcome: kept?.replacedBy === commandId ? 'settled' : 'gone',
})

function close(
  core: Core,
  store: WriteStore,
  kept: KeptConflict,
  { input, replacedBy }: { readonly input: Settling; readonly replacedBy: OutboxOperation | null },
): void {
  const { operationId, choice } = input
  const at = core.ports.clock.now()
  const by = replacedBy?.operationId ?? null
  closeConflict(store, operationId, { at, choice, replacedBy: by })
  appendAudit(store, {
    at,
    actor: core.session.user().userId,
    act: 'conflict settled',
    claimId: kept.claimId,
    facts: { operationId, choice, reason: kept.reason, replacedBy: by },
  })
}

function carryOut(core: Core, journaled: Journaled, kept: KeptConflict, input: Settling): Done {
  const { store } = journaled
  const offered = choicesFor(store, kept, actingNow(core)).find(({ choice }) => choice === input.choice)
  // What is not offered cannot work on the claim as it is now.
  if (offered === undefined) return { blocks: [block('not_in_this_state')] }
  if (offered.blocks.length > 0) return { blocks: offered.blocks }
  switch (input.choice) {
    case 'let_go':
      return { operation: null }
    case 'redo':
      return redoOnCases(core, store, kept) ?? redo(core, store, kept, () => ({ operation: null }))
    case 'take_and_redo':
      return redo(core, store, kept, () => make(core, journaled, kept, { input, action: { kind: 'take' } }))
    case 'send_again': {
      const action = readAction(kept.content)
      return action === null
        ? { blocks: [block('unknown_content')] }
        : make(core, journaled, kept, { input, action })
    }
    case 'hand_over':
      return handOver(core, journaled, kept, input)
  }
}

/** The words of a decision or vote wait where it is made again: with each of its cases that still lives. Null = it was no act on cases. */
function redoOnCases(core: Core, store: WriteStore, kept: KeptConflict): Done | null {
  const act = readCaseAct(kept.content)
  if (act === null) return null
  const draft = draftOfAct(store, act)
  const { userId } = core.session.user()
  const savedAt = core.ports.clock.now()
  for (const { caseId } of draft.choices) putCaseDraft(store, caseId, userId, { draft, savedAt })
  return { operation: null }
}

/** Puts the words into the draft, once what comes before that is done. Nothing is written unless all of it is. */
function redo(core: Core, store: WriteStore, kept: KeptConflict, before: () => Done): Done {
  const { userId } = core.session.user()
  const begun = findDraft(store, kept.claimId, userId)?.draft ?? null
  const draft = draftOf(kept.kind, wordsOf(kept.content), begun)
  // What was begun on the claim since leaves no room for these words: it has to be sent or thrown away first.
  if (draft === null) return { blocks: [block('operation_pending')] }
  const done = before()
  if ('blocks' in done) return done
  putDraft(store, kept.claimId, userId, { draft, savedAt: core.ports.clock.now() })
  return done
}

function handOver(core: Core, journaled: Journaled, kept: KeptConflict, input: Settling): Done {
  const person = core.session.colleagues().find(({ userId }) => userId === input.toUserId)
  if (person === undefined) return { blocks: [block('nobody_to_hand_to')] }
  const note = noteOf(wordsOf(kept.content))
  const action = { kind: 'hand_over', toUserId: person.userId, toName: person.name, note } as const
  return make(core, journaled, kept, { input, action })
}

/** A new operation against the claim as it is now; its guards are judged anew. */
function make(
  core: Core,
  journaled: Journaled,
  { claimId }: KeptConflict,
  { input, action }: { readonly input: Settling; readonly action: OperationAction },
): Done {
  const { revision } = getClaimAtHand(journaled.store, claimId).record
  const made = makeOperation(core, journaled, { claimId, revision, commandId: input.commandId }, () => action)
  if ('operation' in made) return made
  return { blocks: made.outcome.outcome === 'blocked' ? made.outcome.blocks : [block('operation_pending')] }
}

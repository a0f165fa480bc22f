import { z } from 'zod'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { OperationId, Revision } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { KeptOperation } from '../../store/operationShape.ts'
import type { OutboxOperation } from '../../store/outboxRepo.ts'
import type { JournalContents, JournalLine } from '../sync/operationJournal.ts'

export const Line: z.ZodType<JournalLine> = z.discriminatedUnion('line', [
  z.object({ line: z.literal('made'), operation: KeptOperation }),
  z.object({ line: z.literal('undone'), operationId: OperationId, at: z.int() }),
  z.object({
    line: z.literal('settled'),
    operationId: OperationId,
    outcome: z.enum(['applied', 'conflict']),
    revision: Revision.nullable(),
    at: z.int(),
  }),
])

/** How an operation stands by the journal alone. */
export interface JournalState {
  readonly state: 'waiting' | 'undone' | 'applied' | 'conflict'
  /** Null when the line that made it is gone. Its revision is the one that it has moved on to. */
  readonly operation: OutboxOperation | null
  /** Of its last line, epoch milliseconds. */
  readonly at: number
}

export interface JournalStates {
  /** In the order in which they were made. */
  readonly states: ReadonlyMap<OperationId, JournalState>
  /** Lines that could not be read or that fit no schema. */
  readonly passedOver: number
}

/** The last line about an operation counts. */
export function journalStates({ lines, damaged }: Pick<JournalContents, 'lines' | 'damaged'>): JournalStates {
  const states = new Map<OperationId, JournalState>()
  let passedOver = damaged
  for (const raw of lines) {
    const parsed = Line.safeParse(raw)
    if (parsed.success) take(states, parsed.data)
    else passedOver += 1
  }
  return { states, passedOver }
}

function take(states: Map<OperationId, JournalState>, line: JournalLine): void {
  if (line.line === 'made') {
    const { operation } = line
    states.set(operation.operationId, { state: 'waiting', operation, at: operation.madeAt })
    return
  }
  const operation = states.get(line.operationId)?.operation ?? null
  const state = line.line === 'undone' ? 'undone' : line.outcome
  states.set(line.operationId, { state, operation, at: line.at })
  if (line.line === 'settled' && operation !== null) moveOn(states, operation, line.revision)
}

/** What waits on the same claim follows the revision that an applied operation brought, as in the outbox (`settleApplied`). */
function moveOn(
  states: Map<OperationId, JournalState>,
  { claimId, claimRevision }: { readonly claimId: ClaimId; readonly claimRevision: number },
  revision: number | null,
): void {
  if (revision !== claimRevision + 1) return
  for (const [id, { state, operation, at }] of states)
    if (state === 'waiting' && operation?.claimId === claimId && operation.claimRevision === claimRevision)
      states.set(id, { state, operation: { ...operation, claimRevision: revision }, at })
}

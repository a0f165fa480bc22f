import type { Instant, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { removeDecided } from '../../store/decidedRepo.ts'
import { toInstant } from '../../store/instants.ts'
import { holdUntil, takeBack } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import { announce } from './makeOperation.ts'
import { writeJournaled } from '../sync/writeJournaled.ts'

/** So long an act can be kept from leaving at most, counted from when it was made: somebody waits for it. */
const LONGEST_HOLD_MS = 10 * 60_000

/** Takes a held operation back, in database and journal alike. */
export function undo(core: Core, operationId: OperationId): 'undone' | 'too_late' {
  const at = core.ports.clock.now()
  const actor = core.session.user().userId
  const taken = writeJournaled(core, (store, note) => {
    const operation = takeBack(store, operationId, at)
    if (operation === null) return null
    removeDecided(store, operationId)
    appendAudit(store, { at, actor, act: 'undone', claimId: operation.claimId, facts: { operationId } })
    note({ line: 'undone', operationId, at })
    return operation
  })
  if (taken === null) return 'too_late'
  announce(core, taken)
  return 'undone'
}

/**
 * Begins the undo time anew for what is still held: somebody is at the way to take it back. Only the database knows it: after its loss
 * the time of the journal counts, which is shorter.
 */
export function holdLonger(core: Core, operationId: OperationId): Instant | null {
  const now = core.ports.clock.now()
  const ms = core.session.settings().undoHoldSeconds * 1000
  const until = core.store.write((store) =>
    holdUntil(store, operationId, { now, until: now + ms, atMost: LONGEST_HOLD_MS }),
  )
  if (until === null) return null
  core.emit('sync.changed', {})
  return toInstant(until)
}

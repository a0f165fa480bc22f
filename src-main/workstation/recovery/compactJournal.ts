import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { listOpenConflictIds, listWaiting } from '../../store/outboxRepo.ts'
import type { Core } from '../core.ts'
import type { JournalLine } from '../sync/operationJournal.ts'
import { journalStates } from './journalStates.ts'

/** What was over for less than this stays, so that a person who looks for it finds it. */
const KEPT_FOR_MS = 7 * 86_400_000

export const madeLine = (operation: Extract<JournalLine, { line: 'made' }>['operation']): JournalLine => ({
  line: 'made',
  operation,
})

/** Keeps what waits, what a person has to settle, and what was over only lately, unless its claim was let go. */
export function compactJournal(
  core: Pick<Core, 'store' | 'journal'>,
  now: number,
  letGo: ReadonlySet<ClaimId> = new Set(),
): void {
  const { states } = journalStates(core.journal.read())
  const open = core.store.read(
    (s) =>
      new Set([...listWaiting(s, null).map(({ operationId }) => operationId), ...listOpenConflictIds(s)]),
  )
  const lines = [...states].flatMap(([operationId, { state, operation, at }]): JournalLine[] => {
    const isForgotten = operation !== null && letGo.has(operation.claimId)
    if (!open.has(operationId) && (isForgotten || at < now - KEPT_FOR_MS)) return []
    const made = operation === null ? [] : [madeLine(operation)]
    if (state === 'waiting') return made
    if (state === 'undone') return [...made, { line: 'undone', operationId, at }]
    return [...made, { line: 'settled', operationId, outcome: state, revision: null, at }]
  })
  core.journal.replace(lines)
}

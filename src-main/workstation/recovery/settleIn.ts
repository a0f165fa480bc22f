import { join } from 'node:path'
import { rmSync } from 'node:fs'
import { listOpenConflictIds, listWaiting } from '../../store/outboxRepo.ts'
import { checkOwnTables } from '../../store/wholeness.ts'
import type { Core } from '../core.ts'
import { renewClientId } from '../sync/clientIdentity.ts'
import type { JournalLine } from '../sync/operationJournal.ts'
import { journalStates } from './journalStates.ts'
import { placeOf, type ProfileMark, raiseStarts, writeMark } from './profileMark.ts'
import { PLACES } from './profileParts.ts'
import { putBack } from './putBack.ts'

/** From this size on, what is long over leaves the journal at a start. */
const COMPACT_FROM_BYTES = 1024 * 1024
/** What was over for less than this stays, so that a person who looks for it finds it. */
const KEPT_FOR_MS = 7 * 86_400_000

/**
 * The first thing a start does behind the window, before anything may leave for the hub: looks at what was made here, brings the
 * database and the journal up to each other, and sees whether this is still the profile that the hub knows. Gives back the mark as
 * it now stands beside the database.
 */
export function settleIn(core: Core, before: ProfileMark | null): ProfileMark {
  const { clock, log, paths, uuid } = core.ports
  const path = join(paths.profile, PLACES.mark)
  const now = clock.now()
  core.store.read(checkOwnTables)
  const contents = core.journal.read()
  const { states, passedOver } = journalStates(contents)
  const place = placeOf(join(paths.profile, PLACES.database))
  const { mark, put } = core.store.write((store) => {
    const back = putBack(store, states, now)
    const raised = raiseStarts(store, before, { place, keyId: core.keyId }, uuid)
    const renewal = raised.renewal ?? (back.isBehind ? 'copied_or_restored' : null)
    if (renewal !== null) renewClientId(core, store, renewal)
    return { mark: raised.mark, put: back }
  })
  if (passedOver > 0 || put.operations > 0)
    log({
      level: 'warn',
      event: 'the journal was read back',
      facts: { putBack: put.operations, passedOver },
    })
  keepMark(path, mark)
  if (put.unwritten.length > 0) core.journal.append(...put.unwritten.map(madeLine))
  if (contents.bytes > COMPACT_FROM_BYTES) compact(core, now)
  return mark
}

/** A mark that says "closed" must not stay beside an open database: on a disk that takes no new one, none is left. */
function keepMark(path: string, mark: ProfileMark): void {
  try {
    writeMark(path, mark)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

const madeLine = (operation: Extract<JournalLine, { line: 'made' }>['operation']): JournalLine => ({
  line: 'made',
  operation,
})

/** Keeps what waits, what a person has to settle, and what was over only lately. */
function compact(core: Core, now: number): void {
  const { states } = journalStates(core.journal.read())
  const open = core.store.read(
    (s) =>
      new Set([...listWaiting(s, null).map(({ operationId }) => operationId), ...listOpenConflictIds(s)]),
  )
  const lines = [...states].flatMap(([operationId, { state, operation, at }]): JournalLine[] => {
    if (!open.has(operationId) && at < now - KEPT_FOR_MS) return []
    const made = operation === null ? [] : [madeLine(operation)]
    if (state === 'waiting') return made
    if (state === 'undone') return [...made, { line: 'undone', operationId, at }]
    return [...made, { line: 'settled', operationId, outcome: state, revision: null, at }]
  })
  core.journal.replace(lines)
}

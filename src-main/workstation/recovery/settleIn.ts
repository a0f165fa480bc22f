import { join } from 'node:path'
import { rmSync } from 'node:fs'
import { checkOwnTables } from '../../store/wholeness.ts'
import type { Core } from '../core.ts'
import { renewClientId } from '../sync/clientIdentity.ts'
import { compactJournal, madeLine } from './compactJournal.ts'
import { journalStates } from './journalStates.ts'
import { placeOf, type ProfileMark, raiseStarts, writeMark } from './profileMark.ts'
import { PLACES } from './profileParts.ts'
import { putBack } from './putBack.ts'

/** From this size on, what is long over leaves the journal at a start. */
const COMPACT_FROM_BYTES = 1024 * 1024

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
  if (contents.bytes > COMPACT_FROM_BYTES) compactJournal(core, now)
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

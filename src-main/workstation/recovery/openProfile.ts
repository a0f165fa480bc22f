import { join } from 'node:path'
import { isDamage } from '../../store/damage.ts'
import type { Store } from '../../store/openStore.ts'
import { hasLog, listUntaken, markTaken, setAside, stateOfFile } from '../../store/quarantine.ts'
import { checkOwnTables, checkSchema } from '../../store/wholeness.ts'
import type { WorkstationPorts } from '../ports.ts'
import type { OperationJournal } from '../sync/operationJournal.ts'
import { type ProfileMark, readMark } from './profileMark.ts'
import { PLACES, type ProfileParts } from './profileParts.ts'

export interface OpenProfile {
  readonly store: Store
  readonly journal: OperationJournal
  /** As the last run left it. */
  readonly mark: ProfileMark | null
}

/**
 * Opens the profile, whatever state its database is in: a damaged one is set aside and a fresh one takes over what can be read of it
 * and what the journal knows. Throws ProfileRefused for what a person has to settle: another version, another process, no access.
 */
export async function openProfile(ports: WorkstationPorts, parts: ProfileParts): Promise<OpenProfile> {
  const file = join(ports.paths.profile, PLACES.database)
  const mark = readMark(join(ports.paths.profile, PLACES.mark))
  const journal = parts.createJournal(join(ports.paths.profile, PLACES.journal))
  try {
    const wasHere = mark !== null || journal.read().bytes > 0
    const isGone = clearTheWay(file, ports, mark, wasHere)
    const store = openOrReplace(file, ports, parts)
    try {
      const untaken = listUntaken(file)
      if (isGone || untaken.length > 0) {
        // Loaded when it is needed: no start waits for it.
        const { takeOver } = await import('./takeOver.ts')
        takeOver({ store, journal, file, now: ports.clock.now() }, untaken)
        ports.log({
          level: 'error',
          event: 'the database was put together anew',
          facts: { setAside: untaken.at(-1) ?? null },
        })
      }
      return { store, journal, mark }
    } catch (error) {
      store.close()
      throw error
    }
  } catch (error) {
    journal.close()
    throw error
  }
}

/** Sets aside what cannot be the database of this profile. Gives back whether a database that was here is gone. */
function clearTheWay(
  file: string,
  { clock, log }: WorkstationPorts,
  mark: ProfileMark | null,
  wasHere: boolean,
): boolean {
  const state = stateOfFile(file)
  // SQLite would throw a log away that has no database, and would take a folder for a fault of the disk.
  if (state === 'no_file' || (state !== 'there' && (hasLog(file) || (state === 'empty' && wasHere)))) {
    setAside(file, clock.now())
    return wasHere
  }
  if (state === 'there' && mark?.isClosed === true && hasLog(file)) {
    // After a proper end there is none; somebody put it there, and SQLite would write its pages into this database.
    const name = setAside(file, clock.now(), 'log')
    markTaken(file, name)
    log({ level: 'warn', event: 'a log of another database was set aside', facts: { name } })
  }
  return state === 'missing' && wasHere
}

function openOrReplace(file: string, { clock, paths, log }: WorkstationPorts, parts: ProfileParts): Store {
  const open = () => openChecked(file, paths.migrations, clock.now(), parts)
  try {
    return open()
  } catch (error) {
    if (!isDamage(error)) throw error
    const name = setAside(file, clock.now())
    log({ level: 'error', event: 'a damaged database was set aside', facts: { name }, error })
    return open()
  }
}

function openChecked(file: string, migrations: string, now: number, parts: ProfileParts): Store {
  const hadLog = hasLog(file)
  const store = parts.openStore({ file, migrations, now, key: null })
  try {
    checkSchema(store)
    // The last run did not end properly: what was made here is looked at before anything is built on it.
    if (hadLog) store.read(checkOwnTables)
    return store
  } catch (error) {
    store.close()
    throw error
  }
}

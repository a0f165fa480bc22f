import { join } from 'node:path'
import { isDamage } from '../../store/damage.ts'
import type { Store, StoreOptions } from '../../store/openStore.ts'
import { hasLog, listUntaken, markTaken, setAside, stateOfFile } from '../../store/quarantine.ts'
import { checkOwnTables, checkSchema } from '../../store/wholeness.ts'
import type { ProfileKeys } from '../keys/profileKeys.ts'
import { finishSettingAside } from '../locked/setLockedAside.ts'
import type { WorkstationPorts } from '../ports.ts'
import type { OperationJournal } from '../sync/operationJournal.ts'
import { coverFirst, coverThen } from './coverProfile.ts'
import { type ProfileMark, readMark } from './profileMark.ts'
import { PLACES, type ProfileParts } from './profileParts.ts'
import { sealOldFiles } from './sealOldFiles.ts'

export interface OpenProfile {
  readonly store: Store
  readonly journal: OperationJournal
  /** As the last run left it. */
  readonly mark: ProfileMark | null
  /** Null = it lies in the open. */
  readonly keys: ProfileKeys | null
}

export interface KeysAtHand {
  /** As a person typed it into the window; null = nobody has. */
  readonly passphrase: string | null
  /** Of an earlier opening in this run. */
  readonly known: ProfileKeys | null
}

/**
 * Opens the profile, whatever state its database is in: a damaged one is set aside and a fresh one takes over what can be read of it
 * and what the journal knows. Throws ProfileRefused for what a person has to settle: another version, another process, no access; and
 * KeyUnreadable, with everything left as it was.
 */
export async function openProfile(
  ports: WorkstationPorts,
  parts: ProfileParts,
  { passphrase, known }: KeysAtHand,
): Promise<OpenProfile> {
  const { profile } = ports.paths
  const file = join(profile, PLACES.database)
  finishSettingAside(profile)
  const keys = known ?? (await parts.openKeys(ports, passphrase))
  if (keys !== null) coverFirst(profile, keys, parts.onConversion)
  const mark = readMark(join(profile, PLACES.mark))
  const journalKey = keys === null ? null : { key: keys.journal, keyId: keys.keyId }
  const journal = parts.createJournal(join(profile, PLACES.journal), journalKey)
  try {
    const wasHere = mark !== null || journal.read().bytes > 0
    const isGone = clearTheWay(file, ports, mark, wasHere)
    const store = openOrReplace(file, ports, parts, keys)
    try {
      const untaken = listUntaken(file)
      if (isGone || untaken.length > 0) {
        // Loaded when it is needed: no start waits for it.
        const { takeOver } = await import('./takeOver.ts')
        takeOver({ store, journal, file, key: keys?.database ?? null, now: ports.clock.now() }, untaken)
        ports.log({
          level: 'error',
          event: 'the database was put together anew',
          facts: { setAside: untaken.at(-1) ?? null },
        })
      }
      if (keys !== null) sealOldFiles(profile, keys)
      return { store, journal, mark, keys }
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

function openOrReplace(
  file: string,
  { clock, paths, log }: WorkstationPorts,
  parts: ProfileParts,
  keys: ProfileKeys | null,
): Store {
  const open = () => {
    if (keys !== null) coverThen(paths, keys, parts.onConversion)
    const key = keys?.database ?? null
    return openChecked({ file, migrations: paths.migrations, now: clock.now(), key }, parts)
  }
  try {
    return open()
  } catch (error) {
    if (!isDamage(error)) throw error
    const name = setAside(file, clock.now())
    log({ level: 'error', event: 'a damaged database was set aside', facts: { name }, error })
    return open()
  }
}

function openChecked(options: StoreOptions, parts: ProfileParts): Store {
  const hadLog = hasLog(options.file)
  const store = parts.openStore(options)
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

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { removeUndoneDecided } from '../../store/decidedRepo.ts'
import { listWaiting, orderByMade, placeOfOperation, rememberAs } from '../../store/outboxRepo.ts'
import { salvage } from '../../store/salvage.ts'
import type { Core } from '../core.ts'
import { KeyUnreadable } from '../keys/keyUnreadable.ts'
import { keysOf, type ProfileKeys } from '../keys/profileKeys.ts'
import { readKeyFile } from '../keys/wrappedKey.ts'
import { journalStates } from '../recovery/journalStates.ts'
import { PLACES } from '../recovery/profilePlaces.ts'
import { restore } from '../recovery/putBack.ts'
import { putSalvaged } from '../recovery/takeOver.ts'
import { createOperationJournal } from '../sync/operationJournal.ts'
import { writeJournaled } from '../sync/writeJournaled.ts'
import { listLocked, markTakenIn } from './setLockedAside.ts'

export interface TakenIn {
  readonly profiles: number
  /** That wait again because of it. */
  readonly operations: number
  /** Profiles that stay locked. */
  readonly left: number
}

/**
 * Takes in what was decided in profiles that were set aside locked, as far as their keys can be had by now: what waits there waits here,
 * with its drafts and verdicts; the rest comes from the hub anyway. Twice is as good as once, since operations keep their ids.
 */
export async function takeInLocked(core: Core, passphrase: string | null): Promise<TakenIn> {
  const found = listLocked(core.ports.paths.profile)
  let [profiles, operations] = [0, 0]
  for (const folder of found) {
    const keys = await keysIn(core, folder, passphrase)
    if (keys === null || core.ending.aborted) continue
    operations += takeOne(core, folder, keys)
    markTakenIn(folder)
    profiles += 1
  }
  if (profiles > 0)
    core.ports.log({ level: 'warn', event: 'locked profiles were taken in', facts: { profiles, operations } })
  return { profiles, operations, left: found.length - profiles }
}

/** Null = the key still cannot be had. */
async function keysIn(
  { ports }: Core,
  folder: string,
  passphrase: string | null,
): Promise<ProfileKeys | null> {
  const file = readKeyFile(folder)
  if (typeof file === 'string') return null
  try {
    const keys = keysOf((await ports.keys.unwrap(file.wrapped, passphrase)).key)
    return keys.keyId === file.keyId ? keys : null
  } catch (error) {
    if (error instanceof KeyUnreadable) return null
    throw error
  }
}

/** Gives back how many operations wait because of it. */
function takeOne(core: Core, folder: string, keys: ProfileKeys): number {
  const database = join(folder, PLACES.database)
  const salvaged = existsSync(database) ? salvage(database, keys.database) : null
  const journal = createOperationJournal(join(folder, PLACES.journal), {
    key: keys.journal,
    keyId: keys.keyId,
  })
  const { states } = journalStates(journal.read())
  journal.close()
  const at = core.ports.clock.now()
  return writeJournaled(core, (store, note) => {
    const before = new Set(listWaiting(store, null).map(({ operationId }) => operationId))
    // What is over there is over here, before anything that waited there is looked at.
    for (const [operationId, { state, at: since }] of states)
      if ((state === 'undone' || state === 'applied') && placeOfOperation(store, operationId) === null)
        rememberAs(store, operationId, state, since)
    if (salvaged !== null) putSalvaged(store, { ...salvaged, values: new Map() })
    for (const { state, operation } of states.values())
      if (
        state === 'waiting' &&
        operation !== null &&
        placeOfOperation(store, operation.operationId) === null
      )
        restore(store, operation, at)
    orderByMade(store)
    removeUndoneDecided(store)
    const taken = listWaiting(store, null).filter(({ operationId }) => !before.has(operationId))
    for (const operation of taken) note({ line: 'made', operation })
    return taken.length
  })
}

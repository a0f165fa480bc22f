import { removeUndoneDecided } from '../../store/decidedRepo.ts'
import type { DatabaseKey } from '../../store/databaseKey.ts'
import type { Store, WriteStore } from '../../store/openStore.ts'
import { addOperation, listWaiting, orderByMade, placeOfOperation } from '../../store/outboxRepo.ts'
import { putValue } from '../../store/profileRepo.ts'
import { fileSetAside, markTaken } from '../../store/quarantine.ts'
import { putRows, type Salvaged, type SalvagedTable, salvage } from '../../store/salvage.ts'
import type { OperationJournal } from '../sync/operationJournal.ts'
import { journalStates } from './journalStates.ts'
import { putBack } from './putBack.ts'
import { putRecoveryNote } from './recoveryNote.ts'

interface Rebuilt {
  readonly store: Store
  readonly journal: OperationJournal
  readonly file: string
  readonly key: DatabaseKey | null
  readonly now: number
}

/**
 * Takes over what can be read of what was set aside, then brings it up to the journal, and leaves a note for the person; all in one
 * transaction, so that a crash here begins it again. `untaken` is empty when the database was gone altogether.
 */
export function takeOver({ store, journal, file, key, now }: Rebuilt, untaken: readonly string[]): void {
  const { states } = journalStates(journal.read())
  const found = untaken.map((name) => salvage(fileSetAside(file, name), key))
  store.write((s) => {
    // The newest first: what is there already stays.
    for (const one of found.toReversed()) putSalvaged(s, one)
    orderByMade(s)
    putBack(s, states, now)
    removeUndoneDecided(s)
    const operations = listWaiting(s, null).length
    putRecoveryNote(s, { at: now, operations, keptAs: untaken.at(-1) ?? '' })
  })
  for (const name of untaken) markTaken(file, name)
}

export function putSalvaged(store: WriteStore, { operations, rows, values }: Salvaged): void {
  for (const table of Object.keys(rows) as SalvagedTable[]) putRows(store, table, rows[table])
  for (const operation of operations)
    if (placeOfOperation(store, operation.operationId) === null) addOperation(store, operation)
  for (const [name, value] of values) putValue(store, name, value)
}

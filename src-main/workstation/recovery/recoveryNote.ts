import { z } from 'zod'
import type { SyncStatus } from '../../../src-preload/contract/sync.ts'
import { toInstant } from '../../store/instants.ts'
import type { ReadStore, Store, WriteStore } from '../../store/openStore.ts'
import { findValue, putValue, removeValue } from '../../store/profileRepo.ts'

const Note = z.object({ at: z.int(), operations: z.int().min(0), keptAs: z.string() })
type Note = z.infer<typeof Note>

export function putRecoveryNote(store: WriteStore, note: Note): void {
  putValue(store, 'recovery', note)
}

/** That the database was put together anew; null = it was not, or somebody has read of it. */
export function recoveryNote(store: ReadStore): SyncStatus['recovery'] {
  const note = findValue(store, 'recovery', Note)
  return note === null ? null : { ...note, at: toInstant(note.at) }
}

/** Somebody has read it. */
export function clearRecovery(store: Store): Record<string, never> {
  store.write((s) => removeValue(s, 'recovery'))
  return {}
}

import { openStore } from '../../store/openStore.ts'
import { createOperationJournal } from '../sync/operationJournal.ts'

/** What a profile is kept with. Hosts leave it as it is; a test may weaken a part to see that its absence is noticed. */
export interface ProfileParts {
  readonly openStore: typeof openStore
  readonly createJournal: typeof createOperationJournal
  /** Room that is given up on a full disk; 0 = none. */
  readonly reserveBytes: number
}

export const PROFILE_PARTS: ProfileParts = {
  openStore,
  createJournal: createOperationJournal,
  reserveBytes: 50 * 1024 * 1024,
}

/** Where the parts of a profile lie. */
export const PLACES = {
  database: 'workstation.db',
  documents: 'documents',
  journal: 'journal/operations.jsonl',
  mark: 'profile.id',
  reserve: 'reserve',
} as const

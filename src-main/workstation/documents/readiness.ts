import type { Readiness } from '../../../src-preload/contract/sync.ts'
import {
  countDocuments,
  countDocumentsOf,
  listMissingWithNames,
  usedBytes,
} from '../../store/documentsRepo.ts'
import type { Core } from '../core.ts'

/** How many missing documents are named. */
const NAMED = 200

/** How ready this machine is to go offline. */
export function readinessOf(core: Core): Readiness {
  const { userId } = core.session.user()
  const budget = core.session.settings().documentBudgetMb * 1_000_000
  return core.store.read((store) => ({
    mine: countDocumentsOf(store, userId),
    queue: countDocuments(store),
    bytes: { used: usedBytes(store), budget },
    missing: listMissingWithNames(store, userId, NAMED).map(({ refusal, ...document }) => ({
      ...document,
      why: refusal ?? 'coming',
    })),
  }))
}

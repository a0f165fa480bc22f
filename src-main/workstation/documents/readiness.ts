import type { Readiness } from '../../../src-preload/contract/sync.ts'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { listExpendable } from '../../store/documentRoomRepo.ts'
import {
  countDocuments,
  countDocumentsOf,
  listMissingWithNames,
  type NamedMissing,
  usedBytes,
} from '../../store/documentsRepo.ts'
import type { Core } from '../core.ts'

/** How many missing documents are named. */
const NAMED = 200

/** How ready this machine is to go offline. */
export function readinessOf(core: Core): Readiness {
  const { userId } = core.session.user()
  const budget = core.session.settings().documentBudgetMb * 1_000_000
  return core.store.read((store) => {
    const used = usedBytes(store)
    const expendable = listExpendable(store, userId, 'closed').reduce((sum, one) => sum + one.sizeBytes, 0)
    const missing = listMissingWithNames(store, userId, NAMED)
    return {
      mine: countDocumentsOf(store, userId),
      queue: countDocuments(store),
      bytes: { used, budget },
      missing: whyMissing(missing, { free: budget - used, expendable }),
    }
  })
}

/** Reckons as the fetching will: one after the other, passing over what is too large for what is left. */
function whyMissing(
  documents: readonly NamedMissing[],
  room: { readonly free: number; readonly expendable: number },
): Readiness['missing'] {
  let taken = 0
  const coming = new Set<Sha256>()
  const whyOf = ({ sha256, sizeBytes, isClosed, refusal }: NamedMissing) => {
    if (refusal !== null) return refusal
    if (coming.has(sha256)) return 'coming'
    const left = room.free + (isClosed ? 0 : room.expendable) - taken
    if (sizeBytes > left) return 'no_room'
    taken += sizeBytes
    coming.add(sha256)
    return 'coming'
  }
  return documents.map((document) => {
    const { claimId, claimName, fileName, sizeBytes, isMine } = document
    return { claimId, claimName, fileName, sizeBytes, isMine, why: whyOf(document) }
  })
}

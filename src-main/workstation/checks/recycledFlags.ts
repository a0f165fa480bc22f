import type { Flag } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimDocument, ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { weightOfReuse } from '../../domain/evidence/recycled.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { documentNames } from './documentNames.ts'
import { type FoundReuse, listReuses, sideOf } from './listReuses.ts'

/** More claims with one paper say nothing more. */
const MOST_FLAGS = 10

/**
 * Evidence of this claim that stands on another claim too, here or as the hub has seen it. Looked up when the claim is shown and not kept
 * with its findings: so it is known on both claims from the moment the second one is, whichever was first.
 */
export function recycledFlags(store: ReadStore, record: ClaimRecord): Flag[] {
  const own = sideOf(record)
  const seen = new Set<string>()
  const flags = listReuses(store, record).flatMap((reuse): Flag[] => {
    const kind = reuse.how === 'signature' ? 'signature_reused' : 'shared_evidence'
    const severity = weightOfReuse(reuse, own, reuse.other)
    const key = `${kind} ${reuse.sha256} ${reuse.other.claimId}`
    const document = nameOf(record.documents, reuse)
    if (severity === null || document === null || seen.has(key)) return []
    seen.add(key)
    return [flagOf(reuse, { kind, document, severity })]
  })
  return flags.slice(0, MOST_FLAGS)
}

/** Other claims which now show something of this one's documents. */
export const claimsWithSameEvidence = (store: ReadStore, record: ClaimRecord): ClaimId[] => [
  ...new Set(listReuses(store, record).map(({ other }) => other.claimId)),
]

function flagOf(
  { how, page, share, other, otherPage }: FoundReuse,
  said: Pick<Flag, 'kind' | 'document' | 'severity'>,
): Flag {
  const { claimId, partnerName, customerName } = other
  return {
    ...said,
    page: page === 0 ? null : page,
    quads: [],
    text: null,
    reuse: { how, claimId, partnerName, customerName, share, page: otherPage === 0 ? null : otherPage },
  }
}

function nameOf(documents: readonly ClaimDocument[], { sha256 }: FoundReuse): string | null {
  const at = documents.findIndex((document) => document.sha256 === sha256)
  return documentNames(documents)[at] ?? null
}

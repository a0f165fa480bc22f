import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { OwnEvidence } from '../../../src-preload/contract/vocabulary/ownEvidenceShape.ts'
import type { Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listOwnEvidence } from '../../store/ownEvidenceRepo.ts'
import { documentNames } from '../checks/documentNames.ts'

/** What stands on papers that the claim carries now: a replaced paper takes its places along, and brings them back with it. */
export function ownEvidenceAtHand(store: ReadStore, { form, documents }: ClaimRecord): OwnEvidence[] {
  const hashes = new Set(documents.map(({ sha256 }) => sha256))
  return listOwnEvidence(store, form.claimId).filter(({ sha256 }) => hashes.has(sha256))
}

/** The places that a partner is told of for one criterion, by the name of the paper. */
export function ownPlaces(
  found: readonly OwnEvidence[],
  { documents }: ClaimRecord,
  { criterion, item }: { readonly criterion: Criterion; readonly item: string | null },
): { document: string; page: number | null }[] {
  const names = documentNames(documents)
  return found
    .filter((one) => one.criterion === criterion && one.item === item)
    .flatMap(({ sha256, inside, page }) => {
      const document = names[documents.findIndex((each) => each.sha256 === sha256)]
      // A page of a file inside another is no page of the paper that the partner sent.
      return document === undefined ? [] : [{ document, page: inside.length === 0 ? page : null }]
    })
}

import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { VersionPair } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import { pairVersions } from '../../domain/evidence/versionPairs.ts'
import { listPrints } from '../../store/evidenceRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'

/** By what was kept when the documents were checked: no paper is read for it. */
export const versionsOf = (store: ReadStore, { form, documents, history }: ClaimRecord): VersionPair[] =>
  documents.length < 2
    ? []
    : pairVersions(
        documents.map((document) => ({ ...document, prints: listPrints(store, document.sha256) })),
        { submittedAt: form.submittedAt, history },
      )

import type { DocumentView } from '../../../src-preload/contract/claims.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { isLocal } from '../../store/documentsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { documentPath } from './serveDocument.ts'

/** The documents of a claim, in its order, with where their bytes are to be had. */
export const documentViews = (store: ReadStore, { form, documents }: ClaimRecord): DocumentView[] =>
  documents.map((document) => ({
    ...document,
    availability: isLocal(store, document.sha256) ? 'local' : 'missing',
    url: documentPath(form.claimId, document.sha256),
  }))

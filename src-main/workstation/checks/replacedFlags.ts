import type { Flag } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { listCheckedDocuments } from '../../store/evidenceRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { documentNames } from './documentNames.ts'

/**
 * Documents that bear the name of one which was checked here, and other bytes, since a reviewer has acted. What a reviewer has seen under
 * that name is no longer there; where both stand beside each other nothing was replaced.
 */
export function replacedFlags(store: ReadStore, { form, documents, history }: ClaimRecord): Flag[] {
  const names = documentNames(documents)
  const present = new Set(documents.map(({ sha256 }) => sha256))
  const gone = listCheckedDocuments(store, form.claimId).filter(({ sha256 }) => !present.has(sha256))
  const isReviewed = history.some(({ side }) => side === 'reviewer')
  return documents.flatMap(({ fileName, sha256 }, i): Flag[] => {
    const before = gone.findLast((one) => one.fileName === fileName && one.sha256 !== sha256)
    if (before === undefined || !isReviewed) return []
    const text = `${toInstant(before.checkedAt).slice(0, 10)} · ${before.sha256.slice(0, 12)} → ${sha256.slice(0, 12)}`
    return [
      {
        kind: 'document_replaced',
        document: names[i] ?? fileName,
        page: null,
        quads: [],
        text,
        severity: 'high',
      },
    ]
  })
}

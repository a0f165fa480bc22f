import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { touchedBy } from '../../domain/intake/editRules.ts'

/** Each field that edits changed, once, with what it touches (S-52). A field that touches nothing is told too: nothing it is. */
export function touchedByEdits(history: readonly HistoryEntry[]): ClaimDetail['touched'] {
  const edited = history.filter(({ kind }) => kind === 'edited').flatMap(({ changes }) => changes)
  const fields = [...new Set(edited.map(({ field }) => field))]
  return fields.map((field) => {
    const { criteria, checks } = touchedBy(field)
    return { field, criteria: [...criteria], checks: [...checks] }
  })
}

import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import { documentNames } from './documentNames.ts'

export interface JudgedDocument {
  readonly file: string
  /** Null for a document of the first submission. */
  readonly addedAt: string | null
  readonly facts: DocumentFacts
}

/** The papers of a claim as they are judged, with what was read of each, in their order; null = one of them was not read. */
export function judgedDocuments(
  { form, documents }: ClaimRecord,
  facts: readonly (DocumentFacts | null)[],
): JudgedDocument[] | null {
  const names = documentNames(documents)
  const judged = documents.flatMap((document, at): JudgedDocument[] => {
    const read = facts[at] ?? null
    if (read === null) return []
    const isLate = document.addedAt > form.submittedAt
    const file = names[at] ?? document.fileName
    return [{ file, addedAt: isLate ? document.addedAt : null, facts: read }]
  })
  return judged.length === documents.length ? judged : null
}

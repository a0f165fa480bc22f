import type { ClaimDetail } from '../../src-preload/contract/claims.ts'
import type { ShownDocument } from '../features/viewer/viewerProps.ts'
import { documentIdsByFile, innerDocumentId } from '../stores/evidence.ts'

/** Every document of the claim, and behind it the files inside of it as far as it was read. */
export function shownDocuments({ documents, report }: ClaimDetail): readonly ShownDocument[] {
  return documents.flatMap((document) => {
    const checked = report?.documents.find(({ sha256 }) => sha256 === document.sha256)
    const inner = (checked?.inner ?? []).map(
      ({ inside, name }): ShownDocument => ({
        ...document,
        documentId: innerDocumentId(document.documentId, inside),
        fileName: name,
        // What it says of itself is not known here; the viewer looks at the content.
        mediaType: 'application/octet-stream',
        url: innerDocumentId(document.url, inside),
        isInside: document.fileName,
      }),
    )
    return [document, ...inner]
  })
}

/** Pages by `documentId` as the checker counted them. */
export function pageCountsOf(detail: ClaimDetail): Readonly<Record<string, number>> {
  const ids = documentIdsByFile(detail)
  const pairs = (detail.report?.documents ?? []).flatMap(({ file, pages, inner = [] }) => {
    const id = ids.get(file)
    if (id === undefined) return []
    return [
      [id, pages] as const,
      ...inner.map((each) => [innerDocumentId(id, each.inside), each.pages] as const),
    ]
  })
  return Object.fromEntries(pairs.flatMap(([id, pages]) => (pages === null ? [] : [[id, pages]])))
}

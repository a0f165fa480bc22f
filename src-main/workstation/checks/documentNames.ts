import type { ClaimDocument } from '../../../src-preload/contract/vocabulary/claimShape.ts'

/** A report names documents by file; two of one name on one claim are told apart by their id. */
export function documentNames(
  documents: readonly Pick<ClaimDocument, 'fileName' | 'documentId'>[],
): string[] {
  return documents.map(({ fileName, documentId }) =>
    documents.filter((other) => other.fileName === fileName).length > 1
      ? `${fileName} (${documentId})`
      : fileName,
  )
}

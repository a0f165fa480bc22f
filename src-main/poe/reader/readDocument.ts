import type { DocumentType } from '../facts/factWords.ts'
import type { ReaderPiece, ReadLimits } from './pieces.ts'

/** Types that a reader process reads. Pictures are not among them: they go to recognition at once. */
export const READABLE_TYPES: ReadonlySet<DocumentType> = new Set(['pdf'])

/** Hands a document to the reader of its type. Each is loaded when its type comes: a process reads one document only. */
export async function* readDocument(
  bytes: Uint8Array,
  type: DocumentType,
  pdfjsDir: string,
  limits: ReadLimits,
): AsyncGenerator<ReaderPiece> {
  switch (type) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/readPdf.ts')
      yield* readPdf(bytes, pdfjsDir, limits)
      return
    }
    default:
      yield { piece: 'failed', reason: 'type', pageCount: null }
  }
}

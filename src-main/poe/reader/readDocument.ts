import type { DocumentType } from '../facts/factWords.ts'
import type { ReaderPiece, ReadLimits } from './pieces.ts'

/** Types that a reader process reads. Pictures are not among them: they go to recognition at once. */
export const READABLE_TYPES: ReadonlySet<DocumentType> = new Set([
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'eml',
  'msg',
  'html',
  'rtf',
  'txt',
])

/** Types that say how they are shown beyond their facts. */
export const LOOKED_AT_TYPES: ReadonlySet<DocumentType> = new Set(['eml', 'msg', 'html'])

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
    case 'docx': {
      const { readDocx } = await import('./office/readDocx.ts')
      yield* readDocx(bytes)
      return
    }
    case 'xlsx': {
      const { readXlsx } = await import('./office/readXlsx.ts')
      yield* readXlsx(bytes, limits)
      return
    }
    case 'pptx': {
      const { readPptx } = await import('./office/readPptx.ts')
      yield* readPptx(bytes, limits)
      return
    }
    case 'eml': {
      const { readEml } = await import('./mail/readEml.ts')
      yield* readEml(bytes, limits.withLook)
      return
    }
    case 'msg': {
      const { readMsg } = await import('./mail/readMsg.ts')
      yield* readMsg(bytes, limits.withLook)
      return
    }
    case 'html': {
      const { readHtml } = await import('./markup/readHtml.ts')
      yield* readHtml(bytes, limits.withLook)
      return
    }
    case 'rtf': {
      const { readRtf } = await import('./markup/readRtf.ts')
      yield* readRtf(bytes)
      return
    }
    case 'txt': {
      const { readTxt } = await import('./markup/readTxt.ts')
      yield* readTxt(bytes)
      return
    }
    default:
      yield { piece: 'failed', reason: 'type', pageCount: null }
  }
}

import type { DigitalSignatureFacts, FactFlag, PageFacts } from '../../facts/documentFacts.ts'
import type { ReadReason } from '../../facts/factWords.ts'
import { digitalSignatures } from './digitalSignatures.ts'
import { fieldFlags, fileFlag, hiddenTextFlags } from './factFlags.ts'
import { pageSpace } from './pageSpace.ts'
import { loadPdfjs, openPdf, type PDFDocumentProxy, type PdfjsModule } from './pdfjs.ts'
import { readPage, type ReadPage } from './readPage.ts'

/** Pieces of a document in the order in which they are known, so that what was read survives a kill. */
export type PdfPiece =
  | { readonly piece: 'opened'; readonly pageCount: number }
  | { readonly piece: 'page'; readonly read: ReadPage; readonly flags: readonly FactFlag[] }
  | { readonly piece: 'failed'; readonly reason: ReadReason; readonly pageCount: number | null }
  | {
      readonly piece: 'end'
      readonly signatures: readonly DigitalSignatureFacts[]
      readonly flags: readonly FactFlag[]
      /** Null when every page was read. */
      readonly reason: ReadReason | null
    }

export interface PdfLimits {
  readonly pages: number
}

export async function* readPdf(
  bytes: Uint8Array,
  pdfjsDir: string,
  limits: PdfLimits,
): AsyncGenerator<PdfPiece> {
  const pdfjs = await loadPdfjs(pdfjsDir)
  const opened = await open(pdfjs, pdfjsDir, bytes)
  if (typeof opened === 'string') {
    yield { piece: 'failed', reason: opened, pageCount: null }
    return
  }
  if (opened.numPages < 1) {
    yield { piece: 'failed', reason: 'blank', pageCount: 0 }
    return
  }
  yield { piece: 'opened', pageCount: opened.numPages }
  yield* readPages(pdfjs, opened, limits)
  yield await closing(opened, bytes, limits)
}

async function open(
  pdfjs: PdfjsModule,
  pdfjsDir: string,
  bytes: Uint8Array,
): Promise<PDFDocumentProxy | ReadReason> {
  try {
    // A copy: pdf.js takes the bytes away from the caller and the signatures need them later; it also refuses a Buffer.
    return await openPdf(pdfjs, pdfjsDir, new Uint8Array(bytes)).promise
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'corrupt'
  }
}

async function* readPages(
  pdfjs: PdfjsModule,
  document: PDFDocumentProxy,
  limits: PdfLimits,
): AsyncGenerator<PdfPiece> {
  const layers = await document.getOptionalContentConfig({ intent: 'display' }).catch(() => null)
  const view = { isVisible: (properties: unknown) => layers?.isVisible(properties) !== false }
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number += 1) {
    yield await pagePiece(pdfjs, document, number, view)
  }
}

async function pagePiece(
  pdfjs: PdfjsModule,
  document: PDFDocumentProxy,
  number: number,
  view: { isVisible(properties: unknown): boolean },
): Promise<PdfPiece> {
  try {
    const page = await document.getPage(number)
    const read = await readPage(pdfjs, page, view)
    return { piece: 'page', read, flags: [...hiddenTextFlags(read.page), ...fieldFlags(read.fields)] }
  } catch {
    // One broken page leaves the others readable; it stays in the list, as unread.
    return { piece: 'page', read: { page: unreadPage(number), fields: [], annotations: [] }, flags: [] }
  }
}

function unreadPage(number: number): PageFacts {
  const { width, height, rotation } = pageSpace([0, 0, 595, 842], 0, 1)
  return {
    number,
    width,
    height,
    rotation,
    textClass: 'unread',
    words: [],
    lines: [],
    blocks: [],
    hiddenWords: [],
    rules: [],
    tickBoxes: [],
    strokes: [],
    images: [],
  }
}

async function closing(document: PDFDocumentProxy, bytes: Uint8Array, limits: PdfLimits): Promise<PdfPiece> {
  const flags: FactFlag[] = []
  const info = await document.getMetadata().then(
    (metadata) => metadata.info,
    () => null,
  )
  if (info !== null && Reflect.get(info, 'IsXFAPresent') === true) flags.push(fileFlag('xfa_form', 'high'))
  // Not `hasJSActions`: it also says yes to every signature field.
  if (await document.getJSActions().catch(() => null)) flags.push(fileFlag('active_content', 'high'))
  const attachments = await document.getAttachments().catch(() => null)
  if (attachments) flags.push(fileFlag('embedded_files', 'medium'))
  const signed = await digitalSignatures(document, bytes)
  return {
    piece: 'end',
    signatures: signed.signatures,
    flags: [...flags, ...signed.flags],
    reason: document.numPages > limits.pages ? 'too_many_pages' : null,
  }
}

import type { FactFlag, PageFacts } from '../../facts/documentFacts.ts'
import { emptyPage } from '../../facts/emptyPage.ts'
import type { ReadReason } from '../../facts/factWords.ts'
import { digitalSignatures } from './digitalSignatures.ts'
import { documentFlags } from './forgery/documentFlags.ts'
import type { HiddenOnPage } from './forgery/shadowContent.ts'
import { fileFlags } from './forgery/fileFlags.ts'
import { hasXfa, type ShownOnPage, shownOn, xfaFlags } from './forgery/xfaForm.ts'
import { fieldFlags, fileFlag, hiddenTextFlags } from './factFlags.ts'
import { fileMetadata } from './fileMetadata.ts'
import { FileState } from './objects/fileState.ts'
import { type RawFile, readRawFile } from './objects/rawFile.ts'
import { revisionEnds } from './objects/revisions.ts'
import { pageSpace } from './pageSpace.ts'
import { loadPdfjs, openPdf, type PDFDocumentProxy, type PdfjsModule } from './pdfjs.ts'
import { NOTHING_MORE, type ReaderPiece, type ReadLimits } from '../pieces.ts'
import { readPage } from './readPage.ts'

export async function* readPdf(
  bytes: Uint8Array,
  pdfjsDir: string,
  limits: ReadLimits,
): AsyncGenerator<ReaderPiece> {
  const walked = walk(bytes)
  // First of all, so that it is known also of a file that no parser survives.
  if (walked) yield { piece: 'flags', flags: fileFlags(walked.file, walked.now) }
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
  // Only what is looked at again: the words of a long document, kept, are what its reading waits for (garbage collection).
  const pages: HiddenOnPage[] = []
  const shown: ShownOnPage[] = []
  const isForm = walked !== null && hasXfa(walked.now)
  for await (const piece of readPages(pdfjs, opened, walked?.now ?? null, limits)) {
    if (piece.piece === 'page') pages.push(hiddenOn(piece.read.page))
    if (piece.piece === 'page' && isForm) shown.push(shownOn(piece.read.page, piece.read.fields))
    yield piece
  }
  yield await closing(opened, walked, { pages, shown }, limits)
}

const hiddenOn = ({ number, hiddenWords }: PageFacts): HiddenOnPage => ({ number, hiddenWords })

interface Walked {
  readonly file: RawFile
  readonly now: FileState
}

/** The file's own objects beside pdf.js's reading. Null when it is too large, or so broken that the walk failed. */
function walk(bytes: Uint8Array): Walked | null {
  try {
    const file = readRawFile(bytes)
    return file && { file, now: new FileState(file, bytes.length) }
  } catch {
    return null
  }
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
  now: FileState | null,
  limits: ReadLimits,
): AsyncGenerator<ReaderPiece> {
  const layers = await document.getOptionalContentConfig({ intent: 'display' }).catch(() => null)
  const view = { isVisible: (properties: unknown) => layers?.isVisible(properties) !== false }
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number += 1) {
    yield await pagePiece(pdfjs, document, now, number, view)
  }
}

async function pagePiece(
  pdfjs: PdfjsModule,
  document: PDFDocumentProxy,
  now: FileState | null,
  number: number,
  view: { isVisible(properties: unknown): boolean },
): Promise<ReaderPiece> {
  try {
    const page = await document.getPage(number)
    const { flags, ...read } = await readPage(pdfjs, page, view, now)
    return {
      piece: 'page',
      read,
      flags: [...hiddenTextFlags(read.page), ...fieldFlags(read.fields), ...flags],
    }
  } catch {
    // One broken page leaves the others readable; it stays in the list, as unread.
    return { piece: 'page', read: { page: unreadPage(number), fields: [], annotations: [] }, flags: [] }
  }
}

function unreadPage(number: number): PageFacts {
  const { width, height, rotation } = pageSpace([0, 0, 595, 842], 0, 1)
  return emptyPage({ number, width, height, rotation, textClass: 'unread' })
}

async function closing(
  document: PDFDocumentProxy,
  walked: Walked | null,
  { pages, shown }: { readonly pages: readonly HiddenOnPage[]; readonly shown: readonly ShownOnPage[] },
  limits: ReadLimits,
): Promise<ReaderPiece> {
  const flags: FactFlag[] = []
  const info: unknown = await document.getMetadata().then(
    (metadata) => metadata.info,
    () => null,
  )
  const isForm = walked !== null && hasXfa(walked.now)
  if (isForm || Reflect.get(Object(info), 'IsXFAPresent') === true)
    flags.push(...xfaFlags(walked?.now ?? null, shown))
  // Not `hasJSActions`: it also says yes to every signature field.
  if (await document.getJSActions().catch(() => null)) flags.push(fileFlag('active_content', 'high'))
  const attachments = await document.getAttachments().catch(() => null)
  if (attachments) flags.push(fileFlag('embedded_files', 'medium'))
  const signed = await digitalSignatures(document, walked?.file ?? null, walked?.now ?? null)
  const more = walked ? documentFlags(walked.file, walked.now, signed.readings, pages) : []
  return {
    ...NOTHING_MORE,
    signatures: signed.signatures,
    metadata: fileMetadata(info, walked?.now ?? null),
    revisions: walked ? revisionEnds(walked.file) : [],
    flags: [...flags, ...signed.flags, ...more],
    reason: document.numPages > limits.pages ? 'too_many_pages' : null,
  }
}

import type { FailureReason } from './messages.ts'
import {
  getDocument,
  GlobalWorkerOptions,
  PasswordException,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from './pdfjs.ts'

/** What is not open by then counts as a document that does not open. */
const OPEN_WITHIN_MS = 20_000
/** A 602 KB picture has been seen to decode to 800 MB. */
const LARGEST_IMAGE_PIXELS = 50_000_000
const BYTES_PER_PIXEL = 4

const asset = (path: string): string => new URL(`pdfjs/${path}`, document.baseURI).href

export interface PdfSource {
  /** Never rejects. The first page is there: a document without one cannot be shown, whatever its catalogue says. */
  readonly opened: Promise<{ readonly document: PDFDocumentProxy } | { readonly reason: FailureReason }>
  /** Ends the worker at once, also one that is caught in a bad file. */
  end(): void
}

/**
 * Opens a PDF in a worker of its own. No forms, no XFA, no scripts, no system fonts; the worker itself asks
 * nobody for anything (`useWorkerFetch`), all its tables come through this page from this origin.
 */
export function startPdf(bytes: ArrayBuffer): PdfSource {
  GlobalWorkerOptions.workerSrc = asset('pdf.worker.min.mjs')
  const worker = new PDFWorker({ verbosity: VerbosityLevel.ERRORS })
  const task = getDocument({
    data: new Uint8Array(bytes),
    worker,
    cMapUrl: asset('cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts/'),
    wasmUrl: asset('wasm/'),
    iccUrl: asset('iccs/'),
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE_PIXELS,
    canvasMaxAreaInBytes: LARGEST_IMAGE_PIXELS * BYTES_PER_PIXEL,
    verbosity: VerbosityLevel.ERRORS,
  })
  const withFirstPage = async (): Promise<{ readonly document: PDFDocumentProxy }> => {
    const document = await task.promise
    await document.getPage(1)
    return { document }
  }
  return {
    opened: Promise.race([
      withFirstPage().catch((error: unknown) => ({ reason: reasonOf(error) })),
      patience(),
    ]),
    end() {
      // Waits for a farewell of the worker that may never come; there is nothing to do about either outcome.
      task.destroy().catch(() => undefined)
      worker.destroy()
    },
  }
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof PasswordException) return 'encrypted'
  // A worker that could not be started says so in a plain Error; a bad file is named by the parser's own kinds.
  return error instanceof Error && error.message.includes('worker') ? 'internal' : 'corrupt'
}

function patience(): Promise<{ readonly reason: FailureReason }> {
  return new Promise((resolve) => setTimeout(() => resolve({ reason: 'time' }), OPEN_WITHIN_MS))
}

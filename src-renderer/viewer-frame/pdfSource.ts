import type { FailureReason } from './messages.ts'
import { pdfOptions } from './pdfOptions.ts'
import { getDocument, PasswordException, type PDFDocumentProxy } from './pdfjs.ts'
import { takeWorker } from './spareWorker.ts'

/** What is not open by then counts as a document that does not open. */
const OPEN_WITHIN_MS = 20_000

export interface PdfSource {
  /** Never rejects. The first page is there: a document without one cannot be shown, whatever its catalogue says. */
  readonly opened: Promise<{ readonly document: PDFDocumentProxy } | { readonly reason: FailureReason }>
  /** Ends the worker at once, also one that is caught in a bad file. */
  end(): void
}

/** Opens a PDF in a worker of its own. */
export function startPdf(bytes: ArrayBuffer): PdfSource {
  const worker = takeWorker()
  const task = getDocument({ data: new Uint8Array(bytes), worker, ...pdfOptions() })
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

import { pdfOptions, startWorker } from './pdfOptions.ts'
import { getDocument, type PDFWorker } from './pdfjs.ts'

const PAPER_URL = new URL('./warmUpPaper.pdf', import.meta.url)

/** A paper of our own for the spare worker to read: its code is then loaded and compiled when a partner's paper comes. */
let paper: Promise<ArrayBuffer> | null = null
let spare: PDFWorker | null = null

/** A worker that has seen no document but ours. Each serves one document of a partner and is ended with it. */
export function takeWorker(): PDFWorker {
  const worker = spare ?? startWorker()
  spare = null
  return worker
}

/** Gets the next worker ready when the page has nothing else to do; does nothing while one waits already. */
export function prepareWorker(): void {
  requestIdleCallback(() => {
    if (spare !== null) return
    const worker = startWorker()
    spare = worker
    // What goes wrong here goes wrong again, and is told, when a document is opened.
    warmUp(worker).then(
      () => performance.mark('worker warm'),
      () => undefined,
    )
  })
}

async function warmUp(worker: PDFWorker): Promise<void> {
  paper ??= fetch(PAPER_URL).then((response) => response.arrayBuffer())
  const data = new Uint8Array((await paper).slice(0))
  const task = getDocument({ data, worker, ...pdfOptions() })
  const page = await (await task.promise).getPage(1)
  await page.getOperatorList()
  await page.getTextContent()
  await task.destroy()
}

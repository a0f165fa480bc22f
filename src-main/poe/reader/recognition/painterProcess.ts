/**
 * Entry of the throw-away painter: takes one document, answers with pages as pixels. Bound as the parser is, but for the
 * add-ons which draw and decode: they are loaded from the packages named by `--modules=DIR` and from nowhere else.
 */
import { DOCUMENT_TYPES } from '../../facts/factWords.ts'
import type { PaintedPage } from './recognitionMessages.ts'
import { field, modulesDir, serve } from './servedProcess.ts'

/** A document that is open for painting. */
export interface Paintable {
  readonly pages: number
  paint(page: number): Promise<PaintedPage>
}

let open: Paintable | undefined

serve(async (order) => {
  if (field(order, 'kind') === 'open') {
    open = await openDocument(field(order, 'bytes'), field(order, 'type'))
    return { kind: 'opened', pages: open.pages }
  }
  if (!open) throw new Error('Nothing is open')
  return { kind: 'painted', page: await open.paint(Number(field(order, 'page'))) }
})

async function openDocument(bytes: unknown, type: unknown): Promise<Paintable> {
  const known = DOCUMENT_TYPES.find((one) => one === type)
  if (!(bytes instanceof Uint8Array) || known === undefined) throw new Error('Not an order')
  if (known === 'pdf') return (await import('./paintPdf.ts')).openForPainting(bytes, modulesDir)
  return (await import('./paintPicture.ts')).openPicture(bytes, known, modulesDir)
}

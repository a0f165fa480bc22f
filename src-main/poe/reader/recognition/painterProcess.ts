/**
 * Entry of the throw-away painter: takes one document, answers with pages as pixels. Bound as the parser is, but for the
 * add-ons which draw and decode: they are loaded from the packages named by `--modules=DIR` and from nowhere else. With
 * `--rehearse` it paints sheets of our own while it waits.
 */
import type { FactFlag } from '../../facts/documentFacts.ts'
import { DOCUMENT_TYPES } from '../../facts/factWords.ts'
import { cutOut, type PaintedRaster, type PlaceToCut } from './cutOut.ts'
import type { PaintedPage, ScannedPage } from './recognitionMessages.ts'
import { PictureTooLarge } from './pictureTooLarge.ts'
import { rgbOf } from './rgbOf.ts'
import { field, modulesDir, serve } from './servedProcess.ts'
import { tonesOf } from './tones.ts'

/** A document that is open for painting. */
export interface Paintable {
  readonly pages: number
  /** `most`: pixels of the longer side of a picture file, which is not enlarged then; null = as it is read best. */
  paint(page: number, most?: number | null): Promise<PaintedRaster>
  /** What a picture file tells beside what it shows; papers of other types are looked at where they are parsed. */
  examine?(): Promise<readonly FactFlag[]>
}

/** A picture of one white pixel, as PNG. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='

let open: Paintable | null = null
let isAsked = false

serve(async (order) => {
  isAsked = true
  // One after the other: which decoders are let in is a matter of the whole process.
  await rehearsed
  if (field(order, 'kind') === 'open') {
    open = await openDocument(field(order, 'bytes'), field(order, 'type')).catch(nullIfTooLarge)
    return open ? { kind: 'opened', pages: open.pages } : { kind: 'too_large' }
  }
  if (!open) throw new Error('Nothing is open')
  if (field(order, 'kind') === 'examine') return { kind: 'examined', flags: (await open.examine?.()) ?? [] }
  const page = Number(field(order, 'page'))
  if (field(order, 'kind') === 'cut')
    return { kind: 'cut', page: cutOut(await held(open, page), placeOf(order)) }
  const { raster, ...view } = await open.paint(page, mostOf(order))
  if (field(order, 'kind') === 'scan')
    return { kind: 'scanned', page: { ...view, tones: tonesOf(raster) } satisfies ScannedPage }
  const { width, height } = raster
  return { kind: 'painted', page: { ...view, width, height, rgb: rgbOf(raster) } satisfies PaintedPage }
})

const rehearsed = process.argv.includes('--rehearse') ? rehearse().catch(() => undefined) : null

/** What decodes and what draws is loaded, and has run once. */
async function rehearse(): Promise<void> {
  const { rehearsalSheet } = await import('../rehearsalSheet.ts')
  const sheets = [
    [Buffer.from(DOT, 'base64'), 'png'],
    [rehearsalSheet(), 'pdf'],
  ] as const
  for (const [bytes, type] of sheets) {
    if (!isAsked) tonesOf((await (await openDocument(bytes, type)).paint(1)).raster)
  }
}

/** Of the page that was cut last: most places of a paper stand on few pages. */
let last: { readonly of: Paintable; readonly page: number; readonly painted: PaintedRaster } | undefined

async function held(of: Paintable, page: number): Promise<PaintedRaster> {
  if (last?.of !== of || last.page !== page) last = { of, page, painted: await of.paint(page) }
  return last.painted
}

function mostOf(order: unknown): number | null {
  const most = Number(field(order, 'most'))
  return most > 0 ? most : null
}

function placeOf(order: unknown): PlaceToCut {
  const quads = field(order, 'quads')
  if (!Array.isArray(quads)) throw new Error('Not an order')
  return {
    quads: quads.map((quad) => (Array.isArray(quad) ? quad.map(Number) : [])),
    most: Number(field(order, 'most')),
  }
}

function nullIfTooLarge(error: unknown): null {
  if (error instanceof PictureTooLarge) return null
  throw error
}

async function openDocument(bytes: unknown, type: unknown): Promise<Paintable> {
  const known = DOCUMENT_TYPES.find((one) => one === type)
  if (!(bytes instanceof Uint8Array) || known === undefined) throw new Error('Not an order')
  if (known === 'pdf') return (await import('./paintPdf.ts')).openForPainting(bytes, modulesDir)
  return (await import('./paintPicture.ts')).openPicture(bytes, known, modulesDir)
}

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { loadPdfjs, openPdf, type PDFPageProxy, type PdfjsModule } from '../pdf/pdfjs.ts'
import type { Paintable } from './painterProcess.ts'

/** Enough for ten-point type; more costs time and gains no words. */
const DPI = 200
/** A larger sheet is painted coarser. */
const MOST_PIXELS = 9_000_000

interface Canvas {
  getContext(kind: '2d'): CanvasRenderingContext2D
}

/** Opens a PDF as the parser does and paints its pages as the viewer shows them, annotations with them. */
export async function openForPainting(bytes: Uint8Array, modules: string): Promise<Paintable> {
  const load = createRequire(join(modules, 'package.json'))
  const { createCanvas }: { createCanvas(width: number, height: number): Canvas } = load('@napi-rs/canvas')
  const pdfjsDir = join(modules, 'pdfjs-dist')
  const pdfjs = await loadPdfjs(pdfjsDir)
  const document = await openPdf(pdfjs, pdfjsDir, new Uint8Array(bytes)).promise
  return {
    pages: document.numPages,
    paint: async (number) => paint(pdfjs, await document.getPage(number), createCanvas),
  }
}

async function paint(
  pdfjs: PdfjsModule,
  page: PDFPageProxy,
  createCanvas: (width: number, height: number) => Canvas,
): ReturnType<Paintable['paint']> {
  const plain = page.getViewport({ scale: 1 })
  const scale = Math.min(DPI / 72, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)))
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))]
  const context = createCanvas(width, height).getContext('2d')
  await page.render({
    canvas: null,
    canvasContext: context,
    viewport,
    background: '#ffffff',
    annotationMode: pdfjs.AnnotationMode.ENABLE,
  }).promise
  const { data } = context.getImageData(0, 0, width, height)
  page.cleanup()
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view
  return {
    // Painted on white, so nothing shows through.
    raster: { width, height, data, channels: 4 },
    view: [x0, y0, x1, y1],
    rotate: page.rotate,
    userUnit: page.userUnit,
  }
}

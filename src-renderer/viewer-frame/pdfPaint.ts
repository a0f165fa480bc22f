import { AnnotationMode, type PDFDocumentProxy } from './pdfjs.ts'

/** Draws one page into a canvas of its own, turned as the view is. Undefined when it cannot be drawn, or was closed meanwhile. */
export async function paintPdfPage(
  from: PDFDocumentProxy,
  number: number,
  turned: number,
  widthPx: number,
): Promise<HTMLCanvasElement | undefined> {
  try {
    const page = await from.getPage(number)
    const rotation = (page.rotate + turned) % 360
    const scale = widthPx / page.getViewport({ scale: 1, rotation }).width
    const viewport = page.getViewport({ scale, rotation })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(viewport.width))
    canvas.height = Math.max(1, Math.round(viewport.height))
    await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise
    return canvas
  } catch {
    // The page itself says what is wrong with it when it is shown; a small picture of it is simply not there.
    return undefined
  }
}

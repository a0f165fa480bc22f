import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
export type PdfjsModule = typeof Pdfjs

/** Pixels of the largest picture that is decoded; larger ones are dropped by the parser. */
const MAX_IMAGE_PIXELS = 40_000_000

/** Loads pdf.js from its package folder. By path, so that the reader may be bound to that folder alone. */
export async function loadPdfjs(pdfjsDir: string): Promise<PdfjsModule> {
  const build = join(pdfjsDir, 'legacy', 'build')
  const pdfjs: PdfjsModule = await import(/* @vite-ignore */ pathToFileURL(join(build, 'pdf.mjs')).href)
  pdfjs.GlobalWorkerOptions.workerSrc = pathToFileURL(join(build, 'pdf.worker.mjs')).href
  return pdfjs
}

/**
 * Opens without scripting, XFA or any fetch of its own; character maps and fonts come from the package.
 * `stopAtErrors`: a page that breaks off counts as unread, never as shorter than it is.
 */
export function openPdf(
  pdfjs: PdfjsModule,
  pdfjsDir: string,
  bytes: Uint8Array,
): ReturnType<PdfjsModule['getDocument']> {
  const folder = (name: string): string => `${join(pdfjsDir, name)}/`
  return pdfjs.getDocument({
    data: bytes,
    stopAtErrors: true,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    canvasMaxAreaInBytes: MAX_IMAGE_PIXELS * 4,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useWasm: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
}

import { GlobalWorkerOptions, PDFWorker, VerbosityLevel } from './pdfjs.ts'

/** A 602 KB picture has been seen to decode to 800 MB. */
const LARGEST_IMAGE_PIXELS = 50_000_000
const BYTES_PER_PIXEL = 4

const asset = (path: string): string => new URL(`pdfjs/${path}`, document.baseURI).href

/**
 * How every document is opened. No forms, no XFA, no scripts, no system fonts; the worker itself asks nobody for
 * anything (`useWorkerFetch`), all its tables come through this page from this origin.
 */
export function pdfOptions() {
  return {
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
  }
}

export function startWorker(): PDFWorker {
  GlobalWorkerOptions.workerSrc = asset('pdf.worker.min.mjs')
  return new PDFWorker({ verbosity: VerbosityLevel.ERRORS })
}

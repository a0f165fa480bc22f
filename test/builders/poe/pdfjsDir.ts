import { fileURLToPath } from 'node:url'

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export const PDFJS_DIR = at('node_modules/pdfjs-dist')
/** What a reader is told of this product. */
export const READER_FOLDERS = { pdfjsDir: PDFJS_DIR, ocrDir: at('resources/ocr') }

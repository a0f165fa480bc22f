import { fileURLToPath } from 'node:url'

export const PDFJS_DIR = fileURLToPath(new URL('../../../node_modules/pdfjs-dist', import.meta.url))

import type { DocumentType } from '../../facts/factWords.ts'

/** Picture files that the painter decodes; each of their frames is a page. */
export const PICTURE_TYPES: ReadonlySet<DocumentType> = new Set(['png', 'jpeg', 'webp', 'tiff', 'gif'])

/** Sizes are looked at before a pixel is decoded. */
export const PICTURE_MAX_PIXELS = 50_000_000

import type { PdfPiece } from './pdf/readPdf.ts'

/** Parent → reader: one document, then the process ends. */
export interface ReadOrder {
  readonly kind: 'read'
  readonly bytes: Uint8Array
  readonly pageLimit: number
}

/** Reader → parent. `piece` is JSON text; the parent believes nothing of it before its schema did. */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'piece'; readonly json: string }
  | { readonly kind: 'done' }

export type { PdfPiece }

import type { DocumentType } from '../facts/factWords.ts'

/** Parent → reader: one document, then the process ends. */
export interface ReadOrder {
  readonly kind: 'read'
  readonly bytes: Uint8Array
  /** By content; the parent looked. */
  readonly type: DocumentType
  readonly pageLimit: number
  /** The first page to read; later than 1 when another process reads the document. */
  readonly from: number
}

/** Parent → reader of a long document: the pages after this one are read by another process. */
export interface ShareOrder {
  readonly kind: 'share'
  readonly lastPage: number
}

/** Reader → parent. `piece` is JSON text; the parent believes nothing of it before its schema did. */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'piece'; readonly json: string }
  | { readonly kind: 'done' }

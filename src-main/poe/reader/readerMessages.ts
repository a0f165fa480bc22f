import type { DocumentType } from '../facts/factWords.ts'

/** Parent → reader: one document, then the process ends. */
export interface ReadOrder {
  readonly kind: 'read'
  readonly bytes: Uint8Array
  /** By content; the parent looked. */
  readonly type: DocumentType
  readonly pageLimit: number
}

/** Reader → parent. `piece` is JSON text; the parent believes nothing of it before its schema did. */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'piece'; readonly json: string }
  | { readonly kind: 'done' }

import type { DocumentType } from '../facts/factWords.ts'
import type { PackedPiece } from './packWords.ts'

/** Parent → reader: one document, then the process ends. */
export interface ReadOrder {
  readonly kind: 'read'
  readonly bytes: Uint8Array
  /** By content; the parent looked. */
  readonly type: DocumentType
  readonly pageLimit: number
  /** The viewer wants to show it: see ReadLimits. */
  readonly withLook: boolean
}

/** Reader → parent. The parent believes nothing of a piece before its schema did. */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'piece' } & PackedPiece)
  | { readonly kind: 'done' }

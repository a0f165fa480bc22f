import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** The bytes are not what their name says: the file was damaged or replaced. */
export class DocumentDamaged extends Error {
  override readonly name = 'DocumentDamaged'
}

/** Bytes of documents, each under the SHA-256 of its content. Nothing is ever changed under a name. */
export interface DocumentStore {
  /** Durable when it resolves; bytes that are there already are left alone. */
  put(bytes: Uint8Array): Promise<Sha256>
  /**
   * Undefined when there are no such bytes.
   * @throws DocumentDamaged
   */
  find(sha256: Sha256): Promise<Uint8Array<ArrayBuffer> | undefined>
}

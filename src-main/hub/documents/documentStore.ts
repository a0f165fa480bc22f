import { createHash } from 'node:crypto'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ByteRange } from './byteRange.ts'

/** The bytes are not what their name says, or fewer than they were: damaged or replaced. */
export class DocumentDamaged extends Error {
  override readonly name = 'DocumentDamaged'
}

/** Bytes of documents, each under the SHA-256 of its content. Nothing is ever changed under a name. */
export interface DocumentStore {
  /**
   * Durable when it resolves; bytes that are there already are left alone.
   * @throws DocumentDamaged when others stand under that name and cannot be mended here.
   */
  put(bytes: Uint8Array): Promise<Sha256>
  /**
   * All of them, held against their hash. Undefined when there are no such bytes.
   * @throws DocumentDamaged
   */
  find(sha256: Sha256): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Length in bytes, without reading them; undefined when there are no such bytes. */
  size(sha256: Sha256): Promise<number | undefined>
  /**
   * A stretch of them, in parts as they come; nothing is opened before the first is asked for. **Only the length is checked**: a
   * stretch has no hash, so whoever puts a whole document together checks that against its name.
   * @throws DocumentDamaged while it is read, when the bytes end before the range does or are gone.
   */
  read(sha256: Sha256, range: ByteRange): AsyncIterable<Uint8Array>
}

export const sha256Of = (bytes: Uint8Array): Sha256 =>
  Sha256.parse(createHash('sha256').update(bytes).digest('hex'))

/** @throws DocumentDamaged */
export function assertNamed(bytes: Uint8Array, sha256: Sha256): void {
  if (sha256Of(bytes) !== sha256)
    throw new DocumentDamaged('The stored bytes do not have the hash that they are named by')
}

/** Passes the parts on and sees that they come to the length of the range. @throws DocumentDamaged */
export async function* exactly(
  parts: AsyncIterable<Uint8Array>,
  { first, last }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let passed = 0
  for await (const part of parts) {
    passed += part.length
    yield part
  }
  if (passed !== last - first + 1) throw new DocumentDamaged('The stored bytes end before the range does')
}

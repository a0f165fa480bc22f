import { createHash } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { syncFolder } from '../../store/durableFile.ts'
import { hasHeader } from './sealedBytes.ts'
import { bytesOfFile, bytesWritten, isWhole, openSealed, type SealedFile, writeSealed } from './sealedFile.ts'

/** Documents of this profile as files named by their hash, each sealed under a key of its own (`sealedBytes.ts` has the format). */
export interface DocumentFiles {
  /** How many bytes of a document are here from a fetch that was cut off; 0 = none. */
  partOf(sha256: Sha256): number
  /**
   * Seals bytes behind the first `from` ones, which are all of `partOf` or none, and makes the document of them when they are whole. A
   * fetch that breaks leaves what came, to be gone on with. `damaged`: the bytes have another hash, or are more than `sizeBytes`;
   * nothing of them is kept.
   */
  keep(
    sha256: Sha256,
    sizeBytes: number,
    from: number,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<'kept' | 'damaged'>
  /** Null when the file or its key is gone, or its bytes no longer open or no longer have their hash. */
  read(sha256: Sha256): Promise<Uint8Array | null>
  /** Whether `read` would give it. Reads piece by piece, whatever its size. */
  has(sha256: Sha256): Promise<boolean>
  /** Lets a document go, its key first: from then on nobody can read what may be left of the file. Nothing happens when it is not here. */
  remove(sha256: Sha256): void
}

/** Where the keys of documents lie. */
export interface DocumentKeys {
  /** Null = there is none. */
  find(sha256: Sha256): Buffer | null
  /** A new random one, durable when this returns. */
  make(sha256: Sha256): Buffer
  remove(sha256: Sha256): void
}

/** What writing a document comes past, one after the other; a test ends the process there. */
export type KeepingStep = 'key made' | 'written aside' | 'verified' | 'renamed'

export function hashOf(bytes: Uint8Array): Sha256 {
  return Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
}

export function createDocumentFiles(
  folder: string,
  keys: DocumentKeys,
  onStep: (step: KeepingStep) => void = () => undefined,
): DocumentFiles {
  const pathOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256)
  const asideOf = (sha256: Sha256) => `${pathOf(sha256)}.part`
  return {
    partOf(sha256) {
      const key = keys.find(sha256)
      return key === null ? 0 : bytesWritten({ path: asideOf(sha256), sha256, key })
    },
    async keep(sha256, sizeBytes, from, bytes) {
      const key = keys.find(sha256) ?? keys.make(sha256)
      onStep('key made')
      const aside = { path: asideOf(sha256), sha256, key }
      const isAllThere = await writeSealed(aside, sizeBytes, from, bytes)
      onStep('written aside')
      if (!isAllThere || !(await isWhole(aside))) {
        rmSync(aside.path, { force: true })
        return 'damaged'
      }
      onStep('verified')
      putInPlace(aside, pathOf(sha256))
      onStep('renamed')
      return 'kept'
    },
    async read(sha256) {
      const lying = await bytesOfFile(pathOf(sha256))
      if (lying === null) return null
      const bytes = openFound(lying, sha256, keys)
      return bytes !== null && hashOf(bytes) === sha256 ? bytes : null
    },
    async has(sha256) {
      const key = keys.find(sha256)
      return key !== null && (await isWhole({ path: pathOf(sha256), sha256, key }).catch(() => false))
    },
    remove(sha256) {
      keys.remove(sha256)
      rmSync(pathOf(sha256), { force: true })
      rmSync(asideOf(sha256), { force: true })
    },
  }
}

/** A file under its final name is always complete: written aside, synced, verified, renamed, and the new name synced as well. */
function putInPlace({ path }: SealedFile, place: string): void {
  renameSync(path, place)
  syncFolder(dirname(place))
}

/** One that an older version left is plain until its turn to be sealed comes; its hash says whether it is the document. */
function openFound(lying: Buffer, sha256: Sha256, keys: DocumentKeys): Buffer | null {
  if (!hasHeader(lying)) return lying
  const key = keys.find(sha256)
  return key === null ? null : openSealed(lying, sha256, key)
}

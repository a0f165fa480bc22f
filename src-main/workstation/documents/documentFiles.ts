import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** Documents of this profile as files named by their hash. */
export interface DocumentFiles {
  /** How many bytes of a document are here from a fetch that was cut off; 0 = none. */
  partOf(sha256: Sha256): number
  /**
   * Writes bytes behind the first `from` ones, and makes the document of them when they are whole. A fetch that breaks leaves what
   * came, to be gone on with. `damaged`: the bytes have another hash, or are more than `sizeBytes`; nothing of them is kept.
   */
  keep(
    sha256: Sha256,
    sizeBytes: number,
    from: number,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<'kept' | 'damaged'>
  /** Null when the file is gone or its bytes no longer have their hash. */
  read(sha256: Sha256): Promise<Uint8Array | null>
  /** Lets a document go; nothing happens when it is not here. */
  remove(sha256: Sha256): void
}

export function hashOf(bytes: Uint8Array): Sha256 {
  return Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
}

export function createDocumentFiles(folder: string): DocumentFiles {
  const pathOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256)
  const asideOf = (sha256: Sha256) => `${pathOf(sha256)}.part`
  return {
    partOf: (sha256) => statSync(asideOf(sha256), { throwIfNoEntry: false })?.size ?? 0,
    async keep(sha256, sizeBytes, from, bytes) {
      const aside = asideOf(sha256)
      const isWhole =
        (await writeAside(aside, sizeBytes, from, bytes)) && (await hashOfFile(aside)) === sha256
      // A file under its final name is always complete: written aside, synced, renamed.
      if (isWhole) renameSync(aside, pathOf(sha256))
      else rmSync(aside, { force: true })
      return isWhole ? 'kept' : 'damaged'
    },
    async read(sha256) {
      const bytes = await readFile(pathOf(sha256)).catch(() => null)
      return bytes !== null && hashOf(bytes) === sha256 ? bytes : null
    },
    remove(sha256) {
      rmSync(pathOf(sha256), { force: true })
      rmSync(asideOf(sha256), { force: true })
    },
  }
}

/** False when there were more bytes than there may be. Rejects as `bytes` does; what came until then is on the disk. */
async function writeAside(
  path: string,
  sizeBytes: number,
  from: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, from === 0 ? 'w' : 'a', 0o600)
  try {
    if (from > 0) ftruncateSync(file, from)
    let size = from
    for await (const chunk of bytes) {
      size += chunk.byteLength
      if (size > sizeBytes) return false
      for (let at = 0; at < chunk.byteLength; ) at += writeSync(file, chunk, at)
    }
    fsyncSync(file)
    return true
  } finally {
    closeSync(file)
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

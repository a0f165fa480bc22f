import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { ifThere, syncFolder } from '../folderFiles.ts'
import type { ByteRange } from './byteRange.ts'
import { assertNamed, DocumentDamaged, type DocumentStore, exactly, sha256Of } from './documentStore.ts'

/** Documents as files of a folder, in 256 parts by the first two digits of their hash. */
export function folderDocuments(folder: string): DocumentStore {
  const partOf = (sha256: Sha256): string => join(folder, sha256.slice(0, 2))
  const pathOf = (sha256: Sha256): string => join(partOf(sha256), sha256)
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      const part = partOf(sha256)
      const path = join(part, sha256)
      if ((await sizeOf(path)) === bytes.length) return sha256
      await mkdir(part, { recursive: true })
      await writeWhole(part, path, bytes)
      return sha256
    },
    async find(sha256) {
      const bytes = await readIfThere(pathOf(sha256))
      if (bytes !== undefined) assertNamed(bytes, sha256)
      return bytes
    },
    size: (sha256) => sizeOf(pathOf(sha256)),
    read: (sha256, range) => exactly(readStretch(pathOf(sha256), range), range),
  }
}

async function* readStretch(path: string, { first, last }: ByteRange): AsyncGenerator<Uint8Array> {
  const file = await openIfThere(path)
  if (file === undefined) throw new DocumentDamaged('The stored bytes are gone')
  try {
    // `end` counts, as in the range.
    yield* file.createReadStream({ start: first, end: last, autoClose: false })
  } finally {
    await file.close()
  }
}

/** A reader sees the whole file or none: it gets its name after its bytes are on the disk, and the folder after that. */
async function writeWhole(part: string, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(part, `.${randomUUID()}`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(part)
}

const sizeOf = (path: string) => ifThere(stat(path).then(({ size }) => size))
const readIfThere = (path: string) => ifThere(readFile(path))
const openIfThere = (path: string) => ifThere(open(path, 'r'))

import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DocumentDamaged, type DocumentStore } from './documentStore.ts'

/** Documents as files of a folder, in 256 parts by the first two digits of their hash. */
export function folderDocuments(folder: string): DocumentStore {
  const partOf = (sha256: Sha256): string => join(folder, sha256.slice(0, 2))
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
      const bytes = await readIfThere(join(partOf(sha256), sha256))
      if (bytes !== undefined && sha256Of(bytes) !== sha256) {
        throw new DocumentDamaged('The stored bytes do not have the hash that they are named by')
      }
      return bytes
    },
  }
}

const sha256Of = (bytes: Uint8Array): Sha256 => Sha256.parse(createHash('sha256').update(bytes).digest('hex'))

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

/** Makes a rename durable. Windows opens no folders and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function readIfThere(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** Documents of this profile as files named by their hash. */
export interface DocumentFiles {
  /** Writes whole or not at all. Returns false, and writes nothing, when the bytes have another hash. */
  keep(sha256: Sha256, bytes: Uint8Array): boolean
  /** Null when the file is gone or its bytes no longer have their hash. */
  read(sha256: Sha256): Promise<Uint8Array | null>
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function createDocumentFiles(folder: string): DocumentFiles {
  const pathOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256)
  return {
    keep(sha256, bytes) {
      if (hashOf(bytes) !== sha256) return false
      writeWhole(pathOf(sha256), bytes)
      return true
    },
    async read(sha256) {
      const bytes = await readFile(pathOf(sha256)).catch(() => null)
      return bytes !== null && hashOf(bytes) === sha256 ? bytes : null
    },
  }
}

/** A file under its final name is always complete: written aside, synced, renamed. */
function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const aside = `${path}.part`
  const file = openSync(aside, 'w', 0o600)
  try {
    writeSync(file, bytes)
    fsyncSync(file)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
}

import { createReadStream, rmSync, statSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { listDocumentKeys } from '../../store/documentKeysRepo.ts'
import type { Core } from '../core.ts'
import { PLACES } from '../recovery/profileParts.ts'
import { noteMissing } from './noteMissing.ts'
import { HEADER, hasHeader } from './sealedBytes.ts'

/** What of the core the folder is put in order with. */
type Folder = Pick<Core, 'store' | 'files' | 'emit'> & {
  readonly ports: Pick<Core['ports'], 'log'> & { readonly paths: Pick<Core['ports']['paths'], 'profile'> }
}

/**
 * Brings the folder of documents in order after a start, file by file: what an older version left plain is sealed in its place; parts
 * of fetches without a key, sealed files whose key is gone, and plain files that are not what their name says go, to be fetched anew.
 * Wherever it is cut off, each document can be read, and the next start goes on.
 */
export async function sealPlainFiles(core: Folder, shouldStop: () => boolean): Promise<void> {
  const folder = join(core.ports.paths.profile, PLACES.documents)
  const keyed = new Set(core.store.read(listDocumentKeys))
  const found = await listFiles(folder)
  const counted = { sealed: 0, removed: 0 }
  for (const { path, sha256, isPart } of found) {
    if (shouldStop()) return
    if (await isSealed(path)) {
      if (keyed.has(sha256)) continue
      rmSync(path, { force: true })
      if (!isPart) noteMissing(core, [sha256])
      counted.removed += 1
    } else if (isPart) {
      rmSync(path, { force: true })
      counted.removed += 1
    } else if (await seal(core, path, sha256)) counted.sealed += 1
    else counted.removed += 1
  }
  removeIdleKeys(core, new Set(found.map(({ sha256 }) => sha256)), keyed)
  if (counted.sealed + counted.removed > 0)
    core.ports.log({ level: 'info', event: 'the folder of documents was put in order', facts: counted })
}

interface FoundFile {
  readonly path: string
  readonly sha256: Sha256
  /** Of a fetch, or of a sealing, that was cut off. */
  readonly isPart: boolean
}

async function listFiles(folder: string): Promise<FoundFile[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return names.flatMap((entry) => {
    const sha256 = Sha256.safeParse(entry.name.replace(/\.part$/u, ''))
    if (!entry.isFile() || !sha256.success) return []
    return [
      { path: join(entry.parentPath, entry.name), sha256: sha256.data, isPart: entry.name.endsWith('.part') },
    ]
  })
}

async function isSealed(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0)
    return hasHeader(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** The sealed file takes the place of the plain one by its name, in one step. False: the plain bytes were not the document; they are gone. */
async function seal(core: Folder, path: string, sha256: Sha256): Promise<boolean> {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) return false
  if ((await core.files.keep(sha256, size, 0, createReadStream(path))) === 'kept') return true
  core.files.remove(sha256)
  noteMissing(core, [sha256])
  return false
}

/** Of a fetch that ended before its first segment, or of a file that is gone. */
function removeIdleKeys(core: Folder, found: ReadonlySet<Sha256>, keyed: ReadonlySet<Sha256>): void {
  const idle = [...keyed].filter((sha256) => !found.has(sha256))
  noteMissing(core, idle, { withKeys: true })
}

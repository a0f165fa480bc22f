import { createHash } from 'node:crypto'
import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import { z } from 'zod'

const Integrity = z.object({
  algorithm: z.literal('SHA256'),
  hash: z.string(),
  blockSize: z.int().min(1),
  blocks: z.array(z.string()),
})
const FileEntry = z.object({ unpacked: z.boolean().optional(), integrity: Integrity })
type Entry = { readonly files?: Readonly<Record<string, Entry>> }

/** Files of the archive by path, without a slash before it and without folders. */
export function filesOf(archive: string): string[] {
  const header = getRawHeader(archive).header as Entry // the package types its folders and files as one
  return listPackage(archive, { isPack: false })
    .map((path) => path.slice(1))
    .filter((path) => entryAt(header, path).files === undefined)
}

/** Files whose content is not what the archive's head says of them: what Electron looks at whenever it reads one. */
export function brokenSeals(archive: string): string[] {
  const header = getRawHeader(archive).header as Entry
  return filesOf(archive).filter((path) => {
    const { integrity } = FileEntry.parse(entryAt(header, path))
    const content = extractFile(archive, path)
    const blocks = Array.from(
      { length: Math.max(1, Math.ceil(content.length / integrity.blockSize)) },
      (_, at) => sha256(content.subarray(at * integrity.blockSize, (at + 1) * integrity.blockSize)),
    )
    return sha256(content) !== integrity.hash || blocks.join() !== integrity.blocks.join()
  })
}

/** Files that lie beside the archive, where no seal covers them. */
export function unsealed(archive: string): string[] {
  const header = getRawHeader(archive).header as Entry
  return filesOf(archive).filter((path) => FileEntry.parse(entryAt(header, path)).unpacked === true)
}

function entryAt(header: Entry, path: string): Entry {
  return path.split('/').reduce<Entry>((entry, name) => entry.files?.[name] ?? {}, header)
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

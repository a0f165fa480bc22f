import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
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

/** Before the files of an archive stand its head and, in eight bytes, how long that is. */
const BEFORE_HEAD = 8
const Placed = z.object({ offset: z.string(), size: z.int().min(1) })

/**
 * Changes one letter of a file in the archive, by its words, and leaves the file as long and as well-formed as it was.
 * @returns puts the letter back. @throws where the file has no such words.
 */
export function changeLetter(archive: string, path: string, words: string): () => void {
  const { header, headerSize } = getRawHeader(archive)
  const { offset, size } = Placed.parse(entryAt(header as Entry, path))
  const start = BEFORE_HEAD + headerSize + Number(offset)
  const file = openSync(archive, 'r+')
  try {
    const content = Buffer.alloc(size)
    readSync(file, content, 0, size, start)
    const at = content.indexOf(words)
    if (at === -1) throw new Error(`${path} does not say ${words}.`)
    writeSync(file, words[0] === 'X' ? 'Y' : 'X', start + at)
    return () => writeAt(archive, start + at, words.slice(0, 1))
  } finally {
    closeSync(file)
  }
}

function writeAt(path: string, position: number, letter: string): void {
  const file = openSync(path, 'r+')
  writeSync(file, letter, position)
  closeSync(file)
}

function entryAt(header: Entry, path: string): Entry {
  return path.split('/').reduce<Entry>((entry, name) => entry.files?.[name] ?? {}, header)
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

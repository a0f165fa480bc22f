import { createHash } from 'node:crypto'
import { factsOfBytes } from './pieces.ts'
import { PDFJS_DIR, READER_FOLDERS } from './pdfjsDir.ts'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import { createNodeReader, type NodeReader } from '../../../src-main/poe/reader/nodeReader.ts'
import { openPicture } from '../../../src-main/poe/reader/recognition/paintPicture.ts'
import { PICTURE_TYPES } from '../../../src-main/poe/reader/pictures/pictureTypes.ts'
import { unreadFacts } from '../../../src-main/poe/reader/gatherFacts.ts'
import { sniffType } from '../../../src-main/poe/reader/sniffType.ts'
import type { ReaderLimits } from '../../../src-main/poe/reader/readerLimits.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export { READER_FOLDERS }
export const READER_ENTRY = at('src-main/poe/reader/readerProcess.ts')

/** The real reader process, run from the source. */
export function aReader(limits: Partial<ReaderLimits> = {}, entry = READER_ENTRY): NodeReader {
  return createNodeReader({ entry, ...READER_FOLDERS, limits })
}

export function readBytes(reader: NodeReader, bytes: Uint8Array): Promise<DocumentFacts> {
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  return reader.read({ bytes, sha256, isAwaited: true })
}

/**
 * The same reading in this process: for many small papers, where the process is not what is looked at. Of pictures the file is examined and nothing
 * recognised.
 */
export async function readHere(bytes: Uint8Array): Promise<DocumentFacts> {
  const type = sniffType(bytes)
  if (!PICTURE_TYPES.has(type)) return (await factsOfBytes(bytes)).facts
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const picture = await openPicture(bytes, type, dirname(PDFJS_DIR))
  const flags = [...((await picture.examine?.()) ?? [])]
  return {
    ...unreadFacts({ sha256, sizeBytes: bytes.length, type }, 'scan'),
    pageCount: picture.pages,
    flags,
  }
}

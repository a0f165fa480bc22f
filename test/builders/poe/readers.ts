import { createHash } from 'node:crypto'
import { factsOfBytes } from './pieces.ts'
import { READER_FOLDERS } from './pdfjsDir.ts'
import { fileURLToPath } from 'node:url'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import { createNodeReader, type NodeReader } from '../../../src-main/poe/reader/nodeReader.ts'
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

/** The same reading in this process: for many small papers, where the process is not what is looked at. */
export const readHere = async (bytes: Uint8Array): Promise<DocumentFacts> => (await factsOfBytes(bytes)).facts

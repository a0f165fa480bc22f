import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import { gatherFacts } from '../../../src-main/poe/reader/gatherFacts.ts'
import { createNodeReader, type NodeReader } from '../../../src-main/poe/reader/nodeReader.ts'
import { readDocument } from '../../../src-main/poe/reader/readDocument.ts'
import { READER_LIMITS, type ReaderLimits } from '../../../src-main/poe/reader/readerLimits.ts'
import { sniffType } from '../../../src-main/poe/reader/sniffType.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export const PDFJS_DIR = at('node_modules/pdfjs-dist')
export const READER_ENTRY = at('src-main/poe/reader/readerProcess.ts')

/** The real reader process, run from the source. */
export function aReader(limits: Partial<ReaderLimits> = {}, entry = READER_ENTRY): NodeReader {
  return createNodeReader({ entry, pdfjsDir: PDFJS_DIR, limits })
}

export function readBytes(
  reader: NodeReader,
  bytes: Uint8Array,
  fileName = 'paper.pdf',
): Promise<DocumentFacts> {
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  return reader.read({ bytes, sha256, fileName })
}

/** The same reading in this process: for many small papers, where the process is not what is looked at. */
export async function readHere(bytes: Uint8Array, fileName = 'paper.pdf'): Promise<DocumentFacts> {
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const type = sniffType(bytes)
  const answers: string[] = []
  for await (const piece of readDocument(bytes, type, PDFJS_DIR, { pages: READER_LIMITS.pages }))
    answers.push(JSON.stringify(piece))
  return gatherFacts({ sha256, sizeBytes: bytes.byteLength, type, fileName }, answers, null)
}

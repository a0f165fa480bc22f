import type { LookPiece } from '../../../src-main/poe/facts/documentLook.ts'
import type { DocumentFacts } from '../../../src-main/poe/facts/documentFacts.ts'
import { Gathering } from '../../../src-main/poe/reader/gatherFacts.ts'
import { packPiece } from '../../../src-main/poe/reader/packWords.ts'
import { readDocument } from '../../../src-main/poe/reader/readDocument.ts'
import { sniffType } from '../../../src-main/poe/reader/sniffType.ts'
import { createHash } from 'node:crypto'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { PDFJS_DIR } from './pdfjsDir.ts'

/** Facts as the reader process gives them, read here for speed; what the process may do is tested with the process. */
export async function factsOfBytes(
  bytes: Uint8Array,
): Promise<{ facts: DocumentFacts; inner: readonly string[] }> {
  const type = sniffType(bytes)
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const gathering = new Gathering()
  for await (const piece of readDocument(bytes, type, PDFJS_DIR, { pages: 400, withLook: false }))
    gathering.add(packPiece(piece))
  const facts = gathering.facts({ sha256, sizeBytes: bytes.length, type }, null)
  return { facts, inner: gathering.inner.map(({ name }) => name) }
}

/** How the reader process says that a paper is shown, read here for speed. Pictures are as they lay in the file. */
export async function lookOfBytes(bytes: Uint8Array): Promise<{ facts: DocumentFacts; look: LookPiece }> {
  const type = sniffType(bytes)
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const gathering = new Gathering()
  for await (const piece of readDocument(bytes, type, PDFJS_DIR, { pages: 400, withLook: true }))
    gathering.add(packPiece(piece))
  const { look } = gathering
  if (look === null) throw new Error('It says nothing of how it is shown')
  return { facts: gathering.facts({ sha256, sizeBytes: bytes.length, type }, null), look }
}

/** Blocks of all pages as text. */
export const blockTexts = ({ pages }: DocumentFacts): string[] =>
  pages.flatMap(({ words, lines, blocks }) =>
    blocks.map(({ start, end }) =>
      words
        .slice(lines[start]?.start ?? 0, lines[end - 1]?.end ?? 0)
        .map(({ text }) => text)
        .join(' '),
    ),
  )

export const hiddenText = ({ pages }: DocumentFacts): string =>
  pages.flatMap(({ hiddenWords }) => hiddenWords.map(({ text }) => text)).join(' ')

export const flagKinds = ({ flags }: DocumentFacts): string[] => flags.map(({ kind }) => kind)

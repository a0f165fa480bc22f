import type { Rect } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  DocumentFacts,
  type PageFacts,
  READER_VERSION,
  type Word,
} from '../../../src-main/poe/facts/documentFacts.ts'
import { emptyPage } from '../../../src-main/poe/facts/emptyPage.ts'
import type { JudgedDocument } from '../../../src-main/poe/criteria/text/passages.ts'
import { layOut } from '../../../src-main/poe/reader/pdf/layout.ts'

/** Facts as they would be read off an A4 page; places in points from the top left. */
export interface PlainPage {
  readonly lines?: readonly (readonly [text: string, x: number, y: number, size?: number])[]
  /** Traces of a pen: x, y (top left), width, height. */
  readonly pen?: readonly (readonly [number, number, number, number])[]
  readonly images?: readonly (readonly [number, number, number, number])[]
  /** Lines to sign on: x, y, width. */
  readonly rules?: readonly (readonly [number, number, number])[]
  /** Lines that part cells: x, y, height. */
  readonly uprights?: readonly (readonly [number, number, number])[]
  readonly textClass?: PageFacts['textClass']
}

const WIDTH = 595
const HEIGHT = 842
const CHARACTER = 0.5

export const SHA = Sha256.parse('a'.repeat(64))

export function factsOf(pages: readonly PlainPage[], parts: Partial<DocumentFacts> = {}): DocumentFacts {
  return DocumentFacts.parse({
    version: READER_VERSION,
    sha256: SHA,
    sizeBytes: 1000,
    type: 'pdf',
    status: 'read',
    reason: null,
    pageCount: pages.length,
    pages: pages.map(pageOf),
    fields: [],
    annotations: [],
    signatures: [],
    flags: [],
    mail: null,
    metadata: null,
    revisions: [],
    attachments: [],
    ...parts,
  })
}

export function documentOf(
  pages: readonly PlainPage[],
  parts: Partial<DocumentFacts> = {},
  addedAt: string | null = null,
): JudgedDocument {
  return { file: 'paper.pdf', addedAt, facts: factsOf(pages, parts) }
}

/** The same as character recognition would give it, as sure of each word as is said; null = as if it stood in the file. */
export function asRecognised(facts: DocumentFacts, confidence: number | null): DocumentFacts {
  return {
    ...facts,
    pages: facts.pages.map((page) => ({
      ...page,
      ocr: { confidence: confidence ?? 1, languages: 'eng' },
      words: page.words.map((word) => ({ ...word, source: 'ocr' as const, confidence })),
    })),
  }
}

function pageOf(
  { lines = [], pen = [], images = [], rules = [], uprights = [], textClass = 'text' }: PlainPage,
  index: number,
): PageFacts {
  const placed = lines.flatMap(([text, x, y, size = 10]) => wordsOf(text, x, y, size))
  const layout = layOut(
    placed.map(({ word, box }) => ({ word, box, size: word.size, angle: 0 })),
    [],
  )
  return emptyPage({
    number: index + 1,
    width: WIDTH,
    height: HEIGHT,
    textClass,
    words: [...layout.words],
    lines: [...layout.lines],
    blocks: [...layout.blocks],
    strokes: pen.map((box) => ({
      ...placeOf(corners(box)),
      points: 200,
      penLike: true,
      source: 'native',
      ink: null,
    })),
    rules: [
      ...rules.map(([x, y, width]) => ({ ...placeOf([x, y, x + width, y + 1]), horizontal: true })),
      ...uprights.map(([x, y, height]) => ({ ...placeOf([x, y, x + 1, y + height]), horizontal: false })),
    ],
    images: images.map((box) => ({
      ...placeOf(corners(box)),
      widthPx: 400,
      heightPx: 120,
      source: 'native',
      hash: null,
    })),
  })
}

function wordsOf(text: string, x: number, y: number, size: number): { word: Word; box: Rect }[] {
  let at = x
  return text.split(' ').map((part) => {
    const box: Rect = [at, y - size * 0.74, at + part.length * size * CHARACTER, y + size * 0.24]
    at = box[2] + size * CHARACTER
    return {
      box,
      word: {
        text: part,
        ...placeOf(box),
        size,
        bold: false,
        script: false,
        source: 'native',
        confidence: null,
      },
    }
  })
}

const corners = ([x, y, w, h]: readonly [number, number, number, number]): Rect => [x, y, x + w, y + h]

function placeOf([x0, y0, x1, y1]: Rect): Pick<Word, 'rect' | 'quad'> {
  const [bottom, top] = [HEIGHT - y1, HEIGHT - y0]
  return {
    rect: [x0 / WIDTH, y0 / HEIGHT, x1 / WIDTH, y1 / HEIGHT],
    quad: [x0, bottom, x1, bottom, x1, top, x0, top],
  }
}

import type {
  LaidBox,
  LaidDocument,
  LaidInlay,
  LaidPage,
  LaidWord,
} from '../../../src-preload/contract/vocabulary/laidShape.ts'
import type { DocumentFacts, DocumentLook } from '../../poe/facts/documentFacts.ts'

type PageFacts = DocumentFacts['pages'][number]

/** The pages as they were read, for the viewer to show; null when nothing on any of them can be shown. */
export function laidDocument({ pages }: DocumentFacts): LaidDocument | null {
  const laid = pages.map((page) => laidPage(page))
  const isEmpty = laid.every(({ blocks, pictures }) => blocks.length + pictures.length === 0)
  return isEmpty ? null : { pages: laid, drawings: [] }
}

/** A mail or a page of HTML with what it shows beside its words. Null when nothing of it can be shown. */
export function lookedDocument({ facts, inlays, pictures, differing }: DocumentLook): LaidDocument | null {
  const drawn = pictures.flatMap((picture, at) => (picture === null ? [] : [{ ...picture, at }]))
  const said = inlays.map((inlay) => laidInlay(inlay, drawn))
  const pages = facts.pages.map((page, at): LaidPage => {
    const laid = laidPage(page, new Set(differing?.[at]))
    const part = differing === null ? null : at === 0 ? 'html' : 'plain'
    return { ...laid, part, inlays: at === 0 ? said : [] }
  })
  const isEmpty = pages.every((page) => page.blocks.length + page.inlays.length === 0)
  return isEmpty ? null : { pages, drawings: drawn.map(({ png }) => Buffer.from(png).toString('base64')) }
}

type Drawn = readonly { readonly at: number; readonly frames: number }[]

function laidInlay({ box, said }: DocumentLook['inlays'][number], drawn: Drawn): LaidInlay {
  if (said.kind !== 'picture') return { box, ...said }
  const drawing = drawn.findIndex(({ at }) => at === said.picture)
  const frames = drawn[drawing]?.frames
  return frames === undefined
    ? { kind: 'undrawn', box, alt: said.alt, why: 'broken' }
    : { kind: 'picture', box, alt: said.alt, drawing, frames }
}

/** Pages of which the picture itself is shown. */
export function paintedDocument(
  sheets: readonly { number: number; width: number; height: number; png: Uint8Array }[],
): LaidDocument {
  return {
    pages: sheets.map(({ number, width, height, png }) => ({
      number,
      width,
      height,
      blocks: [],
      rules: [],
      tickBoxes: [],
      pictures: [],
      inlays: [],
      part: null,
      painted: Buffer.from(png).toString('base64'),
    })),
    drawings: [],
  }
}

/** `differing`: places of words that the other text of the mail has not. */
function laidPage(page: PageFacts, differing: ReadonlySet<number> = new Set()): LaidPage {
  // A page that was turned to be read lies here as the file has it, because quads do.
  const lies = Math.round(page.turned / 90) % 2 !== 0
  const [width, height] = lies ? [page.height, page.width] : [page.width, page.height]
  const box = ({ quad }: { readonly quad: readonly number[] }): LaidBox => boxOf(quad, height)
  const words = page.words.map((word, at): LaidWord => {
    const { text, size, bold, script } = word
    const bare = { text, box: box(word), size, bold, script }
    return differing.has(at) ? { ...bare, differs: true } : bare
  })
  return {
    number: page.number,
    width,
    height,
    blocks: page.blocks.map((block) =>
      page.lines.slice(block.start, block.end).map(({ start, end }) => words.slice(start, end)),
    ),
    rules: page.rules.map(box),
    tickBoxes: page.tickBoxes.map((tick) => ({ box: box(tick), marked: tick.marked })),
    pictures: page.images.map((image) => ({
      box: box(image),
      widthPx: image.widthPx,
      heightPx: image.heightPx,
    })),
    inlays: [],
    part: null,
    painted: null,
  }
}

/** Quads count upwards from the lower left corner. */
function boxOf(quad: readonly number[], height: number): LaidBox {
  const xs = quad.filter((_, at) => at % 2 === 0)
  const ys = quad.filter((_, at) => at % 2 === 1)
  return [Math.min(...xs), height - Math.max(...ys), Math.max(...xs), height - Math.min(...ys)]
}

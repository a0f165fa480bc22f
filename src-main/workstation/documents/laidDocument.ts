import type { LaidBox, LaidDocument, LaidPage } from '../../../src-preload/contract/vocabulary/laidShape.ts'
import type { DocumentFacts } from '../../poe/facts/documentFacts.ts'

type PageFacts = DocumentFacts['pages'][number]

/** The pages as they were read, for the viewer to show; null when nothing on any of them can be shown. */
export function laidDocument({ pages }: DocumentFacts): LaidDocument | null {
  const laid = pages.map(laidPage)
  return laid.some(({ blocks, pictures }) => blocks.length + pictures.length > 0) ? { pages: laid } : null
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
      painted: Buffer.from(png).toString('base64'),
    })),
  }
}

function laidPage(page: PageFacts): LaidPage {
  // A page that was turned to be read lies here as the file has it, because quads do.
  const lies = Math.round(page.turned / 90) % 2 !== 0
  const [width, height] = lies ? [page.height, page.width] : [page.width, page.height]
  const box = ({ quad }: { readonly quad: readonly number[] }): LaidBox => boxOf(quad, height)
  const words = page.words.map((word) => {
    const { text, size, bold, script } = word
    return { text, box: box(word), size, bold, script }
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
    painted: null,
  }
}

/** Quads count upwards from the lower left corner. */
function boxOf(quad: readonly number[], height: number): LaidBox {
  const xs = quad.filter((_, at) => at % 2 === 0)
  const ys = quad.filter((_, at) => at % 2 === 1)
  return [Math.min(...xs), height - Math.max(...ys), Math.max(...xs), height - Math.min(...ys)]
}

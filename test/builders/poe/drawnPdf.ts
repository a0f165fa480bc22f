import {
  beginText,
  endText,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  rgb,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  StandardFonts,
  TextRenderingMode,
} from '@cantoo/pdf-lib'

/** Draws on A4 pages with places in points from the top left, as one thinks of a page. */
export interface PageArtist {
  text(words: string, x: number, y: number, options?: TextOptions): void
  /** A wavy line as a pen leaves it, in a box of this size. */
  pen(x: number, y: number, width?: number, height?: number): void
  rule(x: number, y: number, length: number): void
  /** A small square; ticked ones get a cross. */
  tickBox(x: number, y: number, ticked: boolean): void
  block(x: number, y: number, width: number, height: number, grey: number): void
}

export interface TextOptions {
  readonly size?: number
  readonly bold?: boolean
  /** 0 = black, 1 = white. */
  readonly grey?: number
  readonly opacity?: number
  /** Render mode 3: in the file, not on the page. */
  readonly invisible?: boolean
}

export const A4 = { width: 595, height: 842 } as const

/** Makes a PDF of as many pages as there are painters. Same painters, same bytes. */
export async function drawnPdf(painters: readonly ((page: PageArtist) => void)[]): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const fonts = {
    regular: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  }
  for (const paint of painters) paint(artist(document.addPage([A4.width, A4.height]), fonts))
  return document
}

export async function drawnBytes(painters: readonly ((page: PageArtist) => void)[]): Promise<Uint8Array> {
  const document = await drawnPdf(painters)
  return document.save({ useObjectStreams: false })
}

function artist(page: PDFPage, fonts: { regular: PDFFont; bold: PDFFont }): PageArtist {
  const up = (y: number): number => A4.height - y
  return {
    text: (words, x, y, { size = 10, bold = false, grey = 0, opacity = 1, invisible = false } = {}) => {
      const font = bold ? fonts.bold : fonts.regular
      if (invisible) drawInvisible(page, font, words, x, up(y), size)
      else page.drawText(words, { x, y: up(y), size, font, color: rgb(grey, grey, grey), opacity })
    },
    pen: (x, y, width = 110, height = 26) => {
      page.drawSvgPath(penTrace(width, height), {
        x,
        y: up(y),
        borderColor: rgb(0.1, 0.1, 0.5),
        borderWidth: 1.2,
      })
    },
    rule: (x, y, length) =>
      page.drawLine({ start: { x, y: up(y) }, end: { x: x + length, y: up(y) }, thickness: 0.7 }),
    tickBox: (x, y, ticked) => drawTickBox(page, x, up(y), ticked),
    block: (x, y, width, height, grey) =>
      page.drawRectangle({ x, y: up(y + height), width, height, color: rgb(grey, grey, grey) }),
  }
}

function drawInvisible(
  page: PDFPage,
  font: PDFFont,
  words: string,
  x: number,
  y: number,
  size: number,
): void {
  page.pushOperators(
    beginText(),
    setTextRenderingMode(TextRenderingMode.Invisible),
    setFontAndSize(page.node.newFontDictionary(font.name, font.ref), size),
    setTextMatrix(1, 0, 0, 1, x, y),
    showText(font.encodeText(words)),
    setTextRenderingMode(TextRenderingMode.Fill),
    endText(),
  )
}

function drawTickBox(page: PDFPage, x: number, y: number, ticked: boolean): void {
  page.drawRectangle({ x, y: y - 1, width: 9, height: 9, borderWidth: 0.8, borderColor: rgb(0, 0, 0) })
  if (!ticked) return
  page.drawLine({ start: { x: x + 1, y }, end: { x: x + 8, y: y + 7 }, thickness: 1 })
  page.drawLine({ start: { x: x + 1, y: y + 7 }, end: { x: x + 8, y }, thickness: 1 })
}

/** Loops that fall and rise along the line, always the same for a size. */
function penTrace(width: number, height: number): string {
  const loops = 9
  const step = width / loops
  const parts = Array.from({ length: loops }, (_, i) => {
    const x = i * step
    const tall = height * (0.45 + 0.55 * Math.abs(Math.sin(i * 2.3)))
    return `C ${x + step * 0.3} ${-tall} ${x + step * 0.9} ${-tall} ${x + step * 0.6} ${-height * 0.2} S ${x + step * 0.8} ${height * 0.1} ${x + step} 0`
  })
  return `M 0 0 ${parts.join(' ')}`
}

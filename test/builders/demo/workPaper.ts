import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib'
import { penStroke } from './penStroke.ts'
import { faceFor } from './trueTypeFace.ts'

/** One side's place at the end of the paper. */
export interface SignatureBlock {
  readonly heading: string
  readonly company: string
  readonly signer: string
  /** Null leaves the line empty, for a block that nobody dated. */
  readonly placeAndDate: string | null
  /** Seed of the pen strokes; null = not signed. */
  readonly strokes: number | null
}

export interface PaperSection {
  readonly heading: string
  readonly text: readonly string[]
  readonly bullets?: readonly string[]
}

/** A statement of work as a partner would set it: facts, sections, two signature blocks side by side. */
export interface WorkPaper {
  readonly file: string
  readonly language: string
  readonly letterhead: string
  readonly title: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly sections: readonly PaperSection[]
  readonly signatureHeading: string
  readonly signatureLabels: { readonly placeAndDate: string; readonly signature: string }
  readonly signatures: readonly [SignatureBlock, SignatureBlock]
  readonly footer: string
  /** For the file's metadata: when its author finished it. */
  readonly writtenAt: string
}

interface Pen {
  readonly regular: PDFFont
  readonly bold: PDFFont
  readonly addPage: () => PDFPage
  page: PDFPage
  /** Points from the lower edge. */
  y: number
}

const [WIDTH, HEIGHT, MARGIN, BOTTOM] = [595.28, 841.89, 62, 84]
const INNER = WIDTH - 2 * MARGIN
/** Signs that the layout adds to the words of a paper: bullets, colons, page numbers. */
const DRAWN_BESIDES = '•:/0123456789'
const INK = rgb(0.1, 0.12, 0.16)
const ACCENT = rgb(0.05, 0.33, 0.42)
const PEN_COLORS = [rgb(0.08, 0.14, 0.45), rgb(0.12, 0.12, 0.14)] as const

/** The PDF's bytes; the same paper always gives the same bytes. */
export async function workPaperPdf(paper: WorkPaper): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const writtenAt = new Date(paper.writtenAt)
  pdf.setTitle(paper.title)
  pdf.setAuthor(paper.letterhead)
  pdf.setLanguage(paper.language)
  pdf.setCreationDate(writtenAt)
  pdf.setModificationDate(writtenAt)
  const text = `${JSON.stringify(paper)}${DRAWN_BESIDES}`
  const regular = await embed(pdf, 'LiberationSans-Regular', text)
  const bold = await embed(pdf, 'LiberationSans-Bold', text)
  const addPage = () => pdf.addPage([WIDTH, HEIGHT])
  const pen: Pen = { regular, bold, addPage, page: addPage(), y: HEIGHT - 56 }
  drawHead(pen, paper)
  for (const section of paper.sections) drawSection(pen, section)
  drawSignatures(pen, paper)
  drawFooters(pdf, regular, paper.footer)
  return pdf.save({ useObjectStreams: false })
}

async function embed(pdf: PDFDocument, name: string, text: string): Promise<PDFFont> {
  const folder = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const face = faceFor(readFileSync(join(folder, '../standard_fonts', `${name}.ttf`)), text, name)
  pdf.registerFontkit(face.fontkit)
  return pdf.embedFont(face.bytes, { customName: `PAPERS+${name}` })
}

function drawHead(pen: Pen, paper: WorkPaper): void {
  line(pen, paper.letterhead, { font: pen.bold, size: 11, color: ACCENT })
  pen.page.drawRectangle({ x: MARGIN, y: pen.y + 4, width: INNER, height: 1.2, color: ACCENT })
  pen.y -= 26
  wrapped(pen, paper.title, { font: pen.bold, size: 18, leading: 23 })
  pen.y -= 6
  for (const [label, value] of paper.facts) {
    pen.page.drawText(label, { x: MARGIN, y: pen.y, size: 9.5, font: pen.bold, color: INK })
    wrapped(pen, value, { font: pen.regular, size: 9.5, leading: 14, indent: 136 })
  }
  pen.y -= 8
}

function drawSection(pen: Pen, { heading, text, bullets = [] }: PaperSection): void {
  room(pen, 60)
  pen.y -= 6
  line(pen, heading, { font: pen.bold, size: 11.5, color: ACCENT })
  for (const paragraph of text) {
    wrapped(pen, paragraph, { font: pen.regular, size: 10, leading: 14 })
    pen.y -= 4
  }
  for (const bullet of bullets) {
    room(pen, 30)
    pen.page.drawText('•', { x: MARGIN + 6, y: pen.y, size: 10, font: pen.regular, color: INK })
    wrapped(pen, bullet, { font: pen.regular, size: 10, leading: 14, indent: 20 })
    pen.y -= 2
  }
}

function drawSignatures(pen: Pen, paper: WorkPaper): void {
  room(pen, 180)
  pen.y -= 10
  line(pen, paper.signatureHeading, { font: pen.bold, size: 11.5, color: ACCENT })
  const top = pen.y - 2
  for (const [index, block] of paper.signatures.entries()) {
    drawBlock(pen, block, paper.signatureLabels, { x: MARGIN + index * (INNER / 2 + 8), top })
  }
}

function drawBlock(
  { page, regular, bold }: Pen,
  block: SignatureBlock,
  labels: WorkPaper['signatureLabels'],
  { x, top }: { readonly x: number; readonly top: number },
): void {
  const write = (text: string, y: number, font: PDFFont) =>
    page.drawText(text, { x, y, size: 9.5, font, color: INK })
  const rule = (y: number) =>
    page.drawLine({ start: { x, y }, end: { x: x + INNER / 2 - 12, y }, thickness: 0.6, color: INK })
  write(block.heading, top, regular)
  write(block.company, top - 14, bold)
  write(`${labels.placeAndDate}: ${block.placeAndDate ?? ''}`, top - 38, regular)
  if (block.placeAndDate === null) rule(top - 41)
  write(`${labels.signature}:`, top - 60, regular)
  if (block.strokes !== null) {
    const strokes = penStroke(block.strokes, 112)
    page.drawSvgPath(strokes, {
      x: x + 58,
      y: top - 52,
      borderColor: PEN_COLORS[block.strokes % 2 === 0 ? 0 : 1],
      borderWidth: 1.15,
    })
  }
  rule(top - 90)
  write(block.signer, top - 103, regular)
}

function drawFooters(pdf: PDFDocument, font: PDFFont, footer: string): void {
  const pages = pdf.getPages()
  for (const [index, page] of pages.entries()) {
    const style = { y: 46, size: 8, font, color: rgb(0.35, 0.38, 0.42) }
    page.drawText(footer, { x: MARGIN, ...style })
    const number = `${index + 1}/${pages.length}`
    page.drawText(number, { x: WIDTH - MARGIN - font.widthOfTextAtSize(number, 8), ...style })
  }
}

interface Style {
  readonly font: PDFFont
  readonly size: number
  readonly leading: number
  readonly indent?: number
}

function line(
  pen: Pen,
  text: string,
  { font, size, color }: Omit<Style, 'leading'> & { color: typeof INK },
): void {
  pen.page.drawText(text, { x: MARGIN, y: pen.y, size, font, color })
  pen.y -= size + 6
}

function wrapped(pen: Pen, text: string, { font, size, leading, indent = 0 }: Style): void {
  let row = ''
  const flush = () => {
    room(pen, leading)
    pen.page.drawText(row, { x: MARGIN + indent, y: pen.y, size, font, color: INK })
    pen.y -= leading
  }
  for (const word of text.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`
    if (row !== '' && font.widthOfTextAtSize(longer, size) > INNER - indent) {
      flush()
      row = word
    } else row = longer
  }
  flush()
}

/** Begins a page when less than `height` points are left above the footer. */
function room(pen: Pen, height: number): void {
  if (pen.y - height > BOTTOM) return
  pen.page = pen.addPage()
  pen.y = HEIGHT - 64
}

import type { Quad, Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { HiddenWord, ImageBox, PageFacts, Rule, Span, Word } from '../../facts/documentFacts.ts'
import { emptyPage } from '../../facts/emptyPage.ts'
import type { FactSource, PageForm, TextClass } from '../../facts/factWords.ts'
import { layOut, type PlacedWord } from '../pdf/layout.ts'
import type { FlowBlock, FlowParagraph, FlowTable } from './flowParts.ts'
import { LineBreaker, type Row, type RowInlay, type RowPicture, type RowWord } from './lineBreaker.ts'

/** A column of text: from x to x, points. */
interface Column {
  readonly from: number
  readonly to: number
}

const WIDTH = 595
const MARGIN = 57
const WHOLE_COLUMN: Column = { from: MARGIN, to: WIDTH - MARGIN }
/** A gap wider than so many type sizes parts columns, as on paper. */
const COLUMN_GAP = 1.25
/** Columns longer than this are read in parts: finding columns costs the square of their words. */
const MOST_BAND = 800
const AFTER_PARAGRAPH = 5
const CELL_PADDING = 5
/** What stands at the foot of every page stands here far under the text, where nothing belongs to it. */
const ABOVE_FOOT = 130
const FOOT_SHARE = 0.045
/** A picture that fills so much of a printed page may be a scanned paper. */
const PAGE_AREA = 595 * 842
const SCAN_SHARE = 0.3
const FEW_CHARACTERS = 15

interface Placed<T> {
  readonly item: T
  box: Rect
}

/**
 * Lays text without pages on one made-up page, so that beside, below and "in the same column" mean what they mean on paper.
 * Words, lines and blocks come out in the order in which they were put in.
 */
export class FlowPage {
  readonly #source: FactSource
  readonly #form: PageForm
  readonly #width: number
  readonly #words: Placed<Word>[] = []
  readonly #lines: Span[] = []
  readonly #blocks: Span[] = []
  readonly #hidden: Placed<HiddenWord>[] = []
  readonly #rules: Placed<null>[] = []
  readonly #images: Placed<ImageBox>[] = []
  readonly #inlays: Placed<number>[] = []
  /** Rows with wide gaps: columns that tabs and spaces make. They are read together. */
  #band: PlacedWord<Word>[] = []
  #y = MARGIN
  #currentSource: FactSource

  constructor(source: FactSource, form: PageForm = 'flow', width = WIDTH) {
    this.#width = width
    this.#source = source
    this.#currentSource = source
    this.#form = form
  }

  /** Words so far; what comes next begins here. */
  get wordCount(): number {
    this.#flush()
    return this.#words.length
  }

  /** Makes one block of all that `build` puts: a workbook's row is read as one. */
  asOneBlock(build: () => void): void {
    this.#flush()
    const from = this.#blocks.length
    build()
    this.#flush()
    const built = this.#blocks.splice(from)
    const [first, last] = [built[0], built.at(-1)]
    if (first && last) this.#blocks.push({ start: first.start, end: last.end })
  }

  get y(): number {
    return this.#y
  }

  /** Where inlays stand, by their ids: points from the upper left corner of the page. They are no part of its facts. */
  get inlays(): ReadonlyMap<number, Rect> {
    return new Map(this.#inlays.map(({ item, box }) => [item, box]))
  }

  /** Puts blocks below what stands there. */
  put(blocks: readonly FlowBlock[], source: FactSource = this.#source, column: Column = WHOLE_COLUMN): void {
    this.#currentSource = source
    for (const block of blocks) this.#block(block, column)
    this.#flush()
  }

  /** Puts blocks at a height of their own and leaves the page's own height where it was. */
  putAt(blocks: readonly FlowBlock[], y: number, column: Column): number {
    this.#flush()
    this.#y = y
    this.put(blocks, this.#source, column)
    return this.#y
  }

  skip(points: number): void {
    this.#flush()
    this.#y += points
  }

  /** The page as facts. `foot` is what the file repeats at the foot of its pages. */
  finish(number: number, foot: readonly FlowBlock[] = []): PageFacts {
    this.#flush()
    const content = this.#y
    const before = this.#y
    if (foot.length > 0) {
      this.put(foot)
      const footHeight = this.#y - before
      const height = Math.max((content + ABOVE_FOOT) / (1 - FOOT_SHARE), (footHeight + 12) / FOOT_SHARE)
      this.#lower(before, height * (1 - FOOT_SHARE) + 4 - before)
      return this.#facts(number, height)
    }
    return this.#facts(number, Math.max(842, (content + 40) / (1 - FOOT_SHARE - 0.02)))
  }

  #block(block: FlowBlock, column: Column): void {
    if (block.kind === 'table') this.#table(block, column)
    else this.#paragraph(block, column)
  }

  #paragraph(paragraph: FlowParagraph, column: Column): void {
    const looks = paragraph.inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.look.size] : []))
    const usual = Math.min(30, Math.max(6, looks[0] ?? 10))
    const from = Math.min(column.from + paragraph.indent, column.to - 40)
    const breaker = new LineBreaker(Math.max(column.from, from), column.to, usual)
    for (const inline of paragraph.inlines) breaker.add(inline)
    breaker.finish()
    if (paragraph.rule === 'above') this.#rule(column.from, column.to)
    this.#rows(breaker.rows)
    if (paragraph.rule === 'below') this.#rule(column.from, column.to)
    this.#y += AFTER_PARAGRAPH
  }

  /** Rows without wide gaps make one block, cut where a row is empty; others wait for the rows below to be read as columns. */
  #rows(rows: readonly Row[]): void {
    const placed = rows.map((row) => this.#place(row))
    const isColumns = placed.some((words) => hasWideGap(words))
    if (isColumns) {
      this.#band.push(...placed.flat())
      if (this.#band.length > MOST_BAND) this.#flush()
      return
    }
    // An empty paragraph between rows of columns does not end them.
    if (placed.every((words) => words.length === 0)) return
    this.#flush()
    let start = this.#lines.length
    for (const [at, words] of placed.entries()) {
      if (rows[at]?.items.some(({ kind }) => kind === 'inlay')) continue
      if (words.length === 0) {
        this.#closeBlock(start)
        start = this.#lines.length
        continue
      }
      this.#addLine(words)
    }
    this.#closeBlock(start)
  }

  #closeBlock(start: number): void {
    if (this.#lines.length > start) this.#blocks.push({ start, end: this.#lines.length })
  }

  #addLine(words: readonly PlacedWord<Word>[]): void {
    const start = this.#words.length
    this.#words.push(...words.map(({ word, box }) => ({ item: word, box })))
    this.#lines.push({ start, end: this.#words.length })
  }

  #flush(): void {
    if (this.#band.length === 0) return
    const boxes = new Map(this.#band.map(({ word, box }) => [word, box]))
    const layout = layOut(this.#band, [])
    this.#band = []
    const [wordsAt, linesAt] = [this.#words.length, this.#lines.length]
    for (const item of layout.words) this.#words.push({ item, box: boxes.get(item) ?? [0, 0, 0, 0] })
    this.#lines.push(
      ...layout.lines.map(({ start, end }) => ({ start: start + wordsAt, end: end + wordsAt })),
    )
    this.#blocks.push(
      ...layout.blocks.map(({ start, end }) => ({ start: start + linesAt, end: end + linesAt })),
    )
  }

  #place(row: Row): PlacedWord<Word>[] {
    const bottom = this.#y + row.height
    const words: PlacedWord<Word>[] = []
    for (const item of row.items) {
      if (item.kind === 'picture') this.#picture(item, bottom)
      else if (item.kind === 'inlay') this.#inlay(item)
      else if (item.kind === 'line')
        this.#rules.push({ item: null, box: [item.x, bottom - 2, item.x + item.width, bottom - 1] })
      else if (item.look.hidden !== null) this.#hide(item, bottom)
      else words.push(this.#word(item, bottom))
    }
    this.#y = bottom
    return words
  }

  #word({ text, look, x, width }: RowWord, bottom: number): PlacedWord<Word> {
    const box: Rect = [x, bottom - look.size * 1.1, x + width, bottom - look.size * 0.1]
    const word: Word = {
      text,
      rect: [0, 0, 0, 0],
      quad: [0, 0, 0, 0, 0, 0, 0, 0],
      size: Math.round(look.size * 10) / 10,
      bold: look.bold,
      script: look.script,
      source: this.#currentSource,
      confidence: null,
    }
    return { word, box, size: look.size, angle: 0 }
  }

  #hide({ text, look, x }: RowWord, bottom: number): void {
    if (look.hidden === null) return
    const item: HiddenWord = { text, rect: [0, 0, 0, 0], quad: [0, 0, 0, 0, 0, 0, 0, 0], hidden: look.hidden }
    this.#hidden.push({ item, box: [x, bottom - 8, x + 1, bottom - 2] })
  }

  #picture({ picture, x, width, height }: RowPicture, bottom: number): void {
    const top = picture.floats === null ? bottom - height : Math.max(0, this.#y + picture.floats.y)
    const item: ImageBox = {
      rect: [0, 0, 0, 0],
      quad: [0, 0, 0, 0, 0, 0, 0, 0],
      widthPx: picture.widthPx,
      heightPx: picture.heightPx,
      source: this.#currentSource,
    }
    this.#images.push({ item, box: [Math.max(0, x), top, Math.min(this.#width, x + width), top + height] })
  }

  #inlay({ id, x, width, height }: RowInlay): void {
    this.#inlays.push({ item: id, box: [x, this.#y, x + width, this.#y + height] })
  }

  #rule(from: number, to: number): void {
    this.#rules.push({ item: null, box: [from, this.#y, to, this.#y + 0.7] })
  }

  #table({ columns, rows }: FlowTable, column: Column): void {
    this.#flush()
    const count = Math.max(1, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.span, 0)))
    const widths = Array.from({ length: count }, (_, i) => Math.max(0.01, columns[i] ?? 1))
    const whole = widths.reduce((sum, width) => sum + width, 0)
    const edges = [column.from]
    for (const width of widths) edges.push((edges.at(-1) ?? 0) + (width / whole) * (column.to - column.from))
    for (const row of rows) this.#tableRow(row, edges)
    this.#y += AFTER_PARAGRAPH
  }

  #tableRow(row: FlowTable['rows'][number], edges: readonly number[]): void {
    const top = this.#y
    let bottom = top
    let at = 0
    for (const cell of row) {
      const from = edges[at] ?? MARGIN
      const to = edges[Math.min(edges.length - 1, at + cell.span)] ?? from
      at += cell.span
      this.#y = top
      const inner = { from: from + CELL_PADDING, to: Math.max(to - CELL_PADDING, from + CELL_PADDING + 12) }
      for (const block of cell.blocks) this.#block(block, inner)
      this.#flush()
      bottom = Math.max(bottom, this.#y)
    }
    this.#y = bottom
  }

  /** Moves what stands below `from` down. */
  #lower(from: number, by: number): void {
    for (const one of [...this.#words, ...this.#hidden, ...this.#rules, ...this.#images, ...this.#inlays]) {
      const [x0, y0, x1, y1] = one.box
      if (y0 >= from) one.box = [x0, y0 + by, x1, y1 + by]
    }
  }

  #facts(number: number, height: number): PageFacts {
    const place = (box: Rect): { rect: Rect; quad: Quad } => placeOn(box, this.#width, height)
    return emptyPage({
      number,
      width: this.#width,
      height,
      textClass: this.#textClass(),
      form: this.#form,
      words: this.#words.map(({ item, box }) => ({ ...item, ...place(box) })),
      lines: this.#lines,
      blocks: this.#blocks,
      hiddenWords: this.#hidden.map(({ item, box }) => ({ ...item, ...place(box) })),
      rules: this.#rules.map(({ box }): Rule => ({ ...place(box), horizontal: true })),
      images: this.#images.map(({ item, box }) => ({ ...item, ...place(box) })),
    })
  }

  #textClass(): TextClass {
    const characters = this.#words.reduce((sum, { item }) => sum + item.text.length, 0)
    const isScan = this.#images.some(
      ({ box }) => (box[2] - box[0]) * (box[3] - box[1]) > PAGE_AREA * SCAN_SHARE,
    )
    if (isScan) return characters >= FEW_CHARACTERS ? 'mixed' : 'scan'
    if (characters > 0) return 'text'
    return this.#images.length > 0 ? 'scan' : 'blank'
  }
}

function hasWideGap(words: readonly PlacedWord<Word>[]): boolean {
  return words.some(({ box, size }, i) => {
    const next = words[i + 1]
    return next !== undefined && next.box[0] - box[2] >= COLUMN_GAP * Math.min(size, next.size)
  })
}

function placeOn([x0, y0, x1, y1]: Rect, width: number, height: number): { rect: Rect; quad: Quad } {
  const share = (value: number, of: number): number =>
    Math.round(Math.min(1, Math.max(0, value / of)) * 1e6) / 1e6
  const [bottom, top] = [height - y1, height - y0]
  return {
    rect: [share(x0, width), share(y0, height), share(x1, width), share(y1, height)],
    quad: [x0, bottom, x1, bottom, x1, top, x0, top].map((value) => Math.round(value * 100) / 100),
  }
}

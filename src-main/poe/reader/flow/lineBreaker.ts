import type { FlowInlay, FlowInline, FlowPicture, TextLook } from './flowParts.ts'

/** A word with its place in its row, before the row's height is known. */
export interface RowWord {
  readonly kind: 'word'
  readonly text: string
  readonly look: TextLook
  readonly x: number
  readonly width: number
}

export interface RowPicture {
  readonly kind: 'picture'
  readonly picture: FlowPicture
  readonly x: number
  readonly width: number
  readonly height: number
}

/** A line to write on, from one tab stop to the next. */
export interface RowLine {
  readonly kind: 'line'
  readonly x: number
  readonly width: number
}

export interface RowInlay {
  readonly kind: 'inlay'
  readonly id: number
  readonly x: number
  readonly width: number
  readonly height: number
}

export interface Row {
  /** A row with inlays has nothing else. */
  readonly items: (RowWord | RowPicture | RowLine | RowInlay)[]
  height: number
}

/** Made-up widths: half a size for a letter, a whole one for a sign that is as wide as high. */
const NARROW = 0.5
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u
const TAB_STOP = 36
const LINE_HEIGHT = 1.25
const BETWEEN_INLAYS = 4
/** After a label as short as "1." or "(a)" a tab is no column but a space. */
const LABEL_LENGTH = 4

function textWidth(text: string, size: number): number {
  let width = 0
  for (const sign of text) width += WIDE.test(sign) ? size : size * NARROW
  return width
}

/** Puts a paragraph's inlines into rows of a column. Hidden words take no room. */
export class LineBreaker {
  readonly rows: Row[] = []
  readonly #from: number
  readonly #to: number
  readonly #usual: number
  #row: Row
  #x: number
  #word: { text: string; look: TextLook; x: number; width: number } | null = null
  /** Of the row under way; they go below it. */
  #inlays: FlowInlay[] = []

  constructor(from: number, to: number, usual: number) {
    this.#from = from
    this.#to = to
    this.#usual = usual
    this.#x = from
    this.#row = { items: [], height: usual * LINE_HEIGHT }
    this.rows.push(this.#row)
  }

  add(inline: FlowInline): void {
    if (inline.kind === 'text') this.#text(inline.text, inline.look)
    else if (inline.kind === 'tab') this.#tab(inline.line)
    else if (inline.kind === 'break') this.newRow()
    else if (inline.kind === 'inlay') this.#inlays.push(inline)
    else this.#picture(inline)
  }

  /** To be called after the last inline. */
  finish(): void {
    this.end()
    this.#putInlays()
  }

  /** Ends the word under way. */
  end(): void {
    if (this.#word === null) return
    const { text, look, x, width } = this.#word
    this.#word = null
    this.#row.items.push({ kind: 'word', text, look, x, width })
    if (look.hidden === null) this.#row.height = Math.max(this.#row.height, look.size * LINE_HEIGHT)
  }

  newRow(): void {
    this.finish()
    this.#row = { items: [], height: this.#usual * LINE_HEIGHT }
    this.rows.push(this.#row)
    this.#x = this.#from
  }

  #putInlays(): void {
    // What stands alone in its paragraph has no empty row above it.
    if (this.#inlays.length > 0 && this.#row.items.length === 0) this.#row.height = 0
    const room = this.#to - this.#from
    let row: Row | null = null
    let x = this.#from
    for (const { id, width: wanted, height: wantedHeight } of this.#inlays.splice(0)) {
      const scale = wanted === null ? 1 : Math.min(1, room / Math.max(1, wanted))
      const width = wanted === null ? room : wanted * scale
      const height = wantedHeight * scale
      if (row === null || x + width > this.#to) {
        row = { items: [], height: 0 }
        this.rows.push(row)
        x = this.#from
      }
      row.items.push({ kind: 'inlay', id, x, width, height })
      row.height = Math.max(row.height, height + BETWEEN_INLAYS)
      x += width + BETWEEN_INLAYS
    }
  }

  #text(text: string, look: TextLook): void {
    for (const part of text.split(/([ \t\n\r\u00A0\u2002-\u200A\u3000]+)/u)) {
      if (part === '') continue
      if (/^\s/u.test(part)) this.#space(part, look)
      else this.#piece(part, look)
    }
  }

  #space(part: string, look: TextLook): void {
    this.end()
    if (look.hidden === null && this.#x > this.#from) this.#x += textWidth(part, look.size)
  }

  #piece(text: string, look: TextLook): void {
    if (this.#word && this.#word.look.hidden !== look.hidden) this.end()
    const width = look.hidden === null ? textWidth(text, look.size) : 0
    if (this.#x + width > this.#to && this.#word === null && this.#x > this.#from) this.newRow()
    if (width > this.#to - this.#from && text.length > 1) {
      const half = Math.ceil(text.length / 2)
      this.#piece(text.slice(0, half), look)
      this.end()
      this.#piece(text.slice(half), look)
      return
    }
    if (this.#word === null) this.#word = { text, look, x: this.#x, width }
    else {
      this.#word.text += text
      this.#word.width += width
    }
    this.#x += width
  }

  #tab(line: boolean): void {
    this.end()
    const words = this.#row.items.filter((item) => item.kind === 'word')
    const isLabel =
      !line &&
      this.#row.items.length === 1 &&
      words.length === 1 &&
      (words[0]?.text.length ?? 0) <= LABEL_LENGTH
    const next = this.#from + (Math.floor((this.#x - this.#from + 6) / TAB_STOP) + 1) * TAB_STOP
    const stop = isLabel ? this.#x + this.#usual * NARROW : Math.max(next, this.#x + this.#usual * 1.5)
    const to = line ? Math.min(this.#to, Math.max(stop, this.#x + 140)) : stop
    if (line) this.#row.items.push({ kind: 'line', x: this.#x, width: to - this.#x })
    this.#x = Math.min(to, this.#to)
  }

  #picture(picture: FlowPicture): void {
    this.end()
    const room = this.#to - this.#from
    const scale = Math.min(1, room / Math.max(1, picture.width))
    const [width, height] = [picture.width * scale, picture.height * scale]
    if (picture.floats === null && this.#x + width > this.#to + 1 && this.#x > this.#from) this.newRow()
    const x = picture.floats === null ? this.#x : this.#from + picture.floats.x
    this.#row.items.push({ kind: 'picture', picture, x, width, height })
    if (picture.floats !== null) return
    this.#x += width
    this.#row.height = Math.max(this.#row.height, height)
  }
}

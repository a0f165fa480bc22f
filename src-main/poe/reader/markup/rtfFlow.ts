import type { FlowBlock, FlowCell, FlowInline, TextLook } from '../flow/flowParts.ts'
import { paragraphOf } from '../flow/flowParts.ts'
import { contrast } from '../flow/colours.ts'
import { ownEntry } from '../../facts/ownEntry.ts'

/** What a group of RTF inherits and its end takes back. */
interface State {
  bold: boolean
  /** Half points. */
  size: number
  hidden: boolean
  deleted: boolean
  colour: number
  /** Nothing of this group is shown. */
  skip: boolean
  /** Bytes that stand in for a sign that was given by its number. */
  fallback: number
  inTable: boolean
}

const START: State = {
  bold: false,
  size: 24,
  hidden: false,
  deleted: false,
  colour: 0,
  skip: false,
  fallback: 1,
  inTable: false,
}

const SKIPPED: ReadonlySet<string> = new Set(
  'fonttbl stylesheet info listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr objdata fldinst filetbl revtbl bkmkstart bkmkend nonshppict'.split(
    ' ',
  ),
)
const SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
}
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/giu
const TWIPS_IN_INCH = 1440
const SMALLEST_HALF_POINTS = 8
const LEAST_CONTRAST = 1.5

/** What a rich text shows: paragraphs, tables and pictures, hidden text marked as such. */
export function rtfBlocks(bytes: Uint8Array): FlowBlock[] {
  return new RtfWalk(Buffer.from(bytes).toString('latin1')).run()
}

class RtfWalk {
  readonly #text: string
  readonly #colours: string[] = []
  readonly #blocks: FlowBlock[] = []
  readonly #stack: State[] = []
  #state: State = { ...START }
  #inlines: FlowInline[] = []
  #cell: FlowBlock[] = []
  #row: FlowCell[] = []
  #decoder = new TextDecoder('windows-1252')
  #toSkip = 0
  /** Depth at which a colour table or a picture is under way. */
  #colourDepth = -1
  #picture: { depth: number; width: number; height: number } | null = null
  #part = { red: 0, green: 0, blue: 0 }
  #isOwnRtf = false

  constructor(text: string) {
    this.#text = text
  }

  run(): FlowBlock[] {
    for (const match of this.#text.matchAll(TOKEN)) {
      const [, word, number, hex, sign, brace, text] = match
      if (brace !== undefined) this.#brace(brace)
      else if (word !== undefined) this.#word(word, number === undefined ? null : Number(number))
      else if (hex !== undefined) this.#byte(Number.parseInt(hex, 16))
      else if (sign !== undefined) this.#sign(sign)
      else if (text !== undefined) this.#plain(text)
    }
    this.#endParagraph()
    this.#endRow()
    return this.#blocks
  }

  #brace(brace: string): void {
    if (brace === '{') {
      this.#stack.push({ ...this.#state })
      return
    }
    if (this.#colourDepth === this.#stack.length) this.#colourDepth = -1
    if (this.#picture?.depth === this.#stack.length) this.#endPicture()
    this.#state = this.#stack.pop() ?? { ...START }
  }

  #word(word: string, number: number | null): void {
    if (this.#setLook(word, number)) return
    if (SKIPPED.has(word)) this.#state.skip = true
    else if (word === 'u' && number !== null) {
      this.#show(String.fromCharCode(number < 0 ? number + 65_536 : number))
      this.#toSkip = this.#state.fallback
    } else if (ownEntry(SIGNS, word) !== undefined) this.#show(ownEntry(SIGNS, word) ?? '')
    else if (word === 'tab') this.#add({ kind: 'tab', line: false })
    else if (word === 'line') this.#add({ kind: 'break' })
    else if (word === 'par' || word === 'sect' || word === 'page') this.#endParagraph()
    else if (word === 'cell' || word === 'nestcell') this.#endCell()
    else if (word === 'row' || word === 'nestrow') this.#endRow()
    else if (word === 'ansicpg' && number !== null) this.#codePage(number)
    else this.#destination(word, number)
  }

  #destination(word: string, number: number | null): void {
    const inches = (number ?? 0) / TWIPS_IN_INCH
    if (word === 'colortbl') {
      this.#colourDepth = this.#stack.length
      this.#state.skip = true
    } else if (word === 'pict') {
      if (!this.#state.skip) this.#picture = { depth: this.#stack.length, width: 0, height: 0 }
      this.#state.skip = true
    } else if (word === 'red' || word === 'green' || word === 'blue') this.#part[word] = number ?? 0
    else if (word === 'picwgoal' && this.#picture) this.#picture.width = inches * 72
    else if (word === 'pichgoal' && this.#picture) this.#picture.height = inches * 72
    // Text in HTML's clothes: what stands only for RTF is not the message's.
    else if (word === 'fromhtml') this.#isOwnRtf = true
    else if (word === 'htmlrtf' && this.#isOwnRtf) this.#state.skip = number !== 0
  }

  /** True when the word was about how text looks. */
  #setLook(word: string, number: number | null): boolean {
    const isOn = number !== 0
    const state = this.#state
    if (word === 'b') state.bold = isOn
    else if (word === 'v') state.hidden = isOn
    else if (word === 'deleted') state.deleted = isOn
    else if (word === 'fs') state.size = number ?? START.size
    else if (word === 'cf') state.colour = number ?? 0
    else if (word === 'uc') state.fallback = number ?? 1
    else if (word === 'intbl') state.inTable = true
    else if (word === 'pard') state.inTable = false
    else if (word === 'plain')
      Object.assign(state, { bold: false, hidden: false, deleted: false, size: START.size, colour: 0 })
    else return false
    return true
  }

  #codePage(number: number): void {
    const name = number === 932 ? 'shift_jis' : number === 65_001 ? 'utf-8' : `windows-${number}`
    try {
      this.#decoder = new TextDecoder(name)
    } catch {
      // An unknown code page: western letters come out right in nearly all of them.
    }
  }

  #sign(sign: string): void {
    // A destination that readers may leave out: what it holds is not shown.
    if (sign === '*') this.#state.skip = true
    else if (sign === '~') this.#show('\u00A0')
    else if (sign === '_') this.#show('-')
    else if ('\\{}'.includes(sign)) this.#show(sign)
    else if (sign === '\n' || sign === '\r') this.#endParagraph()
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1
    else this.#show(this.#decoder.decode(Uint8Array.of(byte), { stream: true }))
  }

  #plain(text: string): void {
    if (this.#colourDepth >= 0) {
      for (const sign of text) if (sign === ';') this.#endColour()
      return
    }
    const skipped = Math.min(this.#toSkip, text.length)
    this.#toSkip -= skipped
    const rest = text.slice(skipped)
    if (rest !== '') this.#show(this.#decoder.decode(Buffer.from(rest, 'latin1'), { stream: true }))
  }

  #endColour(): void {
    const { red, green, blue } = this.#part
    this.#colours.push([red, green, blue].map((one) => (one & 255).toString(16).padStart(2, '0')).join(''))
    this.#part = { red: 0, green: 0, blue: 0 }
  }

  #endPicture(): void {
    const picture = this.#picture
    this.#picture = null
    if (!picture || picture.width < 1 || picture.height < 1) return
    const { width, height } = picture
    this.#inlines.push({ kind: 'picture', width, height, widthPx: 0, heightPx: 0, floats: null })
  }

  #show(text: string): void {
    if (text !== '') this.#add({ kind: 'text', text, look: this.#look() })
  }

  #add(inline: FlowInline): void {
    if (!this.#state.skip) this.#inlines.push(inline)
  }

  #look(): TextLook {
    const { bold, size, hidden, deleted, colour } = this.#state
    const ink = colour > 0 ? this.#colours[colour] : undefined
    const isPale = ink !== undefined && contrast(ink, 'FFFFFF') < LEAST_CONTRAST
    const isUnseen = hidden || isPale || size < SMALLEST_HALF_POINTS
    const unseen = isUnseen ? 'docx_hidden_text' : null
    return { size: Math.min(40, size / 2.4), bold, script: false, hidden: deleted ? 'deleted_text' : unseen }
  }

  #endParagraph(): void {
    const paragraph = paragraphOf(this.#inlines)
    this.#inlines = []
    if (this.#state.inTable) this.#cell.push(paragraph)
    else {
      this.#endRow()
      this.#blocks.push(paragraph)
    }
  }

  #endCell(): void {
    const last = this.#inlines.length > 0 ? [paragraphOf(this.#inlines)] : []
    this.#inlines = []
    this.#row.push({ span: 1, blocks: [...this.#cell, ...last] })
    this.#cell = []
  }

  #endRow(): void {
    if (this.#cell.length > 0) this.#endCell()
    if (this.#row.length > 0) this.#blocks.push({ kind: 'table', columns: [], rows: [this.#row] })
    this.#row = []
  }
}

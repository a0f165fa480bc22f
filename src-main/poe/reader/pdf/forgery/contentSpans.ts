import { decodeStream } from '../objects/decodeStream.ts'
import type { FileState } from '../objects/fileState.ts'
import { NoValue, ValueParser } from '../objects/parseValue.ts'
import {
  dictOf,
  itemsOf,
  nameOf,
  type PdfDict,
  type PdfValue,
  readableString,
  stringOf,
} from '../objects/values.ts'

/** One stretch of marked content, in the order in which the page opens them. Optional content is left out. */
export interface ContentSpan {
  readonly actualText: string | null
  readonly mcid: number | null
}

const MOST_TOKENS = 400_000
const DEEPEST_FORM = 8

/** Walks a page's drawing operations for its marked content. Null where the content can't be followed. */
export function contentSpans(now: FileState, page: PdfDict): ContentSpan[] | null {
  const walk = new ContentWalk(now)
  const resources = inherited(now, page, 'Resources')
  const contents = now.get(page.entries.get('Contents')).value
  const parts = (itemsOf(contents) ?? [contents]).map((part) => dataOf(now, part))
  if (parts.some((part) => part === null)) return null
  const bytes = Buffer.concat(parts.flatMap((part) => (part ? [part, Buffer.from('\n')] : [])))
  return walk.run(bytes, resources, 0) ? walk.spans : null
}

function inherited(now: FileState, page: PdfDict, key: string): PdfDict | null {
  let at: PdfDict | null = page
  for (let depth = 0; at && depth < 40; depth += 1) {
    const found = dictOf(now.get(at.entries.get(key)).value)
    if (found) return found
    at = dictOf(now.get(at.entries.get('Parent')).value)
  }
  return null
}

function dataOf(now: FileState, value: PdfValue): Uint8Array | null {
  const stream = now.get(value).value
  if (stream === null) return new Uint8Array()
  if (typeof stream !== 'object' || stream.kind !== 'stream' || now.isEncrypted) return null
  const decoded = decodeStream(now.file.bytes, stream)
  return 'bytes' in decoded ? decoded.bytes : null
}

class ContentWalk {
  readonly spans: ContentSpan[] = []
  readonly #now: FileState
  #tokens = 0

  constructor(now: FileState) {
    this.#now = now
  }

  /** False when something could not be followed. */
  run(bytes: Uint8Array, resources: PdfDict | null, depth: number): boolean {
    const parser = new ValueParser(bytes)
    let operands: PdfValue[] = []
    for (parser.skipSpace(); parser.position < bytes.length; parser.skipSpace()) {
      this.#tokens += 1
      if (this.#tokens > MOST_TOKENS) return false
      const operator = parser.operator() ?? operandOrWord(parser, operands)
      if (operator === null) continue
      if (operator === 'BI') skipInlineImage(bytes, parser)
      if (operator === 'BDC' || operator === 'BMC') this.#open(operands, resources)
      if (operator === 'Do' && !this.#form(nameOf(operands.at(-1)), resources, depth)) return false
      operands = []
    }
    return true
  }

  #open(operands: readonly PdfValue[], resources: PdfDict | null): void {
    if (nameOf(operands[0]) === 'OC') return
    const named = nameOf(operands[1])
    const list = dictOf(this.#now.get(resources?.entries.get('Properties')).value)
    const given = named === null ? operands[1] : list?.entries.get(named)
    const properties = dictOf(this.#now.get(given).value)
    const text = stringOf(this.#now.get(properties?.entries.get('ActualText')).value)
    const mcid = properties?.entries.get('MCID')
    this.spans.push({
      actualText: text && readableString(text),
      mcid: typeof mcid === 'number' ? mcid : null,
    })
  }

  #form(name: string | null, resources: PdfDict | null, depth: number): boolean {
    const objects = dictOf(this.#now.get(resources?.entries.get('XObject')).value)
    const value = this.#now.get(objects?.entries.get(name ?? '')).value
    const dict = dictOf(value)
    if (!dict || nameOf(dict.entries.get('Subtype')) !== 'Form') return true
    const data = depth < DEEPEST_FORM ? dataOf(this.#now, value) : null
    const own = dictOf(this.#now.get(dict.entries.get('Resources')).value)
    return data !== null && this.run(data, own ?? resources, depth + 1)
  }
}

/** Keeps the value that stands here and gives null; where none can be read, the bytes count as an operator that nobody knows. */
function operandOrWord(parser: ValueParser, operands: PdfValue[]): string | null {
  const at = parser.position
  try {
    operands.push(parser.value())
    return null
  } catch (error) {
    if (!(error instanceof NoValue)) throw error
  }
  parser.position = at
  const word = parser.word()
  if (word === '') parser.position += 1
  return word
}

/** Pixels between ID and EI are no operations. */
function skipInlineImage(bytes: Uint8Array, parser: ValueParser): void {
  const rest = Buffer.from(bytes.subarray(parser.position)).toString('latin1')
  const end = /\sEI(?=\s|$)/u.exec(rest)
  parser.position = end ? parser.position + end.index + end[0].length : bytes.length
}

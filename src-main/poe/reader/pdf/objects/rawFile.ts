import { NoValue, ValueParser } from './parseValue.ts'
import { dictOf, type PdfDict, type PdfStream, type PdfValue, refOf } from './values.ts'

/** An object as it stands in the file. The same number may stand there several times. */
export interface RawObject {
  readonly num: number
  readonly gen: number
  readonly offset: number
  readonly end: number
  readonly value: PdfValue
}

/** Something in the file's build that programs take differently. */
export interface Oddity {
  readonly what:
    | 'header_late'
    | 'stream_length'
    | 'object_unreadable'
    | 'object_in_stream'
    | 'xref_broken'
    | 'xref_offset'
    | 'no_eof'
    | 'doubled'
    | 'repeated_key'
  readonly text: string
}

/** The whole file, read from front to end without its own tables. */
export interface RawFile {
  readonly bytes: Uint8Array
  /** The same, one character a byte. */
  readonly text: string
  readonly headerAt: number
  readonly objects: readonly RawObject[]
  readonly oddities: readonly Oddity[]
  /** False when a limit ended the reading: then nothing may be concluded from what is not there. */
  readonly whole: boolean
}

/** Beyond these nobody's paper is; the walk would cost more than it may. */
export const LARGEST_FILE = 64 * 1024 * 1024
const MOST_OBJECTS = 250_000
const LONGEST_MS = 4000

export function readRawFile(bytes: Uint8Array): RawFile | null {
  if (bytes.length > LARGEST_FILE) return null
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return new RawReader(bytes, text).read()
}

class RawReader {
  readonly #bytes: Uint8Array
  readonly #text: string
  readonly #objects: RawObject[] = []
  readonly #oddities: Oddity[] = []
  readonly #lengths = new Map<number, number>()
  readonly #until = performance.now() + LONGEST_MS

  constructor(bytes: Uint8Array, text: string) {
    this.#bytes = bytes
    this.#text = text
  }

  read(): RawFile {
    const text = this.#text
    for (const match of text.matchAll(/(\d{1,9})\s+\d{1,5}\s+obj\s*(\d{1,10})\s*endobj/gu))
      this.#lengths.set(Number(match[1]), Number(match[2]))
    const heads = /(\d{1,9})[\s\0]+(\d{1,5})[\s\0]+obj(?![a-zA-Z])/gu
    let whole = true
    for (let head = heads.exec(text); head; head = heads.exec(text)) {
      const object = this.#objectAt(head)
      if (object) {
        this.#objects.push(object)
        heads.lastIndex = object.end
      }
      whole = this.#objects.length < MOST_OBJECTS && performance.now() < this.#until
      if (!whole) break
    }
    const headerAt = text.slice(0, 4096).indexOf('%PDF-')
    return { bytes: this.#bytes, text, headerAt, objects: this.#objects, oddities: this.#oddities, whole }
  }

  #objectAt(head: RegExpExecArray): RawObject | null {
    const [num, gen] = [Number(head[1]), Number(head[2])]
    const parser = new ValueParser(this.#bytes, head.index + head[0].length)
    try {
      const value = parser.value()
      const stream =
        value !== null && typeof value === 'object' && value.kind === 'dict'
          ? this.#streamAt(value, parser)
          : null
      this.#noteRepeated(value, num)
      return { num, gen, offset: head.index, end: stream?.end ?? parser.position, value: stream ?? value }
    } catch (error) {
      if (!(error instanceof NoValue)) throw error
      // An empty object is null to every program.
      if (this.#text.startsWith('endobj', parser.position - 6)) return null
      this.#oddities.push({ what: 'object_unreadable', text: `${num} ${gen}: ${error.message}` })
      return null
    }
  }

  #noteRepeated(value: PdfValue, num: number): void {
    const keys = dictOf(value)?.repeated ?? []
    if (keys.length > 0) this.#oddities.push({ what: 'repeated_key', text: `${num}: ${keys.join(' ')}` })
  }

  #streamAt(dict: PdfDict, parser: ValueParser): PdfStream | null {
    const text = this.#text
    parser.skipSpace()
    if (!text.startsWith('stream', parser.position)) return null
    let start = parser.position + 6
    if (text[start] === '\r') start += 1
    if (text[start] === '\n') start += 1
    const written = dict.entries.get('Length')
    const length = typeof written === 'number' ? written : this.#lengths.get(refOf(written)?.num ?? -1)
    if (length !== undefined && /^\s{0,3}endstream/u.test(text.slice(start + length, start + length + 12)))
      return { kind: 'stream', dict, start, end: start + length }
    const found = text.indexOf('endstream', start)
    const end = found < 0 ? text.length : found
    this.#oddities.push({
      what: 'stream_length',
      text: `at ${start}: says ${String(length ?? '–')}, is ${end - start}`,
    })
    return { kind: 'stream', dict, start, end }
  }
}

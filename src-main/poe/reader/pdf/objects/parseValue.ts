import type { PdfArray, PdfDict, PdfString, PdfValue } from './values.ts'

/** Bytes that are no PDF value where one was expected. */
export class NoValue extends Error {}

const DEEPEST = 64
const code = (character: string): number => character.charCodeAt(0)
/** ISO 32000 7.2.3: what a byte is. A table, as it is asked of every byte of a file. */
const REGULAR = 0
const BLANK = 1
const DELIMITER = 2
const KINDS = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = BLANK
for (const byte of Buffer.from('()<>[]{}/%')) KINDS[byte] = DELIMITER
const LETTER = /^[A-Za-z'"]/u
/** The words that are values. */
const VALUES: ReadonlySet<string> = new Set(['true', 'false', 'null'])

/** Reads values from a place in bytes. Tolerant as PDF programs are; what no program reads throws `NoValue`. */
export class ValueParser {
  readonly #bytes: Buffer
  /** Where the next value is looked for. */
  position: number

  constructor(bytes: Uint8Array, position = 0) {
    // The same bytes: a Buffer gives text without a copy.
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.position = position
  }

  skipSpace(): void {
    const bytes = this.#bytes
    for (;;) {
      const byte = bytes[this.position]
      if (byte === undefined) return
      if (byte === 0x25) this.#skipComment()
      else if (KINDS[byte] === BLANK) this.position += 1
      else return
    }
  }

  /** A run of regular characters; empty at a delimiter or the end. */
  word(): string {
    this.skipSpace()
    const start = this.position
    this.#skipRegular()
    return this.#bytes.toString('latin1', start, this.position)
  }

  /** The operator of a drawing that stands here, passed over; null where none stands. */
  operator(): string | null {
    const start = this.position
    const word = this.word()
    if (LETTER.test(word) && !VALUES.has(word)) return word
    this.position = start
    return null
  }

  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new NoValue('too deep')
    this.skipSpace()
    const byte = this.#bytes[this.position]
    if (byte === code('/')) return this.#name()
    if (byte === code('(')) return this.#literal()
    if (byte === code('[')) return this.#array(depth)
    if (byte === code('<'))
      return this.#bytes[this.position + 1] === code('<') ? this.#dict(depth) : this.#hex()
    return this.#simple()
  }

  #skipRegular(): void {
    const bytes = this.#bytes
    let at = this.position
    while (at < bytes.length && KINDS[bytes[at] ?? 0] === REGULAR) at += 1
    this.position = at
  }

  #skipComment(): void {
    for (let byte = this.#bytes[this.position]; byte !== undefined && byte !== 10 && byte !== 13; ) {
      this.position += 1
      byte = this.#bytes[this.position]
    }
  }

  #name(): PdfValue {
    this.position += 1
    const start = this.position
    this.#skipRegular()
    const raw = this.#bytes.toString('latin1', start, this.position)
    const name = raw.replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    return { kind: 'name', name }
  }

  #array(depth: number): PdfArray {
    this.position += 1
    const items: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.#bytes[this.position] === code(']')) {
        this.position += 1
        return { kind: 'array', items }
      }
      items.push(this.value(depth + 1))
    }
  }

  #dict(depth: number): PdfDict {
    this.position += 2
    const entries = new Map<string, PdfValue>()
    const repeated: string[] = []
    for (;;) {
      this.skipSpace()
      if (this.#bytes[this.position] === code('>') && this.#bytes[this.position + 1] === code('>')) {
        this.position += 2
        return { kind: 'dict', entries, repeated }
      }
      const key = this.value(depth + 1)
      if (typeof key !== 'object' || key === null || key.kind !== 'name') throw new NoValue('no key')
      if (entries.has(key.name)) repeated.push(key.name)
      entries.set(key.name, this.value(depth + 1))
    }
  }

  #hex(): PdfString {
    const start = this.position
    const end = this.#bytes.indexOf(code('>'), start)
    if (end < 0) throw new NoValue('no end of a string')
    const digits = this.#bytes.toString('latin1', start + 1, end).replace(/[^0-9a-fA-F]/gu, '')
    this.position = end + 1
    const text = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')
    return { kind: 'string', text, hex: true, start, end: end + 1 }
  }

  #literal(): PdfString {
    const start = this.position
    this.position += 1
    const characters: number[] = []
    for (let open = 1; ; ) {
      const byte = this.#bytes[this.position]
      if (byte === undefined) throw new NoValue('no end of a string')
      this.position += 1
      if (byte === code('\\')) this.#escape(characters)
      else {
        if (byte === code('(')) open += 1
        if (byte === code(')')) open -= 1
        if (open === 0) break
        characters.push(byte)
      }
    }
    return {
      kind: 'string',
      text: Buffer.from(characters).toString('latin1'),
      hex: false,
      start,
      end: this.position,
    }
  }

  #escape(characters: number[]): void {
    const byte = this.#bytes[this.position] ?? 0
    const known = ESCAPES[String.fromCharCode(byte)]
    const octal = /^[0-7]{1,3}/u.exec(this.#bytes.toString('latin1', this.position, this.position + 3))?.[0]
    this.position += octal?.length ?? 1
    if (octal !== undefined) characters.push(Number.parseInt(octal, 8) & 255)
    else if (known !== undefined) characters.push(known)
    else if (byte === 13 && this.#bytes[this.position] === 10) this.position += 1
    else if (byte !== 10 && byte !== 13) characters.push(byte)
  }

  #simple(): PdfValue {
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    const number = numberOf(word)
    if (number === null) throw new NoValue(`"${word.slice(0, 20)}"`)
    return /^\d+$/u.test(word) ? this.#refOr(number) : number
  }

  /** "12 0 R" begins like a number. */
  #refOr(num: number): PdfValue {
    const after = this.position
    const generation = this.word()
    if (/^\d{1,5}$/u.test(generation) && this.word() === 'R')
      return { kind: 'ref', num, gen: Number(generation) }
    this.position = after
    return num
  }
}

const ESCAPES: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  b: 8,
  f: 12,
  '(': 40,
  ')': 41,
  '\\': 92,
}

function numberOf(word: string): number | null {
  if (!/^[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?$/u.test(word)) return null
  const value = Number.parseFloat(word.replace(/^[+-]*(?=[+-])/u, ''))
  return Number.isFinite(value) ? value : null
}

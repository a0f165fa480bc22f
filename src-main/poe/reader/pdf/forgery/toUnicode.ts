import { decodeStream } from '../objects/decodeStream.ts'
import type { FileState } from '../objects/fileState.ts'
import type { PdfValue } from '../objects/values.ts'

const MOST_CODES = 20_000

/** What a font's ToUnicode table says of each code; null where there is none that can be read. */
export function toUnicodeOf(now: FileState, value: PdfValue | undefined): Map<number, string> | null {
  const stream = now.get(value).value
  if (typeof stream !== 'object' || stream?.kind !== 'stream' || now.isEncrypted) return null
  const decoded = decodeStream(now.file.bytes, stream)
  if (!('bytes' in decoded) || decoded.bytes.length > 2_000_000) return null
  const text = Buffer.from(decoded.bytes).toString('latin1')
  const table = new Map<number, string>()
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu))
    for (const [, code = '', to = ''] of body.matchAll(/<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]*)>/gu))
      put(table, Number.parseInt(code, 16), utf16(to))
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu)) takeRanges(table, body)
  return table
}

function put(table: Map<number, string>, code: number, text: string): void {
  if (table.size < MOST_CODES && Number.isFinite(code)) table.set(code, text)
}

function takeRanges(table: Map<number, string>, body: string): void {
  const range = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F\s]*)>|\[([^\]]*)\])/gu
  for (const [, first = '', last = '', to, list] of body.matchAll(range)) {
    const [from, until] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    const listed =
      list === undefined ? null : [...list.matchAll(/<([0-9a-fA-F\s]*)>/gu)].map((one) => utf16(one[1] ?? ''))
    for (let code = from; code <= Math.min(until, from + 70_000) && table.size < MOST_CODES; code += 1)
      put(table, code, listed ? (listed[code - from] ?? '') : plus(utf16(to ?? ''), code - from))
  }
}

/** The last character moves on with the code. */
function plus(text: string, by: number): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const last = points.pop()
  if (last === undefined || last + by > 0x10ffff) return text
  return String.fromCodePoint(...points, last + by)
}

function utf16(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/gu, ''), 'hex')
  return bytes.length < 2
    ? bytes.toString('latin1')
    : bytes
        .subarray(0, bytes.length & ~1)
        .swap16()
        .toString('utf16le')
}

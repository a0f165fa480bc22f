import { decodeStream } from './decodeStream.ts'
import { NoValue, ValueParser } from './parseValue.ts'
import type { RawFile } from './rawFile.ts'
import { dictOf, itemsOf, nameOf, type PdfDict } from './values.ts'

export type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'in'; readonly container: number; readonly index: number }

/** One cross-reference section with its trailer. */
export interface XrefSection {
  readonly at: number
  readonly entries: ReadonlyMap<number, Entry>
  readonly trailer: PdfDict
}

const MOST_SECTIONS = 500
const MOST_ENTRIES = 1_000_000

/** Offset that the last `startxref` before `limit` names; null when there is none. */
export function startOfXref({ text }: RawFile, limit: number): number | null {
  const at = text.lastIndexOf('startxref', limit - 9)
  const found = at < 0 ? null : /^startxref\s+(\d{1,12})/u.exec(text.slice(at, Math.min(limit, at + 40)))
  return found ? Number(found[1]) : null
}

/** The chain of sections that ends at `start`, newest first; null when it breaks or leaves the first `limit` bytes. */
export function xrefChain(file: RawFile, start: number, limit: number): XrefSection[] | null {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  const queue = [start]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (seen.has(at) || at >= limit || seen.size > MOST_SECTIONS) return null
    seen.add(at)
    const section = sectionAt(file, at)
    if (section === null) return null
    sections.push(section)
    // What a table's own stream adds is looked up after the table and before everything older (ISO 32000 7.5.8.4).
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.trailer.entries.get(key)
      if (typeof next === 'number') queue.push(next)
    }
  }
  return sections
}

function sectionAt(file: RawFile, at: number): XrefSection | null {
  const shift = Math.max(0, file.headerAt)
  try {
    for (const place of shift > 0 ? [at, at + shift] : [at]) {
      const section = tableAt(file, place) ?? streamAt(file, place)
      if (section) return { ...section, at }
    }
    return null
  } catch (error) {
    if (error instanceof NoValue) return null
    throw error
  }
}

function tableAt(file: RawFile, at: number): XrefSection | null {
  const parser = new ValueParser(file.bytes, at)
  if (parser.word() !== 'xref') return null
  const entries = new Map<number, Entry>()
  for (let word = parser.word(); word !== 'trailer'; word = parser.word()) {
    const [first, count] = [Number(word), Number(parser.word())]
    if (!Number.isInteger(first) || !Number.isInteger(count) || word === '' || count > MOST_ENTRIES)
      return null
    for (let i = 0; i < count; i += 1) {
      const offset = Number(parser.word())
      parser.word()
      const kind = parser.word()
      if (!Number.isInteger(offset) || (kind !== 'n' && kind !== 'f')) return null
      if (!entries.has(first + i))
        entries.set(first + i, kind === 'n' && offset > 0 ? { kind: 'at', offset } : { kind: 'free' })
    }
  }
  const trailer = dictOf(parser.value())
  return trailer ? { at, entries, trailer } : null
}

function streamAt(file: RawFile, at: number): XrefSection | null {
  const object = file.objects.find(({ offset }) => offset === at)
  if (!object || typeof object.value !== 'object' || object.value?.kind !== 'stream') return null
  const { dict } = object.value
  if (nameOf(dict.entries.get('Type')) !== 'XRef') return null
  const decoded = decodeStream(file.bytes, object.value)
  const widths = itemsOf(dict.entries.get('W'))?.map(Number)
  if (!('bytes' in decoded) || widths?.length !== 3 || widths.some((w) => !(w >= 0 && w <= 8))) return null
  return { at, entries: streamEntries(decoded.bytes, dict, widths), trailer: dict }
}

function streamEntries(bytes: Uint8Array, dict: PdfDict, widths: readonly number[]): Map<number, Entry> {
  const [w0 = 0, w1 = 0, w2 = 0] = widths
  const size = dict.entries.get('Size')
  const index = itemsOf(dict.entries.get('Index'))?.map(Number) ?? [0, Number(size ?? 0)]
  const entries = new Map<number, Entry>()
  let at = 0
  const take = (width: number): number => {
    let value = 0
    for (let i = 0; i < width; i += 1) value = value * 256 + (bytes[at + i] ?? 0)
    at += width
    return value
  }
  for (let i = 0; i + 1 < index.length; i += 2) {
    const [first = 0, count = 0] = [index[i], index[i + 1]]
    for (let n = 0; n < count && at + w0 + w1 + w2 <= bytes.length; n += 1) {
      const kind = w0 === 0 ? 1 : take(w0)
      const [second, third] = [take(w1), take(w2)]
      const entry = entryOf(kind, second, third)
      if (entry && !entries.has(first + n)) entries.set(first + n, entry)
    }
  }
  return entries
}

function entryOf(kind: number, second: number, third: number): Entry | null {
  if (kind === 0) return { kind: 'free' }
  if (kind === 1) return { kind: 'at', offset: second }
  return kind === 2 ? { kind: 'in', container: second, index: third } : null
}

import type { PDFDocument } from '@cantoo/pdf-lib'

/** The part of a font library that pdf-lib asks for; none is installed, and one font with one character map is all we need. */
type Fontkit = Parameters<PDFDocument['registerFontkit']>[0]
type Face = Exclude<Awaited<ReturnType<Fontkit['create']>>, null | { fonts: unknown }>

interface TableSpan {
  readonly from: number
  readonly length: number
}

interface FontFile {
  readonly view: DataView
  readonly table: (tag: string) => TableSpan
}

/** A font file cut down to the letters of one paper, with the reader to register before it is embedded. */
export interface TrueTypeFace {
  readonly bytes: Uint8Array
  readonly fontkit: Fontkit
}

/**
 * Keeps the outlines of the letters of `text` and empties all others; glyph ids stay. Knows what the Liberation fonts have:
 * TrueType outlines, a format 4 character map. Throws when the font lacks a letter, so that no paper shows boxes.
 */
export function faceFor(fontBytes: Uint8Array, text: string, name: string): TrueTypeFace {
  const font = openFont(fontBytes)
  const glyphOf = characterMap(font)
  const codes = [...new Set(codePoints(`${text} `))].sort((a, b) => a - b)
  const missing = codes.filter((code) => glyphOf(code) === 0)
  if (missing.length > 0) throw new Error(`${name} has no glyph for ${String.fromCodePoint(...missing)}`)
  return {
    bytes: subsetOf(font, codes.map(glyphOf)),
    fontkit: { create: () => describe(font, codes, glyphOf, name) },
  }
}

const codePoints = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0)

function openFont(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const spans = new Map<string, TableSpan>()
  for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16) {
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4))
    spans.set(tag, { from: view.getUint32(record + 8), length: view.getUint32(record + 12) })
  }
  const table = (tag: string) => {
    const span = spans.get(tag)
    if (span === undefined) throw new Error(`The font has no ${tag} table`)
    return span
  }
  return { view, table }
}

function characterMap({ view, table }: FontFile): (code: number) => number {
  const cmap = table('cmap').from
  const records = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + 4 + index * 8)
  const windows = records.find((at) => view.getUint16(at) === 3 && view.getUint16(at + 2) === 1)
  if (windows === undefined) throw new Error('The font has no Unicode character map')
  const map = cmap + view.getUint32(windows + 4)
  const size = view.getUint16(map + 6)
  const [ends, starts] = [map + 14, map + 16 + size]
  return (code) => {
    for (let at = 0; at < size; at += 2) {
      if (code > view.getUint16(ends + at)) continue
      const start = view.getUint16(starts + at)
      if (code < start) return 0
      const rangeAt = starts + 2 * size + at
      const range = view.getUint16(rangeAt)
      const delta = view.getUint16(starts + size + at)
      const glyph = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start))
      return (glyph + delta) & 0xffff
    }
    return 0
  }
}

function describe(
  { view, table }: FontFile,
  codes: readonly number[],
  glyphOf: (code: number) => number,
  name: string,
): Face {
  const [head, hhea, os2, hmtx] = [
    table('head').from,
    table('hhea').from,
    table('OS/2').from,
    table('hmtx').from,
  ]
  const lastWidth = view.getUint16(hhea + 34) - 1
  const glyph = (code: number) => {
    const id = glyphOf(code)
    return { id, codePoints: [code], advanceWidth: view.getUint16(hmtx + 4 * Math.min(id, lastWidth)) }
  }
  const [minX, minY, maxX, maxY] = [36, 38, 40, 42].map((at) => view.getInt16(head + at))
  const box = { minX: minX ?? 0, minY: minY ?? 0, maxX: maxX ?? 0, maxY: maxY ?? 0 }
  return {
    postscriptName: name,
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    italicAngle: 0,
    capHeight: view.getInt16(os2 + 88),
    xHeight: view.getInt16(os2 + 86),
    bbox: { ...box, width: box.maxX - box.minX, height: box.maxY - box.minY },
    characterSet: [...codes],
    glyphForCodePoint: glyph,
    layout: (line) => ({ glyphs: codePoints(line).map(glyph) }),
    createSubset: () => {
      throw new Error('The file is a subset already')
    },
  }
}

/** Tables that a PDF viewer needs of an embedded font whose letters are named by glyph id. */
const KEPT = ['OS/2', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const

function subsetOf(font: FontFile, wanted: readonly number[]): Uint8Array {
  const { view, table } = font
  const bytesOf = ({ from, length }: TableSpan) =>
    new Uint8Array(view.buffer, view.byteOffset + from, length).slice()
  const outlines = outlinesOf(font, wanted)
  const head = bytesOf(table('head'))
  // Offsets are written long, whatever the font had.
  new DataView(head.buffer).setInt16(50, 1)
  const replaced = new Map([['head', head], ...Object.entries(outlines)])
  return fileOf(KEPT.map((tag) => [tag, replaced.get(tag) ?? bytesOf(table(tag))]))
}

function outlinesOf(
  { view, table }: FontFile,
  wanted: readonly number[],
): { glyf: Uint8Array; loca: Uint8Array } {
  const [glyf, loca] = [table('glyf').from, table('loca').from]
  const long = view.getInt16(table('head').from + 50) === 1
  const offset = (id: number) => (long ? view.getUint32(loca + 4 * id) : 2 * view.getUint16(loca + 2 * id))
  const kept = withParts(new Set([0, ...wanted]), (id) =>
    partsOf(view, glyf + offset(id), offset(id + 1) - offset(id)),
  )
  const glyphs = view.getUint16(table('maxp').from + 4)
  const offsets = new DataView(new ArrayBuffer(4 * (glyphs + 1)))
  const pieces: number[] = []
  for (let id = 0; id < glyphs; id += 1) {
    if (kept.has(id)) {
      for (let at = offset(id); at < offset(id + 1); at += 1) pieces.push(view.getUint8(glyf + at))
      while (pieces.length % 4 !== 0) pieces.push(0)
    }
    offsets.setUint32(4 * (id + 1), pieces.length)
  }
  return { glyf: Uint8Array.from(pieces), loca: new Uint8Array(offsets.buffer) }
}

function withParts(ids: Set<number>, parts: (id: number) => number[]): ReadonlySet<number> {
  // A set that grows while it is walked also yields what was added: accents of accented letters.
  for (const id of ids) for (const part of parts(id)) ids.add(part)
  return ids
}

/** Glyph ids that a composed glyph is put together from; none for a plain outline. */
function partsOf(view: DataView, from: number, length: number): number[] {
  if (length === 0 || view.getInt16(from) >= 0) return []
  const parts: number[] = []
  let at = from + 10
  for (let more = true; more; ) {
    const flags = view.getUint16(at)
    parts.push(view.getUint16(at + 2))
    const scaleBytes = (flags & 0x08 ? 2 : 0) + (flags & 0x40 ? 4 : 0) + (flags & 0x80 ? 8 : 0)
    at += 4 + (flags & 0x01 ? 4 : 2) + scaleBytes
    more = (flags & 0x20) !== 0
  }
  return parts
}

function fileOf(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const padded = tables.map(([tag, bytes]) => ({ tag, bytes, room: Math.ceil(bytes.length / 4) * 4 }))
  const start = 12 + 16 * padded.length
  const file = new Uint8Array(padded.reduce((sum, { room }) => sum + room, start))
  const view = new DataView(file.buffer)
  const steps = Math.floor(Math.log2(padded.length))
  view.setUint32(0, 0x00010000)
  for (const [at, value] of [
    padded.length,
    16 * 2 ** steps,
    steps,
    16 * (padded.length - 2 ** steps),
  ].entries()) {
    view.setUint16(4 + 2 * at, value)
  }
  let from = start
  for (const [index, { tag, bytes, room }] of padded.entries()) {
    file.set(new TextEncoder().encode(tag), 12 + 16 * index)
    file.set(bytes, from)
    let sum = 0
    for (let at = from; at < from + room; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    for (const [at, value] of [sum, from, bytes.length].entries())
      view.setUint32(16 + 16 * index + 4 * at, value)
    from += room
  }
  return file
}

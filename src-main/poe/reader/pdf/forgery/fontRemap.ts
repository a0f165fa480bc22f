import type { FactFlag } from '../../../facts/documentFacts.ts'
import { fileFlag } from '../factFlags.ts'
import { decodeStream } from '../objects/decodeStream.ts'
import type { FileState } from '../objects/fileState.ts'
import type { RawFile } from '../objects/rawFile.ts'
import { dictOf, itemsOf, nameOf, type PdfDict } from '../objects/values.ts'
import { toUnicodeOf } from './toUnicode.ts'
import { charactersOfGlyphs } from './trueTypeMap.ts'
import { ownEntry } from '../../../facts/ownEntry.ts'

/** A code with what its glyph is by the font itself, and what the text table says of it. */
interface Said {
  readonly shows: string
  readonly says: string
}

/** Fonts whose text table says other letters or figures than the glyphs are (trust.md row 9): a page shows 5 and is read as 50. */
export function fontRemapFlags(_file: RawFile, now: FileState): FactFlag[] {
  return now.numbers().flatMap((num) => {
    const font = dictOf(now.object(num))
    if (nameOf(font?.entries.get('Type')) !== 'Font' || !font?.entries.has('ToUnicode')) return []
    const table = toUnicodeOf(now, font.entries.get('ToUnicode'))
    if (!table) return []
    const said =
      nameOf(font.entries.get('Subtype')) === 'Type0'
        ? ofComposite(now, font, table)
        : ofSimple(now, font, table)
    const wrong = [...lying(said), ...doubled(table)]
    if (wrong.length === 0) return []
    const name = nameOf(now.get(font.entries.get('BaseFont')).value) ?? '–'
    const text = wrong.slice(0, 8).map(({ shows, says }) => `${shows} is read as ${says}`)
    return [fileFlag('font_remap', 'high', `${name}: ${text.join(', ')}`.slice(0, 300))]
  })
}

/** Where most of a font disagrees with itself, its names are mere numbers and say nothing of its glyphs. */
const MOSTLY = 0.5
const FEW = 8

function lying(said: readonly Said[]): Said[] {
  const wrong = said.filter(({ shows, says }) => !agrees(shows, says))
  return wrong.length >= FEW && wrong.length > said.length * MOSTLY ? [] : wrong
}

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Case, accents, and signs that are no letters don't matter: small capitals and typographic signs are honest. */
const agrees = (shows: string, says: string): boolean => {
  const [a, b] = [letters(shows), letters(says)]
  if (a === b || b === '') return true
  return a === '' ? !/[\p{L}\p{N}]{2}|\d/u.test(b) : false
}

const LIGATURE =
  /^(?:f[fijltbhk]{1,2}|[a-z]?t[tiyf]|[cs]t|th|[gq][ijy]|sp|ij|lj|nj|dz|ae|oe|ss|tz|ch|ck|fft|ffj)$/iu

/** One glyph for two figures, or for two letters that no font joins. */
function doubled(table: ReadonlyMap<number, string>): Said[] {
  return [...table.values()].flatMap((says) => {
    const plain = says.normalize('NFC')
    if (/^\d{2,}$/u.test(plain)) return [{ shows: 'one glyph', says: plain }]
    const isWord = /^[a-z]{3,}$/iu.test(plain) && !LIGATURE.test(plain)
    return isWord ? [{ shows: 'one glyph', says: plain }] : []
  })
}

function ofSimple(now: FileState, font: PdfDict, table: ReadonlyMap<number, string>): Said[] {
  const names = namesOf(now, font)
  return [...table].flatMap(([code, says]) => {
    const shows = names.get(code)
    return shows === undefined ? [] : [{ shows, says }]
  })
}

const FIGURES = 'zero one two three four five six seven eight nine'.split(' ')
const SIGNS: Readonly<Record<string, string>> = {
  period: '.',
  comma: ',',
  hyphen: '-',
  colon: ':',
  slash: '/',
  space: ' ',
}

function characterOf(name: string): string | null {
  if (/^[A-Za-z]$/u.test(name)) return name
  const figure = FIGURES.indexOf(name)
  if (figure >= 0) return String(figure)
  const coded = /^uni([0-9A-F]{4})$/u.exec(name)?.[1]
  return coded === undefined
    ? (ownEntry(SIGNS, name) ?? null)
    : String.fromCharCode(Number.parseInt(coded, 16))
}

/** What a simple font's codes show by its encoding; nothing where the encoding is the font program's own. */
function namesOf(now: FileState, font: PdfDict): Map<number, string> {
  const encoding = now.get(font.entries.get('Encoding')).value
  const dict = dictOf(encoding)
  const base = nameOf(encoding) ?? nameOf(now.get(dict?.entries.get('BaseEncoding')).value)
  const isEmbedded = fontFileOf(now, font) !== null
  const names = new Map<number, string>()
  if (base !== null || !isEmbedded)
    for (let code = 0x20; code < 0x7f; code += 1) names.set(code, String.fromCharCode(code))
  let code = 0
  for (const item of itemsOf(now.get(dict?.entries.get('Differences')).value) ?? []) {
    const name = nameOf(item)
    if (typeof item === 'number') code = item
    if (name === null) continue
    const character = characterOf(name)
    if (character === null) names.delete(code)
    else names.set(code, character)
    code += 1
  }
  return nameOf(font.entries.get('Subtype')) === 'Type3' ? new Map() : names
}

function fontFileOf(now: FileState, font: PdfDict): Uint8Array | null {
  const descriptor = dictOf(now.get(font.entries.get('FontDescriptor')).value)
  const keys = ['FontFile2', 'FontFile3', 'FontFile']
  const stream = keys
    .map((key) => now.get(descriptor?.entries.get(key)).value)
    .find((value) => value !== null)
  if (typeof stream !== 'object' || stream?.kind !== 'stream') return null
  const decoded = decodeStream(now.file.bytes, stream)
  return 'bytes' in decoded ? decoded.bytes : new Uint8Array()
}

/** Fonts whose codes are glyph numbers: what a glyph is says the font program's own table, if it kept one. */
function ofComposite(now: FileState, font: PdfDict, table: ReadonlyMap<number, string>): Said[] {
  const inner = dictOf(now.get(itemsOf(now.get(font.entries.get('DescendantFonts')).value)?.[0]).value)
  const map = now.get(inner?.entries.get('CIDToGIDMap')).value
  const isPlain = nameOf(now.get(font.entries.get('Encoding')).value)?.startsWith('Identity-') === true
  if (!inner || !isPlain || (map !== null && nameOf(map) !== 'Identity')) return []
  const program = fontFileOf(now, inner)
  const glyphs = program && program.length > 12 ? charactersOfGlyphs(program) : new Map<number, Set<number>>()
  return [...table].flatMap(([code, says]) => {
    const characters = [...(glyphs.get(code) ?? [])].map((character) => String.fromCodePoint(character))
    const [shows] = characters
    if (shows === undefined) return []
    return [{ shows: characters.find((character) => agrees(character, says)) ?? shows, says }]
  })
}

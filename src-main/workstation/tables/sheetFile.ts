import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import { convertDateToSerialNumber, getCellAddress, sanitizeTextContent } from 'write-excel-file/utility'
import type { Cell } from '../../../src-preload/words/tables/column.ts'
import type { Head } from './tableSource.ts'

/** A workbook with one sheet whose rows are packed as they come: however many there are, only the packed bytes are held. */
export interface SheetFile {
  add(rows: readonly (readonly Cell[])[]): void
  finish(): Uint8Array<ArrayBuffer>
}

const SHEET = 'xl/worksheets/sheet1.xml'
/** What Excel takes of one cell. */
const MOST_CHARACTERS = 32_767
/** The longest title that Excel gives a sheet, without the signs that it refuses. */
const sheetName = (title: string): string => title.replace(/[[\]/\\:*?]/gu, ' ').slice(0, 31)

/** In characters. */
const WIDTHS = { text: 24, number: 12, days: 12, instant: 18 } as const
const FORMATS = { number: '0', days: '0.00', instant: 'yyyy-mm-dd hh:mm' } as const

/**
 * All of the file but its rows is the library's: it makes a workbook of the head and of one row, which tells what looks of cells are
 * called, and its rows are written behind the head. Left to write the rows as well it would hold every cell of them as an object and the
 * sheet as one text, and a text such as `constructor` comes out as a cell that no spreadsheet can read.
 */
export async function beginSheetFile(title: string, heads: readonly Head[]): Promise<SheetFile> {
  const parts = unzipSync(await sampleOf(title, heads))
  const { before, after, looks } = cutSample(strFromU8(parts[SHEET] ?? new Uint8Array()))
  const packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    packed.push(bytes)
  })
  for (const [name, bytes] of Object.entries(parts)) if (name !== SHEET) entryOf(zip, name).push(bytes, true)
  const sheet = entryOf(zip, SHEET)
  sheet.push(strToU8(before))
  let row = 0
  return {
    add(rows) {
      sheet.push(strToU8(rows.map((cells) => rowXml((row += 1), cells, heads, looks)).join('')))
    },
    finish() {
      sheet.push(strToU8(after), true)
      zip.end()
      return joined(packed)
    },
  }
}

function entryOf(zip: Zip, name: string): ZipDeflate {
  const entry = new ZipDeflate(name, { level: 6 })
  zip.add(entry)
  return entry
}

function sampleOf(title: string, heads: readonly Head[]): Promise<Buffer> {
  const head = heads.map(({ title: value }) => ({ value: plain(value), fontWeight: 'bold' as const }))
  const columns = heads.map(({ kind, title: { length } }) => ({ width: Math.max(WIDTHS[kind], length + 2) }))
  const options = { sheet: sheetName(title), columns, stickyRowsCount: 1 }
  return writeExcelFile([head, heads.map(({ kind }) => SAMPLES[kind])], options).toBuffer()
}

const SAMPLES: Readonly<Record<Head['kind'], CellObject>> = {
  text: { value: 'text', type: String },
  number: { value: 1, type: Number, format: FORMATS.number },
  days: { value: 1, type: Number, format: FORMATS.days },
  instant: { value: new Date(0), type: Date, format: FORMATS.instant },
}

/** The sheet around its second row, and the attribute by which each cell of that row names its look. */
function cutSample(xml: string) {
  const begin = xml.indexOf('<row r="2"')
  const end = xml.indexOf('</sheetData>')
  if (begin < 0 || end < begin) throw new Error('The library writes sheets in another way.')
  const cells = [...xml.slice(begin, end).matchAll(/<c r="[A-Z]+2"( s="\d+")?/gu)]
  return { before: xml.slice(0, begin), after: xml.slice(end), looks: cells.map(([, look]) => look ?? '') }
}

/** @param at counted from 1 below the head. */
function rowXml(
  at: number,
  cells: readonly Cell[],
  heads: readonly Head[],
  looks: readonly string[],
): string {
  const written = cells.map((cell, column) => {
    if (cell === null || cell === '') return ''
    const place = `<c r="${getCellAddress(at, column)}"${looks[column] ?? ''}`
    if (typeof cell === 'number') return `${place}><v>${cell}</v></c>`
    if (heads[column]?.kind === 'instant')
      return `${place}><v>${convertDateToSerialNumber(new Date(cell))}</v></c>`
    // Typed: text is text whatever it begins with, a formula is never written.
    return `${place} t="inlineStr"><is><t xml:space="preserve">${sanitizeTextContent(plain(cell))}</t></is></c>`
  })
  return `<row r="${at + 1}">${written.join('')}</row>`
}

/** `_x0041_` in a cell is read as the sign of that number: its underscore is written so itself. */
const plain = (text: string): string =>
  text.slice(0, MOST_CHARACTERS).replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

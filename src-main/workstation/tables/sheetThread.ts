/**
 * The thread that makes workbooks: of 100,000 rows its library makes one piece of XML, and the window would wait for it.
 */
import { parentPort } from 'node:worker_threads'
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node'
import type { Cell } from '../../../src-preload/words/tables/column.ts'
import type { SheetMessage } from './sheetMessages.ts'
import type { Head } from './tableSource.ts'

/** What Excel takes of one cell. */
const MOST_CHARACTERS = 32_767
/** The longest title that Excel gives a sheet, without the signs that it refuses. */
const sheetName = (title: string): string => title.replace(/[[\]/\\:*?]/gu, ' ').slice(0, 31)

/** In characters. */
const WIDTHS = { text: 24, number: 12, days: 12, instant: 18 } as const
const FORMATS = { number: '0', days: '0.00', instant: 'yyyy-mm-dd hh:mm' } as const

let title = ''
let heads: readonly Head[] = []
const rows: Row[] = []

parentPort?.on('message', (message: SheetMessage) => {
  if (message.say === 'begin') {
    title = message.title
    heads = message.heads
    rows.push(heads.map(({ title: value }) => ({ value: plain(value), fontWeight: 'bold' })))
  } else if (message.say === 'rows') rows.push(...message.rows.map(rowOf))
  else void finish()
})

async function finish(): Promise<void> {
  const columns = heads.map((head) => ({ width: Math.max(WIDTHS[head.kind], head.title.length + 2) }))
  const file = writeExcelFile(rows, { sheet: sheetName(title), columns, stickyRowsCount: 1 })
  // A copy of its own buffer: a Node buffer may be a piece of one that cannot be handed over.
  const bytes = new Uint8Array(await file.toBuffer())
  parentPort?.postMessage(bytes, [bytes.buffer])
}

const rowOf = (cells: readonly Cell[]): Row =>
  cells.map((cell, at) => cellOf(cell, heads[at]?.kind ?? 'text'))

/** Typed: text is text whatever it begins with, a formula is never written. */
function cellOf(cell: Cell, kind: Head['kind']): CellObject | null {
  if (cell === null || cell === '') return null
  if (kind === 'instant') return { value: new Date(cell), type: Date, format: FORMATS.instant }
  if (typeof cell === 'number')
    return { value: cell, type: Number, format: FORMATS[kind === 'days' ? kind : 'number'] }
  return { value: plain(cell), type: String }
}

/** `_x0041_` in a cell is read as the sign of that number: its underscore is written so itself. */
const plain = (text: string): string =>
  text.slice(0, MOST_CHARACTERS).replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')

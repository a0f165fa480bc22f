import { hiddenFlags } from '../flow/flowFlags.ts'
import { FlowPage } from '../flow/flowPage.ts'
import { paragraphOf, PLAIN, type TextLook } from '../flow/flowParts.ts'
import { NOTHING_MORE, type ReaderPiece, type ReadLimits } from '../pieces.ts'
import type { OfficePackage } from './officePackage.ts'
import { SheetStyles } from './sheetStyles.ts'
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from './xml.ts'

interface Workbook {
  readonly strings: readonly string[]
  readonly styles: SheetStyles
}

interface Cell {
  readonly column: number
  readonly text: string
  readonly look: TextLook
}

const MOST_CELLS = 200_000
const MOST_COLUMN = 64

export function* readSheets(file: OfficePackage, limits: ReadLimits): Generator<ReaderPiece> {
  const main = file.mainPart()
  const root = file.part(main)
  const links = new Map(file.relationshipsOf(main).map((one) => [one.id, one]))
  const target = (kind: string): XmlElement | null => {
    const link = [...links.values()].find((one) => one.kind === kind && !one.isExternal)
    return link ? file.part(link.target) : null
  }
  const sheets = childrenOf(childOf(root, 'sheets'), 'sheet')
  const is1904 = /^(?:1|true)$/u.test(childOf(root, 'workbookPr')?.attributes['date1904'] ?? '')
  const book: Workbook = {
    strings: childrenOf(target('sharedStrings'), 'si').map(stringOf),
    styles: new SheetStyles(target('styles'), is1904),
  }
  yield { piece: 'opened', pageCount: sheets.length }
  for (const [i, sheet] of sheets.slice(0, limits.pages).entries()) {
    const link = links.get(sheet.attributes['id'] ?? '')
    const part = link && !link.isExternal && file.zip.has(link.target) ? file.part(link.target) : null
    const isHidden = /hidden/iu.test(sheet.attributes['state'] ?? '')
    yield sheetPiece(part, sheet.attributes['name'] ?? '', book, i + 1, isHidden)
  }
  yield {
    ...NOTHING_MORE,
    flags: file.flags(),
    metadata: file.metadata(),
    reason: sheets.length > limits.pages ? 'too_many_pages' : null,
  }
}

/** A string of several runs; what stands only to help reading Japanese is left out. */
const stringOf = (element: XmlElement): string =>
  descendantsOf(
    { ...element, children: element.children.filter((one) => typeof one === 'string' || one.name !== 'rPh') },
    't',
  )
    .map(textOf)
    .join('')

function sheetPiece(
  sheet: XmlElement | null,
  name: string,
  book: Workbook,
  number: number,
  isHidden: boolean,
): ReaderPiece {
  const columns = sheet ? columnsOf(sheet) : null
  const page = new FlowPage('sheet', 'sheet', columns?.pageWidth)
  const title = { ...PLAIN, hidden: isHidden ? ('docx_hidden_text' as const) : null }
  page.put([paragraphOf([{ kind: 'text', text: name, look: title }])])
  if (sheet && columns) putRows(page, sheet, columns, book, isHidden)
  const facts = page.finish(number)
  return { piece: 'page', read: { page: facts, fields: [], annotations: [] }, flags: hiddenFlags(facts) }
}

function putRows(
  page: FlowPage,
  sheet: XmlElement,
  columns: Columns,
  book: Workbook,
  isHidden: boolean,
): void {
  let left = MOST_CELLS
  for (const row of childrenOf(childOf(sheet, 'sheetData'), 'row')) {
    if (left <= 0) return
    const rowHidden = isHidden || /^(?:1|true)$/u.test(row.attributes['hidden'] ?? '')
    const cells = cellsOf(row, book, (column) => rowHidden || columns.hidden.has(column))
    left -= cells.length
    page.asOneBlock(() => putRow(page, cells, columns.widths))
  }
}

/** A cell reaches over the empty ones to its right, as a workbook shows it. */
function putRow(page: FlowPage, cells: readonly Cell[], widths: readonly number[]): void {
  const edges = [MARGIN]
  for (const width of widths) edges.push((edges.at(-1) ?? MARGIN) + width)
  const top = page.y
  let bottom = top
  cells.forEach((cell, i) => {
    const next = cells.slice(i + 1).find(({ text }) => text !== '')
    const from = edges[cell.column] ?? MARGIN
    const to = (next ? edges[next.column] : undefined) ?? edges.at(-1) ?? 538
    const column = { from, to: Math.max(from + 20, to - 6) }
    bottom = Math.max(
      bottom,
      page.putAt([paragraphOf([{ kind: 'text', text: cell.text, look: cell.look }])], top, column),
    )
  })
  page.skip(bottom - page.y)
}

interface Columns {
  /** Points. */
  readonly widths: readonly number[]
  readonly hidden: ReadonlySet<number>
  readonly pageWidth: number
}

const MARGIN = 57
/** A workbook's widths count figures of its usual type; ten more are left for the gap. */
const FIGURE_PT = 5.5
const GAP_PT = 10

function columnsOf(sheet: XmlElement): Columns {
  const hidden = new Set<number>()
  const used = Math.min(MOST_COLUMN, Math.max(1, lastColumn(sheet)))
  const given = Array.from({ length: used }, () => 9)
  for (const { attributes } of childrenOf(childOf(sheet, 'cols'), 'col')) {
    const [from, to] = [Number(attributes['min'] ?? 1), Math.min(MOST_COLUMN, Number(attributes['max'] ?? 1))]
    for (let i = from; i <= to; i += 1) {
      if (/^(?:1|true)$/u.test(attributes['hidden'] ?? '')) hidden.add(i - 1)
      if (i <= used) given[i - 1] = Math.min(80, Number(attributes['width'] ?? 9) || 9)
    }
  }
  const widths = given.map((width) => width * FIGURE_PT + GAP_PT)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  // At least as wide as a paper: text in the last columns reaches over.
  return {
    widths: [...widths, Math.max(0, 481 - whole)],
    hidden,
    pageWidth: Math.max(595, whole + 2 * MARGIN),
  }
}

const lastColumn = (sheet: XmlElement): number =>
  childrenOf(childOf(sheet, 'sheetData'), 'row').reduce(
    (most, row) => Math.max(most, childrenOf(row, 'c').length, columnOf(childrenOf(row, 'c').at(-1)) + 1),
    0,
  )

/** "C7" → 2. -1 where the cell does not say. */
function columnOf(cell: XmlElement | undefined): number {
  const letters = /^([a-z]{1,3})\d/iu.exec(cell?.attributes['r'] ?? '')?.[1]?.toUpperCase()
  if (!letters) return -1
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellsOf(row: XmlElement, book: Workbook, isHidden: (column: number) => boolean): Cell[] {
  let last = -1
  return childrenOf(row, 'c').flatMap((cell): Cell[] => {
    const named = columnOf(cell)
    const column = Math.min(MOST_COLUMN - 1, named >= 0 ? named : last + 1)
    last = column
    const text = valueOf(cell, book)
    const style = Number(cell.attributes['s'] ?? 0)
    const unseen = isHidden(column) || book.styles.isUnseen(style)
    const look: TextLook = {
      ...PLAIN,
      bold: book.styles.isBold(style),
      hidden: unseen ? 'docx_hidden_text' : null,
    }
    return text === '' ? [] : [{ column, text, look }]
  })
}

function valueOf(cell: XmlElement, { strings, styles }: Workbook): string {
  const value = textOf(childOf(cell, 'v'))
  switch (cell.attributes['t']) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
      return stringOf(childOf(cell, 'is') ?? cell)
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'str':
    case 'e':
    case 'd':
      return value
    default:
      return value === '' ? '' : styles.shown(Number(value), value, Number(cell.attributes['s'] ?? 0))
  }
}

import type { Cell, ColumnKind } from '../../../src-preload/words/tables/column.ts'
import type { Head } from './tableSource.ts'

const BOM = '\u{FEFF}'
const LINE = '\r\n'
/** What spreadsheets take for the begin of a formula, and the full-width forms that some of them read alike, also behind signs that none shows. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u

/** How the spreadsheets of a region part cells and numbers: where the comma is the decimal sign, a semicolon parts cells. */
export interface CsvForm {
  readonly separator: ',' | ';'
  readonly decimal: '.' | ','
}

export function csvFormOf(region: string): CsvForm {
  const decimal = decimalSign(region)
  return decimal === '.' ? { separator: ',', decimal: '.' } : { separator: ';', decimal: ',' }
}

/** Some regions write another sign than these two; their spreadsheets take the comma. */
function decimalSign(region: string): string {
  try {
    const parts = new Intl.NumberFormat(region, { numberingSystem: 'latn' }).formatToParts(1.5)
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
  } catch {
    return '.' // No such tag.
  }
}

/** Begins the file: without the mark spreadsheets read UTF-8 as something else. */
export const csvHead = (heads: readonly Head[], form: CsvForm): string =>
  BOM +
  csvLine(
    heads.map(({ title }) => textCell(title, form)),
    form,
  )

export const csvRow = (heads: readonly Head[], cells: readonly Cell[], form: CsvForm): string =>
  csvLine(
    cells.map((cell, at) => cellText(cell, heads[at]?.kind ?? 'text', form)),
    form,
  )

const csvLine = (fields: readonly string[], { separator }: CsvForm): string => fields.join(separator) + LINE

function cellText(cell: Cell, kind: ColumnKind, form: CsvForm): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return quoted(numberText(cell, kind).replace('.', form.decimal), form)
  // An instant is ours and never begins like a formula.
  return kind === 'instant' ? cell : textCell(cell, form)
}

/** A day has 86,400 seconds: more digits than these say nothing. */
const numberText = (value: number, kind: ColumnKind): string =>
  String(kind === 'days' ? Math.round(value * 100) / 100 : value)

const textCell = (text: string, form: CsvForm): string => quoted(FORMULA.test(text) ? `'${text}` : text, form)

/** RFC 4180: what parts cells or lines, and the quote itself, stands in quotes. A lone surrogate has no place in UTF-8. */
function quoted(text: string, { separator }: CsvForm): string {
  const whole = text.toWellFormed()
  return whole.includes(separator) || /["\r\n]/u.test(whole) ? `"${whole.replaceAll('"', '""')}"` : whole
}

import type { ColumnMap } from './mapColumns.ts'
import { ROW_OUTCOMES, type RowOutcome } from './rowOutcome.ts'

/** What was read of the file. */
export interface ImportSource {
  /** What a place is called: `line` of a table, `entry` of a list. */
  readonly placeName: 'line' | 'entry'
  /** Null = it has no columns. */
  readonly header: readonly string[] | null
  readonly delimiter: string
  readonly mapped: ColumnMap['mapped']
  readonly ignored: readonly string[]
}

/** Everything that came of an import. */
export interface ImportReport {
  readonly source: ImportSource
  /** False = nothing was written. */
  readonly applied: boolean
  /** In the order of the file. */
  readonly outcomes: readonly RowOutcome[]
}

const countsOf = ({ outcomes }: ImportReport) =>
  Object.fromEntries(
    ROW_OUTCOMES.map((name) => [name, outcomes.filter(({ outcome }) => outcome === name).length]),
  ) as Record<RowOutcome['outcome'], number>

/** How the file is read, for a person. */
export function mappingText({ mapped, ignored }: ImportSource): string {
  const width = Math.max(0, ...mapped.map(({ header }) => header.trim().length))
  const left = ignored.map((header) => `"${header.trim()}"`).join(', ')
  return [
    ...mapped.map(({ header, field }) => `${header.trim().padEnd(width)}  ${field}\n`),
    left === '' ? '' : `Left out: ${left}\n`,
  ].join('')
}

/** A line for each reason and each note, and how many there were of each kind. */
export function reportText(report: ImportReport): string {
  const { source, applied, outcomes } = report
  const counts = countsOf(report)
  const lineOf = ({ row }: RowOutcome, text: string): string =>
    `${source.placeName} ${row.place}  ${row.claimId ?? '(no id)'}  ${text}\n`
  const lines = outcomes.flatMap((one) => [
    ...one.reasons.map((reason) => lineOf(one, `refused: ${reason}`)),
    ...one.notes.map((note) => lineOf(one, `note: ${note}`)),
  ])
  const { there, refused } = counts
  const sum = applied
    ? `${counts.brought} brought in, ${counts.finished} finished, ${there} there already, ${refused} refused.\n`
    : `Nothing was written. ${counts.new} would come in, ${counts.unfinished} would be finished, ${there} are there already, ${refused} refused.\n`
  const next =
    applied || counts.new + counts.unfinished === 0 ? '' : 'Run it again with --apply to bring them in.\n'
  return [...lines, sum, next].join('')
}

/** The same for machines, in one object. */
export function reportJson(report: ImportReport): string {
  const { source, applied, outcomes } = report
  const rows = outcomes.map(({ row, ...one }) => ({
    [source.placeName]: row.place,
    claimId: row.claimId,
    ...one,
  }))
  const { mapped, ignored } = source
  return `${JSON.stringify({ applied, columns: mapped, ignored, rows, counts: countsOf(report) })}\n`
}

/** The refused rows as a table that can be mended and imported again: their own columns, the place, and the reasons. */
export function refusedCsv({ source, outcomes }: ImportReport): string {
  const { header, placeName, delimiter } = source
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused')
  const columns = header ?? ['Claim ID']
  const cells = refused.map(({ row, reasons }) => [
    ...columns.map((_, index) => (header === null ? row.claimId : row.cells?.[index]) ?? ''),
    `${placeName} ${row.place}`,
    reasons.join('\n'),
  ])
  const lines = [[...columns, 'Place', 'Refused because'], ...cells]
  // The mark at the beginning is how spreadsheets know UTF-8.
  return `\uFEFF${lines.map((line) => `${line.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`).join('')}`
}

/** A cell that a spreadsheet would take for a formula is kept a text by an apostrophe, which reading takes away again. */
function quoted(cell: string, delimiter: string): string {
  const safe = /^[\s]*[=+\-@]/.test(cell) ? `'${cell}` : cell
  return safe.includes(delimiter) || /["\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

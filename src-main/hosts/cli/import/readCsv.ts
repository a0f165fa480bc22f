import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { CsvError, type InfoRecord, parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import { UsageError } from '../usageError.ts'
import { fieldOfHeader } from './importFields.ts'

/** A row as it stands in the file. */
export interface CsvRow {
  /** Number of the line in which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Why it cannot be read; null = it can. */
  readonly problem: string | null
}

export interface CsvFile {
  readonly header: readonly string[]
  readonly delimiter: string
  readonly rows: readonly CsvRow[]
}

const MAX_FILE_BYTES = 100 * 1024 * 1024
/** A row that goes on for longer has a quote that was forgotten. */
const MAX_ROW_CHARACTERS = 1_000_000
/** In this much of a file its header stands. */
const HEAD_BYTES = 256 * 1024

/** Reads a table of UTF-8 with a header, parted by commas, semicolons or tabs. @throws UsageError when it is none. */
export async function readCsv(path: string): Promise<CsvFile> {
  const { delimiter, firstLine } = separatorOf(await readHead(path))
  const rows: CsvRow[] = []
  let header: readonly string[] | null = null
  let nextLine = firstLine
  // Within quotes the parser counts a line end of two characters as two lines.
  let twice = 0
  try {
    for await (const { record, info } of recordsOf(path, delimiter, firstLine)) {
      twice += countIn(record, /\r\n/g)
      const end = info.lines - twice
      const line = end - countIn(record, /\r\n|\n|\r/g)
      nextLine = end + 1
      if (header === null) header = record
      else rows.push({ line, cells: record, problem: tooMany(record, header.length) })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    rows.push({ line: nextLine, cells: [], problem: NOT_CLOSED })
  }
  if (header === null)
    throw new UsageError(`${path} has no header that can be read: it is empty, or a quote is open.`)
  return { header, delimiter, rows }
}

const NOT_CLOSED = 'From here on nothing could be read: a quote is opened that is never closed.'

function tooMany(cells: readonly string[], columns: number): string | null {
  // Spreadsheets leave empty cells at the end of a row out.
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  return used > columns ? `The row has ${used} cells, the header ${columns}.` : null
}

const countIn = (cells: readonly string[], sign: RegExp): number =>
  cells.reduce((sum, cell) => sum + (cell.match(sign)?.length ?? 0), 0)

interface CsvRecord {
  readonly record: string[]
  readonly info: InfoRecord
}

function recordsOf(path: string, delimiter: string, firstLine: number): AsyncIterable<CsvRecord> {
  const parser = parse({
    delimiter,
    from_line: firstLine,
    info: true,
    // A quote inside a name is a quote inside a name.
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_ROW_CHARACTERS,
  })
  // What goes wrong ends the parser with the same error, and so the loop over it.
  return pipeline(Readable.from(textOf(path)), parser, () => {})
}

/** @throws UsageError for bytes that are no UTF-8, instead of making question marks of them. */
async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    // A stream of bytes without an encoding gives buffers.
    for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Buffer, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(`${path} is not UTF-8. ${SAVE_AS}`, { cause: error })
  }
}

const SAVE_AS = 'Save it as "CSV UTF-8".'

/** The beginning of the file. @throws UsageError when it is no text that can be read here. */
async function readHead(path: string): Promise<string> {
  const file = await open(path).catch((cause: unknown) => {
    throw new UsageError(`${path} cannot be read. Give the path of a file that exists.`, { cause })
  })
  try {
    const { size } = await file.stat()
    if (size > MAX_FILE_BYTES) throw new UsageError(`${path} is larger than 100 MB; cut it in parts.`)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return decodedHead(path, buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

function decodedHead(path: string, bytes: Buffer): string {
  if (bytes.length === 0) throw new UsageError(`${path} is empty.`)
  const begins = (...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04))
    throw new UsageError(`${path} is a workbook, not a table of text. ${SAVE_AS}`)
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff) || bytes.subarray(0, 1024).includes(0))
    throw new UsageError(`${path} is UTF-16 or no text at all. ${SAVE_AS}`)
  return new TextDecoder().decode(bytes)
}

const DELIMITERS = [',', ';', '\t'] as const

/** The separator under which most columns of the header are known; `sep=;` in a line of its own says it. */
function separatorOf(head: string): { readonly delimiter: string; readonly firstLine: number } {
  const said = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (said !== undefined) return { delimiter: said, firstLine: 2 }
  const ranked = DELIMITERS.map((delimiter) => {
    const [header = []] = parseSync(head, { delimiter, to: 1, relax_quotes: true, skip_empty_lines: true })
    return {
      delimiter,
      known: header.filter((one) => fieldOfHeader(one) !== null).length,
      all: header.length,
    }
  }).toSorted((a, b) => b.known - a.known || b.all - a.all)
  return { delimiter: ranked[0]?.delimiter ?? ',', firstLine: 1 }
}

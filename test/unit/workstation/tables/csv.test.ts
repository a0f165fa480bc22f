import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFormOf, csvHead, csvRow } from '../../../../src-main/workstation/tables/csv.ts'
import type { Head } from '../../../../src-main/workstation/tables/tableSource.ts'

const heads: readonly Head[] = [
  { title: 'Name', kind: 'text' },
  { title: 'Items', kind: 'number' },
  { title: 'Age', kind: 'days' },
  { title: 'Due (UTC)', kind: 'instant' },
]
const REGIONS = ['en-GB', 'en-US', 'it', 'it-IT', 'de-DE', 'pl-PL', 'ar-EG', 'fa-IR'] as const

const read = (text: string, delimiter: string): string[][] =>
  parse(Buffer.from(text), { bom: true, delimiter, relax_column_count: true, record_delimiter: '\r\n' })

/** Signs that part, quote, begin formulas or break lines come often. */
const stranger = fc.string({
  unit: fc.oneof(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ';', ',', "'", ' ', '\u{FEFF}', '＝', '💶'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 12,
})

/** As a person reads it: the quote says that it is no formula. Half a pair of surrogates is no text. */
const guarded = (text: string): string =>
  (/^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u.test(text) ? `'${text}` : text).toWellFormed()

describe('a table as CSV', () => {
  it('reads back as it was written, whatever strangers wrote, in every region', () => {
    fc.assert(
      fc.property(
        fc.array(stranger, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...REGIONS),
        (texts, region) => {
          const form = csvFormOf(region)
          const rows = texts.map((text) => [text, 3, 1.5, '2026-11-23T09:00:00.000Z'])
          const file = csvHead(heads, form) + rows.map((row) => csvRow(heads, row, form)).join('')
          const [first, ...cells] = read(file, form.separator)
          expect(first).toEqual(['Name', 'Items', 'Age', 'Due (UTC)'])
          expect(cells.map(([text]) => text)).toEqual(texts.map(guarded))
          for (const [, items, age, due] of cells)
            expect([items, age, due]).toEqual(['3', `1${form.decimal}5`, '2026-11-23T09:00:00.000Z'])
        },
      ),
    )
  })

  it('gives no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(stranger, (text) => {
        const form = csvFormOf('en')
        const line = csvHead(heads, form) + csvRow(heads.slice(0, 1), [text], form)
        const cell = read(line, form.separator)[1]?.[0] ?? ''
        expect(cell).not.toMatch(/^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u)
      }),
    )
    const form = csvFormOf('en')
    expect(csvRow(heads, ['=HYPERLINK("x")', -3, -1.5, null], form)).toBe(`"'=HYPERLINK(""x"")",-3,-1.5,\r\n`)
  })

  it.each([
    ['it', ';', ','],
    ['de-AT', ';', ','],
    ['en-GB', ',', '.'],
    ['de-CH', ',', '.'],
    ['ar-EG', ',', '.'],
    ['no tag at all', ',', '.'],
  ])('parts cells in %s by %s and writes numbers with %s', (region, separator, decimal) => {
    expect(csvFormOf(region)).toEqual({ separator, decimal })
  })

  it('begins with the mark by which spreadsheets know UTF-8', () => {
    expect([...Buffer.from(csvHead(heads, csvFormOf('it')))].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
  })
})

import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginWorkbook } from '../../../../src-main/workstation/tables/workbook.ts'
import type { Head } from '../../../../src-main/workstation/tables/tableSource.ts'
import { readWorkbook } from './readWorkbook.ts'

const heads: readonly Head[] = [
  { title: 'Name', kind: 'text' },
  { title: 'Items', kind: 'number' },
  { title: 'Age in days', kind: 'days' },
  { title: 'Due (UTC)', kind: 'instant' },
]
const DUE = '2026-11-23T09:30:00.000Z'

async function made(rows: readonly (string | number | null)[][], title = 'Claims') {
  const workbook = beginWorkbook(title, heads)
  try {
    for (const row of rows) workbook.add([row])
    return readWorkbook(await workbook.finish())
  } finally {
    await workbook.end()
  }
}

/** Days since the last one of 1899, as spreadsheets count them. */
const serialOf = (iso: string): number => (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000

describe('a table as a workbook', () => {
  it('has typed cells under a bold head that stays in sight', async () => {
    const { rows, pane, widths, name } = await made([
      ['Aurora', 3, 1.234, DUE],
      [null, null, null, null],
    ])
    expect(name).toBe('Claims')
    expect([...(rows[0]?.values() ?? [])].map(({ text }) => text)).toEqual(heads.map(({ title }) => title))
    const row = rows[1]
    expect(row?.get('A')).toMatchObject({ type: 'inlineStr', text: 'Aurora' })
    expect(row?.get('B')).toMatchObject({ text: '3', format: expect.stringMatching(/^0?$/) })
    expect(row?.get('C')).toMatchObject({ text: '1.234', format: '0.00' })
    expect(Number(row?.get('D')?.text)).toBeCloseTo(serialOf(DUE), 6)
    expect(row?.get('D')?.format).toBe('yyyy-mm-dd hh:mm')
    expect(pane).toMatchObject({ ySplit: '1', state: 'frozen' })
    expect(widths).toEqual([24, 12, 13, 18])
  })

  it('holds as text whatever strangers wrote, and never a formula', async () => {
    const printable = fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 20 })
    const hostile = fc.constantFrom(
      '=1+1',
      '+A1',
      '-2',
      '@x',
      '\tx',
      '_x0041_',
      '<c/>',
      '&amp;',
      ']]>',
      ' x ',
      'constructor',
      '__proto__',
    )
    const texts = fc.sample(fc.oneof(hostile, printable), { numRuns: 200, seed: 20261123 })
    const { rows, hasFormula } = await made(texts.map((text) => [text, 1, null, null]))
    expect(rows.slice(1).map((row) => row.get('A')?.text)).toEqual(texts)
    expect(hasFormula).toBe(false)
  })

  it('stays a workbook where a text holds what XML does not, or more than a cell takes', async () => {
    const { rows } = await made([
      ['a\u{0}b\u{1B}c', 1, null, null],
      ['x'.repeat(40_000), 1, null, null],
    ])
    expect(rows[1]?.get('A')?.text).toBe('abc')
    expect(rows[2]?.get('A')?.text).toHaveLength(32_767)
  })

  it('of 60,000 rows is made within a minute, and holds the last as it holds the first', {
    timeout: 60_000,
  }, async () => {
    const workbook = beginWorkbook('Claims', heads)
    const row = (n: number) => [`Partner ${n}`, n, n / 7, DUE]
    const most = 60_000
    for (let at = 0; at < most; at += 250) workbook.add(Array.from({ length: 250 }, (_, n) => row(at + n)))
    const sheet = strFromU8(
      unzipSync(await workbook.finish())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    await workbook.end()
    expect(sheet.match(/<row /gu)).toHaveLength(most + 1)
    for (const n of [0, most - 1])
      expect(sheet).toContain(
        `<row r="${n + 2}"><c r="A${n + 2}" t="inlineStr"><is><t xml:space="preserve">Partner ${n}</t></is></c>`,
      )
  })

  it('takes a title that is no name for a sheet', async () => {
    expect((await made([], 'Claims: open/closed [of the whole team]')).name).toHaveLength(31)
  })
})

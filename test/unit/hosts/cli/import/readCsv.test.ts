import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../../../../src-main/hosts/cli/import/readCsv.ts'
import { UsageError } from '../../../../../src-main/hosts/cli/usageError.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string | Uint8Array) {
  const path = join(folder, 'claims.csv')
  await writeFile(path, content)
  return readCsv(path)
}
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('a table of claims', () => {
  it.each([',', ';', '\t'])('may be parted by %j', async (delimiter) => {
    const file = await read(['Claim ID', 'Products'].join(delimiter).concat('\nP-1', delimiter, 'Teams\n'))
    expect(file).toMatchObject({ delimiter, header: ['Claim ID', 'Products'] })
    expect(file.rows).toEqual([{ line: 2, cells: ['P-1', 'Teams'], problem: null }])
  })

  it('is parted by what makes its header known, not by what stands in it most often', async () => {
    const file = await read('Claim ID;"Customer, with, many, commas"\nP-1;x\n')
    expect(file.delimiter).toBe(';')
    expect((await read('sep=|\r\nClaim ID|Products\r\nP-1|Teams\r\n')).rows).toEqual([
      { line: 3, cells: ['P-1', 'Teams'], problem: null },
    ])
  })

  it('counts lines as an editor does: lines inside quotes, empty lines, any kind of line end', async () => {
    const text = '\uFEFFClaim ID,Comment\r\nP-1,"one\r\ntwo\r\nthree"\r\n\r\n,\r\nP-2,"He said ""no"""\r\n'
    const { header, rows } = await read(text)
    expect(header).toEqual(['Claim ID', 'Comment'])
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, 'P-1', 'one\r\ntwo\r\nthree'],
      [7, 'P-2', 'He said "no"'],
    ])
    expect((await read('Claim ID\rP-1\rP-2')).rows.map(({ line }) => line)).toEqual([2, 3])
  })

  it('takes a quote inside a name for a quote inside a name', async () => {
    const { rows } = await read('Claim ID,Comment\nP-1,a 5" screen\nP-2,"the "best" one"\n')
    expect(rows.map(({ cells }) => cells[1])).toEqual(['a 5" screen', '"the "best" one"'])
  })

  it('gives a row that is too long a reason, and one whose end is empty none', async () => {
    const { rows } = await read('Claim ID,Comment\nP-1,a,b\nP-2,a,,\nP-3\n')
    expect(rows.map(({ problem }) => problem)).toEqual(['The row has 3 cells, the header 2.', null, null])
  })

  it('keeps the rows before a quote that is never closed, and says where that is', async () => {
    const { rows } = await read('Claim ID,Comment\nP-1,a\nP-2,"b\nP-3,c\n')
    expect(rows.map(({ line }) => line)).toEqual([2, 3])
    expect(rows[1]?.problem).toContain('a quote is opened that is never closed')
    const long = await read(`Claim ID,Comment\nP-1,"${'x\n'.repeat(600_000)}`)
    expect(long.rows).toMatchObject([{ line: 2, problem: expect.stringContaining('never closed') }])
  })

  it.each([
    ['', 'is empty'],
    ['\n\n', 'has no header'],
    [utf16('Claim ID\nP-1'), 'UTF-16 or no text at all'],
    [Buffer.from('Claim ID\nP-1', 'utf16le'), 'UTF-16 or no text at all'],
    [Buffer.from('Claim ID,Customer\nP-1,Müller', 'latin1'), 'is not UTF-8. Save it as "CSV UTF-8"'],
    [Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'is a workbook'],
  ])('is refused as a whole when it is none: %#', async (content, message) => {
    await expect(read(content)).rejects.toThrow(UsageError)
    await expect(read(content)).rejects.toThrow(message)
  })

  it('is refused when it is not there', async () => {
    await expect(readCsv(join(folder, 'absent.csv'))).rejects.toThrow('cannot be read')
  })

  it('may be long', async () => {
    const { rows } = await read(`Claim ID,Comment\n${'P-1,"a, b"\n'.repeat(50_000)}`)
    expect(rows).toHaveLength(50_000)
    expect(rows.at(-1)).toEqual({ line: 50_001, cells: ['P-1', 'a, b'], problem: null })
  })
})

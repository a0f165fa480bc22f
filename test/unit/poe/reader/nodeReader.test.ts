import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { judge } from '../../../../src-main/poe/judge.ts'
import { createNodeReader } from '../../../../src-main/poe/reader/nodeReader.ts'
import type { ReaderLimits } from '../../../../src-main/poe/reader/readerLimits.ts'
import { canUnshare, startReader } from '../../../../src-main/poe/reader/startReader.ts'
import { lockedPdf } from '../../../accuracy/madeCases.ts'
import { aClaimForm } from '../../../builders/poe/claimForm.ts'
import { drawnBytes } from '../../../builders/poe/drawnPdf.ts'
import { aReader, READER_ENTRY, READER_FOLDERS, readBytes } from '../../../builders/poe/readers.ts'

const probe = (name: string): string => fileURLToPath(new URL(`probes/${name}.ts`, import.meta.url))
const POE = fileURLToPath(new URL('../../../../src-main/poe', import.meta.url))

const probing = (name: string, limits: Partial<ReaderLimits> = {}) =>
  createNodeReader({ entry: probe(name), ...READER_FOLDERS, limits })

const page = (text: string) => drawnBytes([(artist) => artist.text(text, 60, 100)])

describe('the bound process', () => {
  it('refuses every way out before a parser loads', async () => {
    const child = startReader({ entry: probe('escape'), ...READER_FOLDERS, codeFolders: [`${POE}/`] })
    const [answer] = await once(child, 'message')
    const { globals, results, environment } = answer as {
      globals: string[]
      results: Record<string, string>
      environment: string[]
    }
    expect(globals).toEqual([])
    expect(Object.entries(results).filter(([, outcome]) => outcome !== 'refused')).toEqual([])
    expect(Object.keys(results).length).toBeGreaterThan(15)
    expect(environment.filter((name) => !['LANG', 'TZ', 'PWD', 'SHLVL', '_'].includes(name))).toEqual([])
  })

  it.runIf(canUnshare())('lives in a network namespace of its own where that is allowed', async () => {
    const { readlinkSync } = await import('node:fs')
    const child = startReader({ entry: probe('hang'), ...READER_FOLDERS })
    await once(child, 'message')
    const own = readlinkSync(`/proc/${child.pid}/ns/net`)
    child.kill('SIGKILL')
    expect(own).not.toBe(readlinkSync('/proc/self/ns/net'))
  })
})

describe('limits', () => {
  it('ends a reading that takes too long', async () => {
    const reader = probing('hang', { parseMs: 400 })
    const facts = await readBytes(reader, await page('anything'))
    reader.close()
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'time', pageCount: 3, pages: [] })
  })

  it.runIf(process.platform === 'linux')('ends a reading that takes too much memory', async () => {
    const reader = probing('devour', { residentBytes: 200 * 1024 * 1024 })
    const facts = await readBytes(reader, await page('anything'))
    reader.close()
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'memory' })
  })

  it('reads no more pages than allowed and says so', async () => {
    const reader = aReader({ pages: 2 })
    const bytes = await drawnBytes(
      ['one', 'two', 'three'].map((text) => (artist) => artist.text(text, 60, 100)),
    )
    const facts = await readBytes(reader, bytes)
    reader.close()
    expect(facts).toMatchObject({ status: 'partly', reason: 'too_many_pages', pageCount: 3 })
    expect(facts.pages.map(({ number }) => number)).toEqual([1, 2])
  })

  it('does not start on a document that is too large', async () => {
    const reader = aReader({ inputBytes: 100 })
    const facts = await readBytes(reader, await page('anything'))
    reader.close()
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'too_large' })
  })

  it('calls no document damaged over which it fell itself', async () => {
    const reader = probing('fall')
    const facts = await readBytes(reader, await page('anything'))
    reader.close()
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'reader_failed' })
    const documents = [{ file: 'a.pdf', facts, addedAt: null }]
    const policy = { id: 'seed-2020', version: 1 }
    const report = judge({ caseId: null, form: aClaimForm(), documents, policy })
    expect(report.findings.filter(({ verdict }) => verdict === 'not_met')).toEqual([])
  })

  it('believes no answer of another shape', async () => {
    const reader = probing('lie')
    const facts = await readBytes(reader, await page('anything'))
    reader.close()
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'reader_failed', pages: [] })
  })

  it('rejects when the process cannot start', async () => {
    const reader = createNodeReader({ entry: probe('escape'), ...READER_FOLDERS })
    await expect(readBytes(reader, await page('anything'))).rejects.toThrow('did not start')
    reader.close()
  })

  it('rejects what is under way when it is closed', async () => {
    const reader = probing('hang')
    const reading = expect(readBytes(reader, await page('anything'))).rejects.toThrow()
    reader.close()
    await reading
    await expect(readBytes(reader, await page('anything'))).rejects.toThrow('closed')
  })
})

describe('documents', () => {
  const reader = aReader()
  afterAll(() => reader.close())

  it('reads several at once, each in its own process', async () => {
    const texts = ['alpha', 'beta', 'gamma', 'delta']
    const facts = await Promise.all(texts.map(async (text) => readBytes(reader, await page(text))))
    expect(facts.map((one) => one.pages[0]?.words[0]?.text)).toEqual(texts)
  })

  it('stands by, and takes a paper that comes while it rehearses', async () => {
    const ready = createNodeReader({ entry: READER_ENTRY, ...READER_FOLDERS, standsBy: true })
    const first = await readBytes(ready, await page('at once'))
    const second = await readBytes(ready, await page('later'))
    ready.close()
    expect([first, second].map((facts) => facts.pages[0]?.words[0]?.text)).toEqual(['at', 'later'])
  })

  it('puts quads and rects on the words', async () => {
    const facts = await readBytes(reader, await page('Here stands one'))
    const word = facts.pages[0]?.words[1]
    const [x0 = 0, y0 = 0, x1 = 0, , , y2 = 0] = word?.quad ?? []
    expect(word?.text).toBe('stands')
    expect(x0).toBeGreaterThan(80)
    expect(x1).toBeLessThan(125)
    expect(y0).toBeLessThan(742)
    expect(y2).toBeGreaterThan(746)
    expect(word?.rect[1]).toBeCloseTo(1 - y2 / 842, 3)
    expect(word?.rect[0]).toBeCloseTo(x0 / 595, 3)
  })

  it.for([
    ['an empty file', new Uint8Array(), 'empty', 'empty'],
    ['bytes of nothing known', Buffer.from('\x01\x02 just words\n', 'latin1'), 'unknown', 'type'],
    ['an unfinished PDF', Buffer.from('%PDF-1.4\n1 0 obj\n<<'), 'pdf', 'corrupt'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), 'png', 'scan'],
    ['a cut Word file', Buffer.from('PK\x03\x04......word/document.xml', 'latin1'), 'docx', 'corrupt'],
    ['an archive', Buffer.from('PK\x03\x04......readme.txt', 'latin1'), 'zip', 'type'],
  ] as const)('says why it could not check %s', async ([, bytes, type, reason]) => {
    const facts = await readBytes(reader, bytes)
    expect(facts).toMatchObject({ status: 'could_not_check', type, reason })
    expect(facts.flags).toEqual([])
  })

  it('says that a locked file is encrypted', async () => {
    expect(await readBytes(reader, await lockedPdf())).toMatchObject({
      status: 'could_not_check',
      reason: 'encrypted',
    })
  })

  it('says that a page without ink is blank', async () => {
    const facts = await readBytes(reader, await drawnBytes([() => undefined]))
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'blank', pageCount: 1 })
  })

  it('survives a file without pages', async () => {
    const bytes = Buffer.from(
      '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n',
    )
    expect((await readBytes(reader, bytes)).status).toBe('could_not_check')
  })
})

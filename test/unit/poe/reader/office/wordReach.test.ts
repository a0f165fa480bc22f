import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laidDocument } from '../../../../../src-main/workstation/documents/laidDocument.ts'
import type { DocumentFacts } from '../../../../../src-main/poe/facts/documentFacts.ts'
import { docxOf, paragraph, picture, pngHead, run } from '../../../../builders/poe/officeFiles.ts'
import { blockTexts, factsOfBytes } from '../../../../builders/poe/pieces.ts'
import { aReader, readBytes } from '../../../../builders/poe/readers.ts'

const reader = aReader()
const folder = mkdtempSync(join(tmpdir(), 'word-reach-'))
const SECRET = 'words that stand in another file'
const secretFile = join(folder, 'secret.xml')
let asked = 0
const server = createServer((_, response) => {
  asked += 1
  response.end(SECRET)
})
let address = ''

beforeAll(async () => {
  writeFileSync(secretFile, SECRET)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret.xml`
})
afterAll(() => {
  reader.close()
  server.close()
  rmSync(folder, { recursive: true })
})

const flagsOf = ({ flags }: DocumentFacts): string[] => flags.map(({ kind, text }) => `${kind}: ${text}`)
const linked = (kind: string, target: string, external: boolean, body = ''): Uint8Array =>
  docxOf(paragraph('Work order') + body, { links: [{ id: 'rX', kind, target, external }] })
const HEAD = '<w:sectPr><w:headerReference r:id="rX"/></w:sectPr>'

describe('a Word file that points elsewhere', () => {
  const places = (): readonly string[] => [
    address,
    pathToFileURL(secretFile).href,
    secretFile,
    `../../../../../../../../..${secretFile}`,
    `\\\\127.0.0.1\\share\\secret.xml`,
    `//127.0.0.1/secret.xml`,
  ]
  it.for([
    ['image', paragraph(picture('rX', 40, 40))],
    ['header', HEAD],
    ['styles', ''],
    ['footnotes', ''],
    ['attachedTemplate', ''],
  ] as const)('gets nothing from there, from no host and no file: %s', async ([kind, body]) => {
    for (const target of places()) {
      for (const external of [true, false]) {
        // Read in this process, which has a network and files: it is the reader that asks for nothing.
        const { facts } = await factsOfBytes(linked(kind, target, external, body))
        expect(facts.status).toBe('read')
        expect(blockTexts(facts)).toEqual(['Work order'])
        expect(JSON.stringify(facts.pages)).not.toContain(SECRET)
      }
    }
    expect(asked).toBe(0)
  })

  it.for(['http://a.example/p.png', 'file:///etc/passwd', '\\\\server\\share\\p.png', '//server/p.png'])(
    'is flagged, whether it says so or not: %s',
    async (target) => {
      for (const external of [true, false]) {
        const { facts } = await factsOfBytes(linked('image', target, external))
        expect(flagsOf(facts)).toEqual([`external_parts: ${target}`])
      }
    },
  )

  it('is none where its picture is its own', async () => {
    const bytes = docxOf(paragraph('Work order') + paragraph(picture('rX', 40, 40)), {
      links: [{ id: 'rX', kind: 'image', target: 'media/p.png' }],
      parts: { 'word/media/p.png': pngHead(80, 80) },
    })
    const { facts } = await factsOfBytes(bytes)
    expect(flagsOf(facts)).toEqual([])
    expect(facts.pages[0]?.images).toHaveLength(1)
  })

  const field = (code: string): Uint8Array =>
    docxOf(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('shown')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    )
  it.for([
    'INCLUDEPICTURE "file:///etc/passwd"',
    'INCLUDETEXT "C:\\\\papers\\\\a.docx"',
    'INCLUDETEXT c:/papers/a.docx',
    'INCLUDE "https://a.example/t.docx"',
    'LINK Excel.Sheet.12 "\\\\\\\\server\\\\b.xlsx" A1',
    'DATABASE \\d "C:\\\\data.mdb" \\s "SELECT *"',
    'RD "../other.docx"',
    'DDE excel book1',
    'DDEAUTO excel book1',
  ])('is flagged for a field that fetches or starts: %s', async (code) => {
    const { facts } = await factsOfBytes(field(code))
    expect(flagsOf(facts)).toEqual([`external_parts: ${code}`])
    expect(blockTexts(facts)).toEqual(['shown'])
  })

  it.for(['INCLUDEPICTURE "cid:image001.png@01DC" \\d', 'INCLUDEPICTURE "media/p.png"', 'PAGE', 'LINK'])(
    'is none for a field that stays within: %s',
    async (code) => {
      expect(flagsOf((await factsOfBytes(field(code))).facts)).toEqual([])
    },
  )
})

const LINK = `<w:p><w:hyperlink r:id="rX">${run('our page')}</w:hyperlink></w:p>`

describe('a link in a Word file', () => {
  it.for([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\tscript:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,&lt;script>alert(1)&lt;/script>',
    'file:///etc/passwd',
  ])('that runs something or opens a file is flagged, and its words are shown: %s', async (target) => {
    const { facts } = await factsOfBytes(linked('hyperlink', target, true, LINK))
    expect(facts.flags.map(({ kind }) => kind)).toEqual(['external_parts'])
    expect(blockTexts(facts)).toEqual(['Work order', 'our page'])
  })

  it.for(['https://www.larkfield.example/', 'mailto:karin@ottermill.example', 'tel:+390123', '#part'])(
    'that opens a page or a mail is not: %s',
    async (target) => {
      const { facts } = await factsOfBytes(linked('hyperlink', target, true, LINK))
      expect(flagsOf(facts)).toEqual([])
    },
  )

  it('comes to the window as words and places alone', async () => {
    const target = 'javascript:alert(1)'
    const { facts } = await factsOfBytes(linked('hyperlink', target, true, LINK))
    const laid = JSON.stringify(laidDocument(facts))
    expect(laid).toContain('our')
    expect(laid).not.toContain('javascript')
    expect(laid).not.toContain('href')
  })
})

/** Words over which careless patterns go back and forth. */
const LONG = 60_000
const TANGLES: readonly string[] = [
  ' '.repeat(LONG),
  '.'.repeat(LONG),
  'a'.repeat(LONG),
  '1'.repeat(LONG),
  '1.'.repeat(LONG / 2),
  `${'a.'.repeat(LONG / 2)}!`,
  'a@'.repeat(LONG / 2),
  '('.repeat(LONG),
  '"'.repeat(LONG),
  '\u0301'.repeat(LONG),
  '_ '.repeat(LONG / 2),
]

describe('words that tie careless patterns up', () => {
  it('are read within the processor’s limit, all of them in one paper', async () => {
    const bytes = docxOf(['Work order', ...TANGLES].map((text) => paragraph(text)).join(''))
    expect(await readBytes(reader, bytes)).toMatchObject({ status: 'read', reason: null })
  })

  it('and so are they as fields, links, looks and names', async () => {
    const codes = TANGLES.map((text) => text.slice(0, 10_000).replaceAll('"', '&quot;'))
    const body = codes.map(
      (code, i) =>
        `<w:p><w:fldSimple w:instr="IF ${code}">${run('x')}</w:fldSimple><w:hyperlink r:id="r${i}">${run('www.a.example')}</w:hyperlink>${run('y', `<w:rStyle w:val="${code}"/><w:color w:val="${code}"/><w:rFonts w:ascii="${code}"/>`)}</w:p>`,
    )
    const links = codes.map((code, i) => ({
      id: `r${i}`,
      kind: 'hyperlink',
      target: `a${code}`,
      external: true,
    }))
    const facts = await readBytes(reader, docxOf(paragraph('Work order') + body.join(''), { links }))
    expect(facts).toMatchObject({ status: 'read', reason: null })
  })

  it('are given up where the limit is reached, and said to be', async () => {
    const short = aReader({ parseMs: 300 })
    const endless = docxOf(Array.from({ length: 150_000 }, (_, i) => paragraph(`Clause ${i}`)).join(''))
    const facts = await readBytes(short, endless)
    short.close()
    expect(facts).toMatchObject({ status: 'could_not_check', reason: 'time', pages: [] })
    expect(facts.flags.map(({ kind }) => kind)).toEqual(['resource_bomb'])
  })
})

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBrowserPrinter } from '../../../../src-main/hosts/loopback/browserPrinter.ts'
import { findBrowser } from '../../../../src-main/hosts/loopback/findBrowser.ts'
import { createNodeReader } from '../../../../src-main/poe/reader/nodeReader.ts'
import { pictureKey } from '../../../../src-main/workstation/caseFile/caseFileFacts.ts'
import { loadSayings } from '../../../../src-main/workstation/caseFile/sayings.ts'
import { writeCaseFile } from '../../../../src-main/workstation/caseFile/writeCaseFile.ts'
import { aCaseFile } from '../../../builders/caseFile.ts'
import { drawnBytes } from '../../../builders/poe/drawnPdf.ts'
import { READER_ENTRY, READER_FOLDERS } from '../../../builders/poe/readers.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { pdfImages, pdfInfo, pdfTags, textOfPdf } from '../../../conformance/printer/poppler.ts'

/** The titles of a PDF's outline, as pdf.js reads them. */
async function outlineOf(pdf: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise
  type Entry = Awaited<ReturnType<typeof document.getOutline>>[number]
  const titles = ({ title, items }: Entry): string[] => [title, ...(items as Entry[]).flatMap(titles)]
  return (await document.getOutline()).flatMap(titles)
}

it('a case file on paper is tagged, has its sections as outline, numbers its sheets, and shows the places in their strips', async () => {
  const printer = createBrowserPrinter({
    findBrowser: () => findBrowser(),
    folder: join(aTempFolder(), 'printing'),
    isRoot: process.getuid?.() === 0,
  })
  const reader = createNodeReader({ entry: READER_ENTRY, ...READER_FOLDERS })
  const paper = await drawnBytes([(page) => page.text('Fernhill deploys Microsoft Teams', 70, 150)])
  const [cut = null] = await reader.cut(paper, [{ page: 1, quads: [[70, 690, 400, 690, 400, 702, 70, 702]] }])
  if (cut === null) throw new Error('Nothing was cut out.')
  const facts = aCaseFile()
  const pictures = new Map(['208417', '208500'].map((claimId) => [pictureKey(claimId, 1), cut] as const))
  const pdf = await printer.print(writeCaseFile(facts, pictures, await loadSayings('en')))

  const info = await pdfInfo(pdf)
  expect(info).toMatch(/^Tagged:\s+yes$/mu)
  expect(info).toMatch(/^Title:\s+Case file: Microsoft Teams, Northgate Assurance plc$/mu)
  expect(info).toMatch(/^Page size:.*A4/mu)
  const pages = Number(/^Pages:\s+(\d+)$/mu.exec(info)?.[1])
  const text = await textOfPdf(pdf)
  for (const said of [
    facts.one.caseId,
    '208417',
    '208500',
    '208613',

    'internal, not for partners',
  ])
    expect.soft(text).toContain(said)
  expect(text).toMatch(new RegExp(`1 ?/ ?${pages}\\s[^]*${pages} ?/ ?${pages}\\s`, 'u'))
  const tags = await pdfTags(pdf)
  for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'Figure'])
    expect.soft(tags).toMatch(new RegExp(`\\b${tag}\\b`, 'u'))
  expect((await pdfImages(pdf)).split('\n').filter((line) => / image /u.test(line))).toHaveLength(2)

  const outline = await outlineOf(pdf)
  expect(outline[0]).toBe('Case file: Microsoft Teams, Northgate Assurance plc')
  for (const head of [
    'The case',
    'Outcome',
    'Parties',
    'Rule ladder',
    'Letters',
    'Evidence',
    'A Fernhill Consulting Ltd',
  ])
    expect.soft(outline).toContain(head)
  reader.close()
})

import { createRequire } from 'node:module'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type sharpModule from 'sharp'
import type { DocumentFacts } from '../../../../src-main/poe/facts/documentFacts.ts'
import { judge } from '../../../../src-main/poe/judge.ts'
import { createNodeReader } from '../../../../src-main/poe/reader/nodeReader.ts'
import { INNER_LIMITS } from '../../../../src-main/poe/reader/readerLimits.ts'
import { aClaimForm } from '../../../builders/poe/claimForm.ts'
import { aMail } from '../../../builders/poe/mails.ts'
import { docxOf, paragraph, pngHead } from '../../../builders/poe/officeFiles.ts'
import { aReader, readBytes, READER_ENTRY, READER_FOLDERS } from '../../../builders/poe/readers.ts'

const sharp = createRequire(import.meta.url)('sharp') as typeof sharpModule
const reader = aReader()
afterAll(() => reader.close())

const paper = docxOf(paragraph('Accepted.'))
const inner = aMail({ files: [{ name: 'paper.docx', type: 'application/octet-stream', bytes: paper }] })
const outer = aMail({ files: [{ name: 'fwd.eml', type: 'application/octet-stream', bytes: inner }] })

describe('files inside files', () => {
  it('come out as they went in, also from a mail within a mail', async () => {
    expect(Buffer.from((await reader.unpack(outer, [0, 0])) ?? []).equals(paper)).toBe(true)
  })

  it('are not there past the last one, nor inside what holds none', async () => {
    expect(await reader.unpack(outer, [1])).toBeNull()
    expect(await reader.unpack(paper, [0])).toBeNull()
  })
})

/** A paper in a mail in a mail …: `mails` of them. */
function nested(mails: number): Uint8Array {
  let bytes: Uint8Array = paper
  for (let i = 0; i < mails; i += 1)
    bytes = aMail({
      files: [{ name: i === 0 ? 'paper.docx' : 'fwd.eml', type: 'application/octet-stream', bytes }],
    })
  return bytes
}

describe('mails in mails', () => {
  it('are read as deep as papers go', async () => {
    const facts = await readBytes(reader, nested(INNER_LIMITS.depth))
    expect(facts).toMatchObject({ status: 'read', reason: null })
    expect(JSON.stringify(facts)).toContain('Accepted.')
  })

  it('leave the outer one not wholly read where they go deeper, and are named', async () => {
    const facts = await readBytes(reader, nested(INNER_LIMITS.depth + 2))
    expect(JSON.stringify(facts)).not.toContain('Accepted.')
    const deepest = [0, 0, 0].reduce<DocumentFacts | null>(
      (at, place) => at?.attachments[place]?.facts ?? null,
      facts,
    )
    expect(deepest).toMatchObject({
      status: 'partly',
      reason: 'too_large',
      attachments: [{ name: 'fwd.eml', facts: null }],
    })
  })

  it('keep no verdict of absence while something too deep is unread', async () => {
    const facts = await readBytes(reader, nested(INNER_LIMITS.depth + 2))
    const documents = [{ file: 'paper.eml', addedAt: null, facts }]
    const { findings } = judge({
      caseId: null,
      form: aClaimForm(),
      policy: { id: 'seed-2020', version: 1 },
      documents,
    })
    expect(findings.filter(({ verdict, absence }) => verdict === 'not_met' && absence !== null)).toEqual([])
  })

  it('name every file past the most there may be', async () => {
    const files = Array.from({ length: INNER_LIMITS.files + 5 }, (_, i) => ({
      name: `${i}.png`,
      type: 'image/png',
      bytes: pngHead(800, 800),
    }))
    const withoutRecognition = createNodeReader({
      entry: READER_ENTRY,
      ...READER_FOLDERS,
      recognises: false,
    })
    onTestFinished(() => withoutRecognition.close())
    const facts = await readBytes(withoutRecognition, aMail({ files }))
    expect(facts).toMatchObject({ status: 'partly', reason: 'too_large' })
    expect(facts.attachments.filter((inner) => inner.facts === null).map(({ name }) => name)).toEqual(
      files.slice(INNER_LIMITS.files).map(({ name }) => name),
    )
  })
})

describe('pages of a TIFF', () => {
  it('are painted as pictures that a browser decodes, in points of a sheet', async () => {
    const tiff = await sharp({
      create: { width: 400, height: 800, channels: 3, background: { r: 200, g: 20, b: 20 } },
    })
      .tiff({ compression: 'lzw' })
      .toBuffer()
    const [sheet, ...others] = await reader.paint(tiff)
    expect(others).toEqual([])
    expect([sheet?.number, sheet?.width, sheet?.height]).toEqual([1, 421, 842])
    const { data } = await sharp(sheet?.png).raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([200, 20, 20])
  })

  it('are none where the file is something else', async () => {
    expect(await reader.paint(paper)).toEqual([])
  })
})

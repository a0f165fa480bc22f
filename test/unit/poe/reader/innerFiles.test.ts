import { createRequire } from 'node:module'
import { afterAll, describe, expect, it } from 'vitest'
import type sharpModule from 'sharp'
import { aMail } from '../../../builders/poe/mails.ts'
import { docxOf, paragraph } from '../../../builders/poe/officeFiles.ts'
import { aReader } from '../../../builders/poe/readers.ts'

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

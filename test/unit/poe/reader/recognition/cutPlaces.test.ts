import sharp from 'sharp'
import { degrees } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { createNodeReader } from '../../../../../src-main/poe/reader/nodeReader.ts'
import type { PageCut } from '../../../../../src-main/poe/reader/recognition/cutPlaces.ts'
import { A4, drawnBytes, drawnPdf, type PageArtist } from '../../../../builders/poe/drawnPdf.ts'
import { drawnPng } from '../../../../builders/poe/drawnTones.ts'
import { READER_ENTRY, READER_FOLDERS } from '../../../../builders/poe/readers.ts'

const reader = createNodeReader({ entry: READER_ENTRY, ...READER_FOLDERS })

/** A dark block of 100 by 20 points, 300 points below the top, which is what is to be cut out. */
const block = (page: PageArtist): void => page.block(200, 300, 100, 20, 0)
const ITS_QUAD = [200, A4.height - 320, 300, A4.height - 320, 300, A4.height - 300, 200, A4.height - 300]

/** How dark the picture is inside the mark, and how dark outside of it; 0 = white. */
async function inkOf({ png, marks }: PageCut) {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const [x0, y0, x1, y1] = marks[0] ?? [0, 0, 0, 0]
  const sums = { inside: 0, outside: 0 }
  const counts = { inside: 0, outside: 0 }
  data.forEach((value, at) => {
    const [x, y] = [((at % info.width) + 0.5) / info.width, (Math.floor(at / info.width) + 0.5) / info.height]
    const where = x > x0 && x < x1 && y > y0 && y < y1 ? 'inside' : 'outside'
    sums[where] += 255 - value
    counts[where] += 1
  })
  return { inside: sums.inside / counts.inside, outside: sums.outside / counts.outside }
}

describe('a place that is cut out of a page', () => {
  it('is a strip as wide as the page with the place in it, marked where it stands', async () => {
    const [cut = null] = await reader.cut(await drawnBytes([block]), [{ page: 1, quads: [ITS_QUAD] }])
    if (cut === null) throw new Error('Nothing was cut out')
    expect(cut.points[0]).toBe(A4.width)
    expect(cut.points[1]).toBeGreaterThan(40)
    expect(cut.points[1]).toBeLessThan(80)
    const { inside, outside } = await inkOf(cut)
    expect(inside).toBeGreaterThan(240)
    expect(outside).toBeLessThan(5)
  })

  it('stands where the page shows it when the file turns its pages', async () => {
    const document = await drawnPdf([block])
    document.getPage(0).setRotation(degrees(90))
    const [cut = null] = await reader.cut(await document.save({ useObjectStreams: false }), [
      { page: 1, quads: [ITS_QUAD] },
    ])
    if (cut === null) throw new Error('Nothing was cut out')
    expect(cut.points[0]).toBe(A4.height)
    expect((await inkOf(cut)).inside).toBeGreaterThan(240)
  })

  it('comes coarser when it is a whole page, and of pictures as of papers', async () => {
    const whole = [0, 0, A4.width, 0, A4.width, A4.height, 0, A4.height]
    const picture = drawnPng((artist) => artist.text('Statement of Work', 70, 90, 20))
    const cuts = await Promise.all([
      reader.cut(await drawnBytes([block]), [{ page: 1, quads: [whole] }]),
      reader.cut(picture, [{ page: 1, quads: [whole] }]),
    ])
    for (const [cut] of cuts) {
      expect(cut).not.toBeNull()
      expect((cut?.width ?? 0) * (cut?.height ?? 0)).toBeLessThanOrEqual(2_200_000)
    }
  })

  it('is left out where the page, the place or the document cannot be drawn, and the others are not', async () => {
    const bytes = await drawnBytes([block])
    const cuts = await reader.cut(bytes, [
      { page: 7, quads: [ITS_QUAD] },
      { page: 1, quads: [] },
      { page: 1, quads: [[Number.NaN, 1]] },
      { page: 1, quads: [ITS_QUAD] },
    ])
    expect(cuts.map((cut) => cut !== null)).toEqual([false, false, false, true])
    const broken = new TextEncoder().encode('%PDF-1.7 and nothing more')
    expect(await reader.cut(broken, [{ page: 1, quads: [ITS_QUAD] }])).toEqual([null])
    const mail = new TextEncoder().encode('From: a@b.example\n\nwords')
    expect(await reader.cut(mail, [{ page: 1, quads: [ITS_QUAD] }])).toEqual([null])
  })
})

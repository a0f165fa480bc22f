import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { alike } from '../../../../src-main/domain/evidence/prints.ts'
import { inkGroups } from '../../../../src-main/poe/reader/recognition/ink.ts'
import { flattened, greyOf } from '../../../../src-main/poe/reader/recognition/pixels.ts'
import { ruledLines } from '../../../../src-main/poe/reader/recognition/ruledLines.ts'
import { inkMask } from '../../../../src-main/poe/reader/recognition/threshold.ts'
import { drawnTones, PER_POINT } from '../../../builders/poe/drawnTones.ts'
import { aHand, curveOf, inkOf, signedAgain } from '../../../builders/poe/hands.ts'
import { randomFrom } from '../../../builders/randomFrom.ts'
import { readHere } from '../../../builders/poe/readers.ts'

type Hand = ReturnType<typeof aHand>
const HAND = aHand(randomFrom(31))
const AGAIN = signedAgain(HAND, 0.2, randomFrom(8))

/** A picture of a signing, on white or on nothing. */
function pictureOf(hand: Hand, width: number, paper: string | null): Canvas {
  const { x, y } = inkOf(hand, { width, stroke: width / 70 })
  const [left, top] = [Math.min(...x) - 8, Math.min(...y) - 8]
  const canvas = createCanvas(Math.max(...x) - left + 8, Math.max(...y) - top + 8)
  const context = canvas.getContext('2d')
  if (paper !== null) {
    context.fillStyle = paper
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.fillStyle = '#1a1a66'
  x.forEach((column, i) => context.fillRect(column - left, (y[i] ?? 0) - top, 1, 1))
  return canvas
}

type Place = readonly [x: number, y: number, width: number]
type Sign = (document: PDFDocument, place: Place) => Promise<void>

const asPng =
  (hand: Hand, width: number): Sign =>
  async (document, [x, y, wide]) => {
    const canvas = pictureOf(hand, width, null)
    const image = await document.embedPng(canvas.toBuffer('image/png'))
    document.getPage(0).drawImage(image, { x, y, width: wide, height: (wide * canvas.height) / canvas.width })
  }

const asJpeg =
  (hand: Hand, width: number): Sign =>
  async (document, [x, y, wide]) => {
    const canvas = pictureOf(hand, width, '#f4f1ea')
    const image = await document.embedJpg(canvas.toBuffer('image/jpeg', 80))
    document.getPage(0).drawImage(image, { x, y, width: wide, height: (wide * canvas.height) / canvas.width })
  }

const asLine =
  (hand: Hand): Sign =>
  async (document, [x, y, width]) => {
    const places = curveOf(hand).filter((_, i) => i % 12 === 0)
    const scale = width / (Math.max(...places.map(([at]) => at)) - Math.min(...places.map(([at]) => at)))
    const path = places.map(([px, py], i) => `${i === 0 ? 'M' : 'L'} ${px * scale} ${py * scale}`).join(' ')
    document.getPage(0).drawSvgPath(path, { x, y, borderColor: rgb(0.1, 0.1, 0.4), borderWidth: 1.1 })
  }

/** The look of the one thing that is signed on a typed page. */
async function lookOn(sign: Sign, place: Place): Promise<string> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([595, 842])
  const font = await document.embedFont(StandardFonts.Helvetica)
  page.drawText(`Accepted for the customer, paper ${place.join(' ')}`, { x: 60, y: 760, size: 11, font })
  await sign(document, place)
  const facts = await readHere(await document.save({ useObjectStreams: false }))
  const marks = facts.pages.flatMap(({ strokes, images }) => [...strokes, ...images])
  expect(marks.filter(({ inkHash: hash }) => typeof hash === 'string')).toHaveLength(1)
  return marks.find(({ inkHash: hash }) => typeof hash === 'string')?.inkHash ?? ''
}

/** The same on a scan, where it stands on a line. */
function lookOnScan(hand: Hand, [x, y, width]: Place, line = width * 0.4): string {
  const picture = pictureOf(hand, 600, null)
  const page = drawnTones((artist) => {
    artist.line(x - 10, y + line, x + width + 40, y + line)
    artist.picture(picture, x, y, width, (width * picture.height) / picture.width)
  })
  const mask = inkMask(flattened(greyOf(page)))
  const ink = inkGroups(page, mask, { words: [], rules: ruledLines(mask, PER_POINT), squares: [] }, PER_POINT)
  const pens = ink.filter(({ penLike }) => penLike)
  expect(pens).toHaveLength(1)
  return pens[0]?.inkHash ?? ''
}

const isOne = (a: string, b: string): boolean => alike('signature', a, b) !== null
const [HERE, THERE]: readonly [Place, Place] = [
  [90, 300, 120],
  [330, 180, 165],
]

describe('a signature that was pasted on two papers', () => {
  it.each<[string, Sign, Sign, Sign]>([
    ['a picture without paper', asPng(HAND, 300), asPng(HAND, 420), asPng(AGAIN, 300)],
    ['a photograph, saved smaller', asJpeg(HAND, 500), asJpeg(HAND, 260), asJpeg(AGAIN, 500)],
    ['a picture, and a photograph of it', asPng(HAND, 300), asJpeg(HAND, 420), asJpeg(AGAIN, 420)],
    ['a drawn line', asLine(HAND), asLine(HAND), asLine(AGAIN)],
  ])(
    'is known again in another size and place, and signed anew it is another: %s',
    async (_, one, other, anew) => {
      const look = await lookOn(one, HERE)
      expect(isOne(look, await lookOn(other, THERE))).toBe(true)
      expect(isOne(look, await lookOn(anew, THERE))).toBe(false)
    },
  )

  it('is known again on scans, though a line crosses its foot, and as the picture that was pasted', async () => {
    const look = lookOnScan(HAND, [90, 300, 120])
    expect(isOne(look, lookOnScan(HAND, [310, 500, 170]))).toBe(true)
    expect(isOne(look, lookOnScan(HAND, [310, 500, 120], 26))).toBe(true)
    expect(isOne(look, await lookOn(asPng(HAND, 300), HERE))).toBe(true)
    expect(isOne(look, lookOnScan(AGAIN, [90, 300, 120]))).toBe(false)
  })
})

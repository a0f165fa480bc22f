import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import * as fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import {
  boxOfQuad,
  holds,
  type PagePlane,
  picturePlane,
} from '../../../../src-renderer/viewer-frame/geometry.ts'

const CROP = { x: 50, y: 70, width: 480, height: 700 }

/** pdf.js's own page, turned in the file and cropped, seen at a turn and scale of the view. */
async function pdfPlane(fileTurn: number, viewTurn: number, scale: number): Promise<PagePlane> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  page.setCropBox(CROP.x, CROP.y, CROP.width, CROP.height)
  page.setRotation(degrees(fileTurn))
  const task = getDocument({ data: await pdf.save(), useSystemFonts: false })
  const opened = await (await task.promise).getPage(1)
  const viewport = opened.getViewport({ scale, rotation: (fileTurn + viewTurn) % 360 })
  await task.destroy()
  return {
    width: viewport.width,
    height: viewport.height,
    // Declared as any[]; both give a pair of numbers.
    toView: (x, y) => viewport.convertToViewportPoint(x, y) as [number, number],
    toPage: (x, y) => viewport.convertToPdfPoint(x, y) as [number, number],
  }
}

/** Worked out by hand, without pdf.js: shares of the cropped page, then turned clockwise. */
function expectedBox(rect: Rect, turn: number, scale: number) {
  const left = (rect.x - CROP.x) * scale
  const right = (rect.x + rect.width - CROP.x) * scale
  const top = (CROP.y + CROP.height - rect.y - rect.height) * scale
  const bottom = (CROP.y + CROP.height - rect.y) * scale
  const [w, h] = [CROP.width * scale, CROP.height * scale]
  if (turn === 90) return { left: h - bottom, top: left, right: h - top, bottom: right }
  if (turn === 180) return { left: w - right, top: h - bottom, right: w - left, bottom: h - top }
  if (turn === 270) return { left: top, top: w - right, right: bottom, bottom: w - left }
  return { left, top, right, bottom }
}

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const corners = ({ x, y, width, height }: Rect): readonly (readonly [number, number])[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]
const anyRect = fc.record({
  x: fc.double({ min: CROP.x, max: CROP.x + CROP.width - 60, noNaN: true }),
  y: fc.double({ min: CROP.y, max: CROP.y + CROP.height - 60, noNaN: true }),
  width: fc.double({ min: 20, max: 60, noNaN: true }),
  height: fc.double({ min: 20, max: 60, noNaN: true }),
})
const anyOrder = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })

describe('the box of a quad', () => {
  for (const fileTurn of [0, 90, 180, 270]) {
    for (const viewTurn of [0, 90, 180, 270]) {
      it(`lies where the words are on a cropped page turned ${fileTurn} in the file and ${viewTurn} in the view`, async () => {
        for (const scale of [0.5, 1, 2.4]) {
          const plane = await pdfPlane(fileTurn, viewTurn, scale)
          fc.assert(
            fc.property(anyRect, anyOrder, (rect, order) => {
              const points = corners(rect)
              const quad = order.flatMap((corner) => [...(points[corner] ?? [])])
              const box = boxOfQuad(quad, plane)
              const expected = expectedBox(rect, (fileTurn + viewTurn) % 360, scale)
              for (const side of ['left', 'top', 'right', 'bottom'] as const) {
                expect(box?.[side]).toBeCloseTo(expected[side], 6)
              }
            }),
            { numRuns: 50 },
          )
        }
      })
    }
  }

  it('is the same quad again after any number of turns and zooms: the view never alters what is stored', () => {
    const size = { width: 300, height: 200 }
    fc.assert(
      fc.property(
        fc.constantFrom(0, 90, 180, 270),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        (turn, scale, x, y) => {
          const plane = picturePlane(size, turn, scale)
          const back = plane.toPage(...plane.toView(x, y))
          expect(back[0]).toBeCloseTo(x, 6)
          expect(back[1]).toBeCloseTo(y, 6)
        },
      ),
    )
  })

  const plane = picturePlane({ width: 300, height: 200 }, 0, 1)
  it('does not exist outside the displayed page, nor for numbers that are none', () => {
    expect(boxOfQuad([310, 10, 320, 10, 320, 20, 310, 20], plane)).toBeUndefined()
    expect(boxOfQuad([Number.NaN, 10, 20, 10, 20, 20, 10, 20], plane)).toBeUndefined()
    expect(boxOfQuad([10, 10], picturePlane({ width: 0, height: 0 }, 0, 1))).toBeUndefined()
  })

  it('ends at the edge of the page', () => {
    expect(boxOfQuad([-50, -50, 50, -50, 50, 50, -50, 50], plane)).toEqual({
      left: 0,
      top: 150,
      right: 50,
      bottom: 200,
    })
  })

  it('can be seen and hit even when the quad is a hairline', () => {
    expect(boxOfQuad([10, 100, 60, 100, 60, 100, 10, 100], plane)).toEqual({
      left: 10,
      top: 98,
      right: 60,
      bottom: 102,
    })
  })

  it('holds its own middle and nothing beyond its sides', () => {
    const box = { left: 10, top: 20, right: 30, bottom: 40 }
    expect([holds(box, 20, 30), holds(box, 9, 30), holds(box, 20, 41)]).toEqual([true, false, false])
  })
})

describe('a turned picture', () => {
  it('has its lower left corner where the turn puts it', () => {
    const corner = (turn: number) => picturePlane({ width: 30, height: 20 }, turn, 2).toView(0, 0)
    expect([0, 90, 180, 270].map(corner)).toEqual([
      [0, 40],
      [0, 0],
      [60, 0],
      [40, 60],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { blankWidthOf, firstInk } from '../../../../src-renderer/viewer-frame/marginInk.ts'

/** A strip of paper, 40 × rows pixels; each row says where its ink begins, null = none. */
function strip(rows: readonly (number | null)[], paper = 255, ink = 20, flicker = 0) {
  const width = 40
  const data = new Uint8ClampedArray(width * rows.length * 4)
  rows.forEach((from, y) => {
    for (let x = 0; x < width; x++) {
      const light = from !== null && x >= from ? ink : paper - ((x * 7 + y * 3) % (flicker + 1))
      data.set([light, light, light, 255], (y * width + x) * 4)
    }
  })
  return { data, width, height: rows.length }
}

describe('the blank part of a margin', () => {
  const page = { width: 600, height: 40 }

  it('ends where the first ink of the rows between two heights stands', () => {
    const blank = blankWidthOf(firstInk(strip([null, 20, 30, null])), page)
    // The strip is a quarter of the page: 40 of its pixels are 150 of the page's.
    expect([blank(0, 10), blank(0, 20), blank(20, 30), blank(0, 40)]).toEqual([150, 75, 112.5, 75])
  })

  it('does not mind the flicker of scanned paper, nor that the paper is grey or dark', () => {
    for (const [paper, ink] of [
      [235, 40],
      [170, 20],
      [30, 240],
    ] as const) {
      const blank = blankWidthOf(firstInk(strip([null, 20, null], paper, ink, 20)), page)
      expect([blank(0, 12), blank(14, 26)]).toEqual([150, 75])
    }
  })

  it('sees a hairline of light grey', () => {
    expect(blankWidthOf(firstInk(strip([10, null, null, null], 255, 200)), page)(0, 10)).toBe(37.5)
  })

  it('counts the shadow of a scanner at the edge as ink', () => {
    expect(blankWidthOf(firstInk(strip([0, null, null])), page)(0, 12)).toBe(0)
  })

  it('is nothing above and below the page', () => {
    expect(blankWidthOf(firstInk(strip([null])), page)(-30, -10)).toBe(0)
  })
})

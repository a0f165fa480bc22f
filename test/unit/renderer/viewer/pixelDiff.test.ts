import { describe, expect, it } from 'vitest'
import { bestShift, type Pixels, pixelDiff } from '../../../../src-renderer/viewer-frame/pixelDiff.ts'

const [WIDTH, HEIGHT] = [600, 800]
type Block = readonly [left: number, top: number, width: number, height: number]

/** Black blocks on a white page. */
function pageOf(...blocks: readonly Block[]): Pixels {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255)
  for (const [left, top, width, height] of blocks)
    for (let y = top; y < top + height; y += 1)
      for (let x = left; x < left + width; x += 1) data.set([0, 0, 0], (y * WIDTH + x) * 4)
  return { width: WIDTH, height: HEIGHT, data }
}

/** Lines of a text, none as long as another. */
const LINES: readonly Block[] = Array.from({ length: 14 }, (_, i) => [
  60,
  60 + i * 31,
  300 + ((i * 53) % 140),
  9,
])
const slipped = (x: number, y: number): readonly Block[] =>
  LINES.map(([left, top, width, height]) => [left + x, top + y, width, height])

describe('the difference of two pages', () => {
  it('is nothing for a page and itself', () => {
    expect(pixelDiff(pageOf(...LINES), pageOf(...LINES))).toMatchObject({ share: 0, places: [] })
  })

  it('tells what was put in from what was taken out, each with its place', () => {
    const signature: Block = [120, 620, 150, 30]
    const stamp: Block = [400, 700, 60, 60]
    const { places, share } = pixelDiff(pageOf(...LINES, stamp), pageOf(...LINES, signature))
    expect(places.map(({ kind }) => kind)).toEqual(['added', 'removed'])
    const [added] = places
    expect(added?.left).toBeLessThanOrEqual(120)
    expect(added?.right).toBeGreaterThanOrEqual(270)
    expect(added?.bottom).toBeLessThan(680)
    expect(share).toBeCloseTo((150 * 30 + 60 * 60) / (WIDTH * HEIGHT), 2)
  })

  it('sees no change in a sheet that slipped in the scanner, and still what was written on it', () => {
    const older = pageOf(...LINES)
    const newer = pageOf(...slipped(7, -11), [120, 620, 150, 30])
    expect(bestShift(older, newer)).toEqual({ x: 7, y: -11 })
    expect(pixelDiff(older, newer).places).toMatchObject([{ kind: 'added' }])
  })

  it('takes single specks for dust', () => {
    const { places } = pixelDiff(pageOf(...LINES), pageOf(...LINES, [500, 500, 2, 2]))
    expect(places).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { inkGroups } from '../../../../../src-main/poe/reader/recognition/ink.ts'
import { pictureHash } from '../../../../../src-main/poe/reader/recognition/pictureHash.ts'
import {
  flattened,
  greyOf,
  type Pixels,
  turned,
} from '../../../../../src-main/poe/reader/recognition/pixels.ts'
import { ruledLines } from '../../../../../src-main/poe/reader/recognition/ruledLines.ts'
import { skewOf } from '../../../../../src-main/poe/reader/recognition/skew.ts'
import { inkMask } from '../../../../../src-main/poe/reader/recognition/threshold.ts'
import { tickSquares } from '../../../../../src-main/poe/reader/recognition/tickSquares.ts'
import { type Artist, drawnPixels, PER_POINT } from '../../../../builders/poe/drawnPixels.ts'

const prose = (artist: Artist): void => {
  for (let row = 0; row < 24; row += 1)
    artist.text('The consultant configured and trained the teams of the client', 70, 90 + row * 20)
}
const maskOf = (page: Pixels) => inkMask(flattened(greyOf(page)))
const marksOf = (page: Pixels) => {
  const mask = maskOf(page)
  const rules = ruledLines(mask, PER_POINT)
  return { rules, ink: inkGroups(page, mask, { words: [], rules, squares: [] }, PER_POINT) }
}

describe('how a page lies', () => {
  it.each([-5, -1.5, 0, 2.3, 6])('is told within a quarter of a degree when it is %d° askew', (askew) => {
    const page = drawnPixels((artist) => {
      artist.turn(askew)
      prose(artist)
    })
    const { turn, lies } = skewOf(maskOf(page))
    expect(lies).toBe(false)
    expect(Math.abs(turn + askew)).toBeLessThan(0.25)
  })

  it('is told when the page lies on its side', () => {
    const page = turned(drawnPixels(prose), 90)
    expect(skewOf(maskOf(page)).lies).toBe(true)
  })

  it('is left alone when there is no text to tell it by', () => {
    expect(skewOf(maskOf(drawnPixels((artist) => artist.line(50, 50, 500, 300))))).toEqual({
      turn: 0,
      lies: false,
    })
  })
})

describe('ink on a page', () => {
  it('is a pen’s where somebody signed on a line, and the line is no ink', () => {
    const { ink, rules } = marksOf(
      drawnPixels((artist) => {
        artist.line(100, 400, 300, 400)
        artist.pen(120, 360, 130, 38)
      }),
    )
    expect(rules.across).toHaveLength(1)
    const pens = ink.filter(({ penLike }) => penLike)
    expect(pens).toHaveLength(1)
    expect(pens[0]?.coloured).toBe(true)
    expect((pens[0]?.box[0] ?? 0) / PER_POINT).toBeCloseTo(115, -1)
  })

  it('is nobody’s where the line is empty', () => {
    const { ink } = marksOf(
      drawnPixels((artist) => {
        artist.line(100, 400, 300, 400)
        artist.line(100, 300, 100, 500)
      }),
    )
    expect(ink.filter(({ penLike }) => penLike)).toEqual([])
  })

  it('is a seal’s where a ring is, not a pen’s', () => {
    const { ink } = marksOf(drawnPixels((artist) => artist.seal(200, 400, 28)))
    expect(ink.map(({ sealLike, penLike }) => ({ sealLike, penLike }))).toEqual([
      { sealLike: true, penLike: false },
    ])
  })

  it('is not told from dirt on a page full of specks', () => {
    const { ink } = marksOf(
      drawnPixels((artist) => {
        for (let i = 0; i < 4000; i += 1) {
          const [x, y] = [40 + ((i * 7919) % 515), 40 + ((i * 104729) % 760)]
          artist.line(x, y, x + 1.2, y + 0.4)
        }
      }),
    )
    expect(ink.filter(({ penLike }) => penLike)).toEqual([])
  })
})

describe('tick boxes', () => {
  it('are found with what is marked in them', () => {
    const mask = maskOf(
      drawnPixels((artist) => {
        artist.box(80, 100, 10, true)
        artist.box(80, 130, 10, false)
      }),
    )
    expect(tickSquares(mask, PER_POINT).map(({ marked }) => marked)).toEqual([true, false])
  })

  it('are found where a hand crossed one out over its sides', () => {
    const mask = maskOf(
      drawnPixels((artist) => {
        for (const y of [100, 130, 160]) artist.box(80, y, 10, false)
        artist.line(76, 126, 94, 144)
        artist.line(77, 145, 93, 126)
      }),
    )
    const squares = tickSquares(mask, PER_POINT).toSorted((a, b) => a.box[1] - b.box[1])
    expect(squares.map(({ marked }) => marked)).toEqual([false, true, false])
  })

  it('are none where a hand only crosses in their column', () => {
    const mask = maskOf(
      drawnPixels((artist) => {
        for (const y of [100, 160]) artist.box(80, y, 10, false)
        artist.line(76, 126, 94, 144)
        artist.line(77, 145, 93, 126)
      }),
    )
    expect(tickSquares(mask, PER_POINT)).toHaveLength(2)
  })
})

describe('shadows', () => {
  it('are no ink: a dark edge leaves the same page', () => {
    const page = drawnPixels(prose)
    const shaded = { ...page, rgb: page.rgb.slice() }
    for (let y = 0; y < page.height; y += 1)
      for (let x = 0; x < page.width; x += 1) {
        const light = 0.45 + (0.55 * x) / page.width
        for (let c = 0; c < 3; c += 1)
          shaded.rgb[(y * page.width + x) * 3 + c] = (page.rgb[(y * page.width + x) * 3 + c] ?? 0) * light
      }
    const count = (mask: { data: Uint8Array }): number => mask.data.reduce((sum, ink) => sum + ink, 0)
    expect(Math.abs(count(maskOf(shaded)) / count(maskOf(page)) - 1)).toBeLessThan(0.1)
  })
})

const differing = (a: string, b: string): number =>
  (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length

describe('the hash of a page', () => {
  it('stays when the page is a little lighter and changes with its content', () => {
    const page = drawnPixels(prose)
    const lighter = { ...page, rgb: page.rgb.map((value) => Math.min(255, value + 12)) }
    const other = drawnPixels((artist) => artist.pen(80, 100, 300, 120, '#000000'))
    const own = pictureHash(greyOf(page))
    expect(differing(own, pictureHash(greyOf(lighter)))).toBeLessThan(8)
    expect(differing(own, pictureHash(greyOf(other)))).toBeGreaterThan(10)
  })
})

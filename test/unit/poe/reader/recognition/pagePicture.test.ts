import { describe, expect, it } from 'vitest'
import { cutOf } from '../../../../../src-main/poe/reader/recognition/halves.ts'
import { inkGroups } from '../../../../../src-main/poe/reader/recognition/ink.ts'
import { pictureHash } from '../../../../../src-main/poe/reader/recognition/pictureHash.ts'
import { flattened, greyOf } from '../../../../../src-main/poe/reader/recognition/pixels.ts'
import { ruledLines } from '../../../../../src-main/poe/reader/recognition/ruledLines.ts'
import { skewOf } from '../../../../../src-main/poe/reader/recognition/skew.ts'
import { tellingStrip } from '../../../../../src-main/poe/reader/recognition/strips.ts'
import { inkMask } from '../../../../../src-main/poe/reader/recognition/threshold.ts'
import { tickSquares } from '../../../../../src-main/poe/reader/recognition/tickSquares.ts'
import { TINTS, type Tones, tonesOf, turned } from '../../../../../src-main/poe/reader/recognition/tones.ts'
import { type Artist, drawnTones, PER_POINT } from '../../../../builders/poe/drawnTones.ts'

const prose = (artist: Artist): void => {
  for (let row = 0; row < 24; row += 1)
    artist.text('The consultant configured and trained the teams of the client', 70, 90 + row * 20)
}
const maskOf = (page: Tones) => inkMask(flattened(greyOf(page)))
const marksOf = (page: Tones) => {
  const mask = maskOf(page)
  const rules = ruledLines(mask, PER_POINT)
  return { rules, ink: inkGroups(page, mask, { words: [], rules, squares: [] }, PER_POINT) }
}

describe('how a page lies', () => {
  it.each([-5, -1.5, 0, 2.3, 6])('is told within a quarter of a degree when it is %d° askew', (askew) => {
    const page = drawnTones((artist) => {
      artist.turn(askew)
      prose(artist)
    })
    const { turn, lies } = skewOf(maskOf(page))
    expect(lies).toBe(false)
    expect(Math.abs(turn + askew)).toBeLessThan(0.25)
  })

  it('is told when the page lies on its side', () => {
    const page = turned(drawnTones(prose), 90)
    expect(skewOf(maskOf(page)).lies).toBe(true)
  })

  it('is left alone when there is no text to tell it by', () => {
    expect(skewOf(maskOf(drawnTones((artist) => artist.line(50, 50, 500, 300))))).toEqual({
      turn: 0,
      lies: false,
    })
  })
})

describe('a picture', () => {
  const tinted = (...pixels: readonly (readonly number[])[]) =>
    tonesOf({ width: pixels.length, height: 1, data: Uint8Array.from(pixels.flat()), channels: 3 })

  it('has coloured ink where it is far from grey, and red where that prevails', () => {
    const page = tinted([200, 30, 40], [30, 40, 160], [90, 90, 90], [250, 230, 215])
    expect([...(page.tints ?? [])]).toEqual([TINTS.red, TINTS.coloured, TINTS.none, TINTS.none])
    expect(page.grey[2]).toBe(90)
  })

  it('has no tints where nothing is coloured, whatever its decoder gave', () => {
    expect(tinted([0, 0, 0], [255, 255, 255]).tints).toBeNull()
    const data = Uint8Array.from([7, 255, 9, 255])
    expect(tonesOf({ width: 2, height: 1, data, channels: 2 })).toEqual({
      width: 2,
      height: 1,
      grey: Uint8Array.from([7, 9]),
      tints: null,
    })
  })

  it('comes back as it was after four quarters', () => {
    const page = drawnTones((artist) => artist.pen(120, 360, 130, 38), 300, 420)
    const quarter = turned(page, 90)
    expect([quarter.width, quarter.height]).toEqual([page.height, page.width])
    const whole = turned(turned(turned(quarter, 90), 90), 90)
    expect(Buffer.compare(whole.grey, page.grey)).toBe(0)
    expect(Buffer.compare(whole.tints ?? page.grey, page.tints ?? page.grey)).toBe(0)
  })
})

describe('the halves in which a page is read', () => {
  const gapped = (artist: Artist): void => {
    for (let row = 0; row < 24; row += 1)
      artist.text(
        'The consultant configured and trained the teams of the client',
        70,
        90 + row * 20 + (row > 11 ? 30 : 0),
      )
  }

  it('part at the widest gap near the middle of the text, though a frame goes through it', () => {
    const cut = cutOf(
      maskOf(
        drawnTones((artist) => {
          gapped(artist)
          artist.line(60, 60, 60, 640)
        }),
      ),
    )
    const points = (cut ?? 0) / PER_POINT
    expect(points).toBeGreaterThan(90 + 11 * 20)
    expect(points).toBeLessThan(90 + 12 * 20 + 30 - 8)
  })

  it('are none where columns stand side by side without a common gap, or where there is little to read', () => {
    const columns = drawnTones((artist) => {
      for (let row = 0; row < 40; row += 1) {
        artist.text('The consultant configured the teams', 50, 90 + row * 14)
        artist.text('and trained the staff of the client', 320, 97 + row * 14)
      }
    })
    expect(cutOf(maskOf(columns))).toBeNull()
    expect(cutOf(maskOf(drawnTones((artist) => artist.text('Accepted by the client', 70, 90))))).toBeNull()
  })
})

describe('the lines that tell a language', () => {
  it('are the flattest that hold enough letters, whole', () => {
    const page = drawnTones((artist) => {
      for (let row = 0; row < 4; row += 1) artist.text('Names and 12', 70, 90 + row * 40, 14)
      for (let row = 0; row < 4; row += 1)
        artist.text('The consultant configured and trained the teams of the client', 70, 400 + row * 14)
    })
    const [, top = 0, , bottom = 0] = tellingStrip(maskOf(page), 90) ?? []
    expect(top / PER_POINT).toBeGreaterThan(380)
    expect((bottom - top) / PER_POINT).toBeLessThan(40)
    expect(tellingStrip(maskOf(page), 2000)).toBeNull()
  })
})

describe('ink on a page', () => {
  it('is a pen’s where somebody signed on a line, and the line is no ink', () => {
    const { ink, rules } = marksOf(
      drawnTones((artist) => {
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
      drawnTones((artist) => {
        artist.line(100, 400, 300, 400)
        artist.line(100, 300, 100, 500)
      }),
    )
    expect(ink.filter(({ penLike }) => penLike)).toEqual([])
  })

  it('is a seal’s where a ring is, not a pen’s', () => {
    const { ink } = marksOf(drawnTones((artist) => artist.seal(200, 400, 28)))
    expect(ink.map(({ sealLike, penLike }) => ({ sealLike, penLike }))).toEqual([
      { sealLike: true, penLike: false },
    ])
  })

  it('is not told from dirt on a page full of specks', () => {
    const { ink } = marksOf(
      drawnTones((artist) => {
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
      drawnTones((artist) => {
        artist.box(80, 100, 10, true)
        artist.box(80, 130, 10, false)
      }),
    )
    expect(tickSquares(mask, PER_POINT).map(({ marked }) => marked)).toEqual([true, false])
  })

  it('are found where a hand crossed one out over its sides', () => {
    const mask = maskOf(
      drawnTones((artist) => {
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
      drawnTones((artist) => {
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
    const page = drawnTones(prose)
    const shade = (value: number, i: number): number =>
      value * (0.45 + (0.55 * (i % page.width)) / page.width)
    const shaded = { ...page, grey: page.grey.map(shade) }
    const count = (mask: { data: Uint8Array }): number => mask.data.reduce((sum, ink) => sum + ink, 0)
    expect(Math.abs(count(maskOf(shaded)) / count(maskOf(page)) - 1)).toBeLessThan(0.1)
  })
})

const differing = (a: string, b: string): number =>
  (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length

describe('the hash of a page', () => {
  it('stays when the page is a little lighter and changes with its content', () => {
    const page = drawnTones(prose)
    const lighter = { ...page, grey: page.grey.map((value) => Math.min(255, value + 12)) }
    const other = drawnTones((artist) => artist.pen(80, 100, 300, 120, '#000000'))
    const own = pictureHash(greyOf(page))
    expect(differing(own, pictureHash(greyOf(lighter)))).toBeLessThan(8)
    expect(differing(own, pictureHash(greyOf(other)))).toBeGreaterThan(10)
  })
})

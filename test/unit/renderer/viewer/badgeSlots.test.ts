import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BADGE_HEIGHT_PX,
  BADGE_WIDTH_PX,
  badgePlaces,
  type Numbered,
} from '../../../../src-renderer/viewer-frame/badgeSlots.ts'

const WIDE = (): number => 90
const line = (id: string, top: number, left = 90): Numbered => ({
  id,
  box: { left, top, right: left + 80, bottom: top + 14 },
})

describe('the numbers beside a page', () => {
  it('stand in the margin, centred on the line of their mark', () => {
    expect(badgePlaces([line('a', 100)], WIDE)).toEqual([{ id: 'a', left: 18, top: 98 }])
  })

  it('stand at the head of a mark that is taller than a line', () => {
    const signature = { id: 'a', box: { left: 90, top: 100, right: 300, bottom: 150 } }
    expect(badgePlaces([signature], WIDE)).toEqual([{ id: 'a', left: 18, top: 100 }])
  })

  it('share the slot when two marks stand on one line, in the order of the line', () => {
    const places = badgePlaces([line('right', 101, 300), line('left', 100)], WIDE)
    expect(places).toEqual([
      { id: 'left', left: 18, top: 98 },
      { id: 'right', left: 40, top: 98 },
    ])
  })

  it('move left as far as the ink demands', () => {
    expect(badgePlaces([line('a', 100)], () => 40)).toEqual([{ id: 'a', left: 14, top: 98 }])
  })

  it('leave the paper where its margin is not blank', () => {
    expect(badgePlaces([line('a', 100)], () => 20)).toEqual([{ id: 'a', left: -BADGE_WIDTH_PX, top: 98 }])
  })

  it('leave the paper where the mark itself begins at the edge', () => {
    expect(badgePlaces([line('a', 100, 4)], WIDE)).toEqual([{ id: 'a', left: -BADGE_WIDTH_PX, top: 98 }])
  })

  it('never cover each other, nor ink, nor get lost, wherever the marks are', () => {
    const marks = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        box: fc
          .record({
            left: fc.integer({ min: 0, max: 400 }),
            top: fc.integer({ min: 0, max: 900 }),
            width: fc.integer({ min: 4, max: 200 }),
            height: fc.integer({ min: 4, max: 80 }),
          })
          .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height })),
      }),
      { selector: ({ id }) => id, maxLength: 30 },
    )
    const ink = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 100, maxLength: 100 })
    const blankOver = (rows: readonly number[]) => (top: number, bottom: number) =>
      Math.min(...rows.slice(Math.max(0, Math.floor(top / 10)), Math.max(1, Math.ceil(bottom / 10))), 120)
    fc.assert(
      fc.property(marks, ink, (list, rows) => {
        const blank = blankOver(rows)
        const places = badgePlaces(list, blank)
        expect(places.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort())
        for (const [i, a] of places.entries()) {
          const onPaper = a.left >= 0
          if (onPaper) expect(a.left + BADGE_WIDTH_PX).toBeLessThan(blank(a.top, a.top + BADGE_HEIGHT_PX))
          else expect(a.left).toBe(-BADGE_WIDTH_PX)
          for (const b of places.slice(i + 1)) {
            const apart =
              Math.abs(a.left - b.left) >= BADGE_WIDTH_PX || Math.abs(a.top - b.top) >= BADGE_HEIGHT_PX
            expect(apart).toBe(true)
          }
        }
      }),
    )
  })
})

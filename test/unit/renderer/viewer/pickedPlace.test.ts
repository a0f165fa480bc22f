import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOfQuad, picturePlane } from '../../../../src-renderer/viewer-frame/geometry.ts'
import {
  joinLines,
  movedBox,
  quadOfBox,
  readText,
} from '../../../../src-renderer/viewer-frame/pickedPlace.ts'

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })

describe('a place that was pointed at', () => {
  it('is shown again where it was drawn, at every turn and zoom of the view', () => {
    const part = fc.double({ min: 0.05, max: 0.45, noNaN: true })
    const turns = fc.constantFrom(0, 90, 180, 270)
    fc.assert(
      fc.property(
        part,
        part,
        turns,
        turns,
        fc.double({ min: 0.3, max: 4, noNaN: true }),
        (x, y, drawnAt, shownAt, zoom) => {
          const drawn = picturePlane({ width: 595, height: 842 }, drawnAt, 1)
          const quad = quadOfBox(
            box(x * drawn.width, y * drawn.height, (x + 0.5) * drawn.width, (y + 0.5) * drawn.height),
            drawn,
          )
          const again = boxOfQuad(quad, drawn)
          expect(again?.left).toBeCloseTo(x * drawn.width, 0)
          expect(again?.bottom).toBeCloseTo((y + 0.5) * drawn.height, 0)
          // The quad itself knows no view: upright it is the same rectangle of the page.
          const shown = boxOfQuad(quad, picturePlane({ width: 595, height: 842 }, shownAt, zoom))
          const area = shown ? (shown.right - shown.left) * (shown.bottom - shown.top) : 0
          expect(area / zoom ** 2).toBeCloseTo(0.25 * 595 * 842, -3)
        },
      ),
    )
  })

  it('is one box a line, however many words stand on it', () => {
    const words = [box(0, 0, 10, 10), box(12, 1, 30, 11), box(0, 14, 20, 24)]
    expect(joinLines(words)).toEqual([box(0, 0, 30, 11), box(0, 14, 20, 24)])
  })

  it('stays on the page and stays something when keys move and shrink it', () => {
    const page = { width: 100, height: 100 }
    expect(movedBox(box(80, 10, 95, 20), { x: 50, y: -50 }, 'whole', page)).toEqual(box(85, 0, 100, 10))
    expect(movedBox(box(10, 10, 20, 20), { x: -50, y: -50 }, 'end', page)).toEqual(box(10, 10, 16, 16))
  })

  it('has no text where only blanks stand', () => {
    expect(readText(' \n ')).toBeNull()
    expect(readText(' We \n confirm ')).toBe('We confirm')
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { picturePlane } from '../../../../src-renderer/viewer-frame/geometry.ts'
import { newPageSeen } from '../../../../src-renderer/viewer-frame/sight.ts'
import { stepScale } from '../../../../src-renderer/viewer-frame/zoomSteps.ts'

const PAGE = { width: 600, height: 800 }
const plane = (turn = 0, scale = 1) => picturePlane(PAGE, turn, scale)

describe('what has been seen of a page', () => {
  it('is half when the upper half stood in the window, and all when the lower half follows', () => {
    const seen = newPageSeen()
    expect(seen.add({ left: 0, top: 0, right: 600, bottom: 400 }, plane())).toBe(true)
    expect(seen.share()).toBe(0.5)
    seen.add({ left: 0, top: 400, right: 600, bottom: 800 }, plane())
    expect(seen.share()).toBe(1)
  })

  it('does not count twice what is seen again, at whatever turn and zoom', () => {
    const seen = newPageSeen()
    seen.add({ left: 0, top: 0, right: 600, bottom: 400 }, plane())
    // The upper half of the page stands on the right after a quarter turn.
    expect(seen.add({ left: 800, top: 0, right: 1600, bottom: 1200 }, plane(90, 2))).toBe(false)
    expect(seen.share()).toBe(0.5)
  })

  it('grows sideways too, for a page that is wider than the window', () => {
    const seen = newPageSeen()
    seen.add({ left: 0, top: 0, right: 150, bottom: 800 }, plane())
    expect(seen.share()).toBe(0.25)
  })

  it('never shrinks and never exceeds the whole', () => {
    const edge = fc.integer({ min: -100, max: 900 })
    fc.assert(
      fc.property(fc.array(fc.tuple(edge, edge, edge, edge), { maxLength: 20 }), (windows) => {
        const seen = newPageSeen()
        let before = 0
        for (const [left, top, right, bottom] of windows) {
          const isNew = seen.add({ left, top, right, bottom }, plane())
          expect(seen.share() > before).toBe(isNew)
          expect(seen.share()).toBeLessThanOrEqual(1)
          before = seen.share()
        }
      }),
    )
  })
})

describe('a step of the zoom', () => {
  it('goes to the next round scale that one can see', () => {
    expect([stepScale(1, 'in'), stepScale(1, 'out'), stepScale(0.88, 'in'), stepScale(0.88, 'out')]).toEqual([
      1.1, 0.9, 1, 0.75,
    ])
    expect(stepScale(1.09, 'in')).toBe(1.25)
  })

  it('stays at either end', () => {
    expect([stepScale(5, 'in'), stepScale(9, 'in'), stepScale(0.25, 'out')]).toEqual([5, 9, 0.25])
  })
})

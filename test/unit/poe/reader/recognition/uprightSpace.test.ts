import { describe, expect, it } from 'vitest'
import type { PageFacts } from '../../../../../src-main/poe/facts/documentFacts.ts'
import { shownRect } from '../../../../../src-main/poe/facts/shownRect.ts'
import { pageSpace } from '../../../../../src-main/poe/reader/pdf/pageSpace.ts'
import {
  placeInUpright,
  toShown,
  toUpright,
  uprightSpace,
} from '../../../../../src-main/poe/reader/recognition/uprightSpace.ts'
import { factsOf } from '../../../../builders/poe/factsOf.ts'

describe('a page that was turned upright', () => {
  it.each([0, 2.5, 90, 180, 271])('leads back to the shown page from %d°', (turned) => {
    const space = uprightSpace(pageSpace([0, 0, 595, 842], 0, 1), turned)
    const [x, y] = toUpright(space, toShown(space, [100, 200]))
    expect([x, y]).toEqual([expect.closeTo(100, 6), expect.closeTo(200, 6)])
  })

  it('gives evidence on the page as it is shown', () => {
    const space = uprightSpace(pageSpace([0, 0, 595, 842], 0, 1), 90)
    const { rect, quad } = placeInUpright(space, [0, 0, 84.2, 59.5])
    const [base] = factsOf([{}]).pages
    const page = {
      ...base,
      width: space.width,
      height: space.height,
      turned: 90,
    } as PageFacts
    // The upper left corner of the upright page is the lower left corner of the one that is shown.
    expect(shownRect(rect, page).map((value) => Math.round(value * 1000) / 1000)).toEqual([0, 0.9, 0.1, 1])
    expect([Math.min(...quad), Math.max(...quad)]).toEqual([0, 84.2])
  })
})

import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PageFacts } from '../../facts/documentFacts.ts'
import { inPoints } from '../text/place.ts'

/** Ruled lines of a hand's width, in points: shorter ones underline words, longer ones part a page. */
export function signingLines(page: PageFacts): Rect[] {
  return page.rules
    .filter(({ horizontal }) => horizontal)
    .map(({ rect }) => inPoints(rect, page))
    .filter(([x0, , x1]) => x1 - x0 > 70 && x1 - x0 < page.width * 0.55)
}

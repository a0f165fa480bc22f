import type { Passage } from '../text/passages.ts'

/** What a digital signature's own field shows is no stamp beside it: the container says more than its look. */
export function isNoDigitalLook({ document, page, words }: Passage): boolean {
  return !document.facts.signatures.some(({ page: own, rect }) => {
    if (own !== page.number || rect === null) return false
    return words.every(({ rect: [x0, y0, x1, y1] }) => {
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
      return x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3]
    })
  })
}

import type { PageFacts } from './documentFacts.ts'

/** A page on which nothing was read, upright. @param number from 1. `width` and `height` in points, as displayed. */
export const emptyPage = (
  given: Pick<PageFacts, 'number' | 'width' | 'height' | 'textClass'> & Partial<PageFacts>,
): PageFacts => ({
  rotation: 0,
  turned: 0,
  form: 'paged',
  ocr: null,
  pictureHash: null,
  words: [],
  lines: [],
  blocks: [],
  hiddenWords: [],
  rules: [],
  tickBoxes: [],
  strokes: [],
  images: [],
  ...given,
})

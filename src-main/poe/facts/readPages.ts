import type { PageFacts } from './documentFacts.ts'

/** Mean confidence from which a page counts as read although only recognition read it. */
const LEAST_CONFIDENCE = 0.8

/** Whether all that a person sees on the page is in its facts. A recognised page below the confidence stays open. */
export function isReadPage({ textClass, ocr }: PageFacts): boolean {
  if (ocr !== null) return ocr.confidence >= LEAST_CONFIDENCE
  return textClass === 'text' || textClass === 'blank'
}

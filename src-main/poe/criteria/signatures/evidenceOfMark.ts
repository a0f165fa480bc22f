import type { Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import { shownPlace } from '../text/place.ts'
import type { PlacedMark } from './assignParty.ts'

export function evidenceOfMark({ mark }: PlacedMark): Evidence {
  return {
    ...shownPlace(mark.document, mark.page, [mark.rect], mark.quads),
    text: mark.text,
    method: mark.method,
  }
}

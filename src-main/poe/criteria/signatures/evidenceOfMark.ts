import type { Evidence } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { PlacedMark } from './assignParty.ts'

export function evidenceOfMark({ mark }: PlacedMark): Evidence {
  return {
    document: mark.document.file,
    page: mark.page.number,
    rects: [mark.rect],
    quads: [...mark.quads],
    text: mark.text,
    method: mark.method,
  }
}

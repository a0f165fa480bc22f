import type { FactFlag } from '../../../facts/documentFacts.ts'
import { fileFlag } from '../factFlags.ts'
import type { FileState } from '../objects/fileState.ts'
import { pageTree } from '../objects/pageTree.ts'
import type { RawFile } from '../objects/rawFile.ts'
import { dictOf, itemsOf, nameOf } from '../objects/values.ts'

/** Kinds that people put onto pages to say something. Fields and links hide and show for many honest reasons. */
const SAYING: ReadonlySet<string> = new Set(
  'FreeText Stamp Square Circle Polygon PolyLine Line Ink Redact Watermark'.split(' '),
)
/** Hidden, NoView and ToggleNoView of ISO 32000 table 167. */
const UNSEEN = 0b100100010

/** Comments that are there and don't show, or show on paper only (trust.md row 13). */
export function hiddenAnnotationFlags(_file: RawFile, now: FileState): FactFlag[] {
  return pageTree(now).pages.flatMap(({ dict }, i) => {
    const kinds = (itemsOf(now.get(dict.entries.get('Annots')).value) ?? []).flatMap((item) => {
      const annotation = dictOf(now.get(item).value)
      const kind = nameOf(annotation?.entries.get('Subtype')) ?? ''
      const flags = now.get(annotation?.entries.get('F')).value
      return SAYING.has(kind) && typeof flags === 'number' && (flags & UNSEEN) !== 0 ? [kind] : []
    })
    if (kinds.length === 0) return []
    return [{ ...fileFlag('annotation_overlay', 'medium', `not shown: ${kinds.join(', ')}`), page: i + 1 }]
  })
}

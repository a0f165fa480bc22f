import type { FactFlag, PageFacts } from '../../../facts/documentFacts.ts'
import type { FileState } from '../objects/fileState.ts'
import { formNodes } from '../objects/formTree.ts'
import { pageTree } from '../objects/pageTree.ts'
import type { RawFile } from '../objects/rawFile.ts'
import { dictOf, itemsOf, nameOf, type PdfValue, refOf } from '../objects/values.ts'
import { fileFlag } from '../factFlags.ts'
import type { SignatureReading } from '../signatures/readSignature.ts'

/** What of a page is looked at again when the whole file was read. */
export type HiddenOnPage = Pick<PageFacts, 'number' | 'hiddenWords'>

/** Content that lay ready for the time after signing, or came then to cover what was signed (trust.md row 19). */
export function shadowFlags(
  file: RawFile,
  now: FileState,
  readings: readonly SignatureReading[],
  pages: readonly HiddenOnPage[],
): FactFlag[] {
  const overlapping = overlappingFields(now).map((name) =>
    fileFlag('shadow_content', 'medium', `fields lie over each other: ${name}`),
  )
  if (readings.length === 0) return overlapping
  const spare = now.isRebuilt || now.hasGaps ? [] : spareParts(file, now)
  return [
    ...overlapping,
    ...spare.slice(0, 5).map((what) => fileFlag('shadow_content', 'medium', `not used anywhere: ${what}`)),
    ...readings.flatMap((reading) => coveredLater(reading, pages)),
  ]
}

/** A signature field that came later and lies over words. */
function coveredLater({ changes }: SignatureReading, pages: readonly HiddenOnPage[]): FactFlag[] {
  return changes.flatMap(({ newBox, page, what }) => {
    const facts = pages.find(({ number }) => number === page)
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = newBox ?? []
    const covered = (facts?.hiddenWords ?? []).filter(
      ({ hidden, quad: [qx0 = 0, qy0 = 0, qx1 = 0, , , qy1 = 0] }) => {
        const [x, y] = [(qx0 + qx1) / 2, (qy0 + qy1) / 2]
        return hidden === 'covered_text' && x > x0 && x < x1 && y > y0 && y < y1
      },
    )
    if (covered.length === 0) return []
    return [
      { kind: 'shadow_content', page, quads: covered.map(({ quad }) => quad), text: what, severity: 'high' },
    ]
  })
}

/** Whole pages, catalogs and drawn forms that nothing refers to. Honest programs rarely leave them in a file that is to be signed. */
function spareParts(file: RawFile, now: FileState): string[] {
  const used = reachable(now)
  return file.objects.flatMap(({ num, offset, value }) => {
    if (used.has(num) || now.offsetOf(num) !== offset) return []
    const type = nameOf(dictOf(value)?.entries.get('Type'))
    const isForm =
      typeof value === 'object' &&
      value?.kind === 'stream' &&
      nameOf(value.dict.entries.get('Subtype')) === 'Form'
    const isWhole = type === 'Page' || type === 'Catalog' || type === 'Pages' || isForm
    return isWhole ? [`${type ?? 'Form'} ${num}`] : []
  })
}

function reachable(now: FileState): Set<number> {
  const seen = new Set<number>()
  const queue: PdfValue[] = [now.trailer]
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    const ref = refOf(value)
    if (ref && !seen.has(ref.num)) {
      seen.add(ref.num)
      queue.push(now.object(ref.num))
    }
    const inner = dictOf(value)
    queue.push(...(inner ? inner.entries.values() : (itemsOf(value) ?? [])))
  }
  return seen
}

/** Names of fields with different contents that share a place on one page. */
function overlappingFields(now: FileState): string[] {
  const pageOf = new Map<number, number>()
  for (const [i, { dict }] of pageTree(now).pages.entries())
    for (const item of itemsOf(now.get(dict.entries.get('Annots')).value) ?? []) {
      const ref = refOf(item)
      if (ref) pageOf.set(ref.num, i)
    }
  const placed = formNodes(now).flatMap(({ num, dict, name, type }) => {
    const box = (itemsOf(now.get(dict.entries.get('Rect')).value) ?? []).map(Number)
    const page = num === null ? undefined : pageOf.get(num)
    const isText = type === 'Tx' || type === 'Ch'
    return isText && box.length === 4 && page !== undefined && !isHidden(dict.entries.get('F'))
      ? [{ name, page, box }]
      : []
  })
  return placed.slice(0, 500).flatMap((one, i) => {
    const over = placed
      .slice(i + 1, 500)
      .find(
        (other) => other.page === one.page && other.name !== one.name && sharedPart(one.box, other.box) > 0.6,
      )
    return over ? [`${one.name}, ${over.name}`] : []
  })
}

const isHidden = (flags: PdfValue | undefined): boolean =>
  typeof flags === 'number' && (flags & 0b100010) !== 0

function sharedPart(a: readonly number[], b: readonly number[]): number {
  const [ax0 = 0, ay0 = 0, ax1 = 0, ay1 = 0] = a
  const [bx0 = 0, by0 = 0, bx1 = 0, by1 = 0] = b
  const shared =
    Math.max(0, Math.min(ax1, bx1) - Math.max(ax0, bx0)) *
    Math.max(0, Math.min(ay1, by1) - Math.max(ay0, by0))
  const least = Math.min((ax1 - ax0) * (ay1 - ay0), (bx1 - bx0) * (by1 - by0))
  return least > 0 ? shared / least : 0
}

import type { FactFlag } from '../../../facts/documentFacts.ts'
import { glyphBox } from '../visibility.ts'
import type { Glyph, PageMarks } from '../marks.ts'
import { union } from '../matrix.ts'
import type { FileState } from '../objects/fileState.ts'
import { pageTree } from '../objects/pageTree.ts'
import { dictOf, itemsOf, type PdfDict, readableString, refOf, stringOf } from '../objects/values.ts'
import { cornersOf, quadOf } from '../pageSpace.ts'
import { contentSpans } from './contentSpans.ts'

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Longer descriptions of a sign that is no letter are no name of it any more. */
const LONGEST_SIGN_NAME = 20
const SHORTEST = 3

/** Text that programs are told to read instead of what the page shows (trust.md row 8). */
export function actualTextFlags(now: FileState, number: number, marks: PageMarks): FactFlag[] {
  // Nothing is marked on most pages; then there is nothing to walk for.
  if (marks.contents.length === 0) return []
  const page = pageTree(now).pages[number - 1]
  const spans = page ? contentSpans(now, page.dict) : null
  if (!page || !spans) return []
  const structured = structureTexts(now, page.num)
  // When both counts differ, a span can't be told from its neighbour.
  const isAligned = spans.length === marks.contents.length
  const whole = bare(marks.glyphs.map(({ text }) => text).join(''))
  return spans.flatMap(({ actualText, mcid }, i) => {
    const says = actualText ?? (mcid === null ? undefined : structured.get(mcid))
    const span = marks.contents[i]
    if (says === undefined || says === null) return []
    const glyphs = isAligned && span ? marks.glyphs.slice(span.from, span.to) : null
    const differs = glyphs
      ? !agrees(says, glyphs)
      : bare(says).length >= SHORTEST && !whole.includes(bare(says))
    return differs ? [flagOf(says, glyphs ?? [], number)] : []
  })
}

function agrees(says: string, glyphs: readonly Glyph[]): boolean {
  const shown = glyphs.map(({ text }) => text).join('')
  const [a, b] = [bare(says), bare(shown)]
  if (a === '' || a === b) return true
  if (b === '')
    return glyphs.some(({ isSpace }) => !isSpace) ? says.length <= LONGEST_SIGN_NAME : a.length < SHORTEST
  // A word that is parted at a line's end may be given whole.
  if (/[-\u00AD\u2010]\s*$/u.test(shown) && a.startsWith(b)) return true
  // Letters of other scripts are put together from parts; which part stands for which letter can't be told.
  return !/^[\p{Script=Latin}\p{N}]+$/u.test(b)
}

function flagOf(says: string, glyphs: readonly Glyph[], page: number): FactFlag {
  const boxes = glyphs.map(glyphBox)
  const shown = glyphs.map(({ text }) => text).join('')
  return {
    kind: 'actualtext_mismatch',
    page,
    quads: boxes.length > 0 ? [quadOf(cornersOf(boxes.reduce(union)))] : [],
    text: `"${shown.slice(0, 120)}" is read as "${says.slice(0, 120)}"`,
    severity: 'high',
  }
}

const texts = new WeakMap<FileState, ReadonlyMap<string, string>>()

/** ActualText of the structure tree's leaves on this page, by the number of the marked content. */
function structureTexts(now: FileState, page: number | null): Map<number, string> {
  const all = texts.get(now) ?? allStructureTexts(now)
  texts.set(now, all)
  const own = new Map<number, string>()
  for (const [key, text] of all) {
    const [on, mcid] = key.split(' ').map(Number)
    if (on === page && mcid !== undefined) own.set(mcid, text)
  }
  return own
}

function allStructureTexts(now: FileState): Map<string, string> {
  const found = new Map<string, string>()
  if (!now.catalog?.entries.has('StructTreeRoot') || now.isEncrypted) return found
  for (const num of now.numbers()) {
    const element = dictOf(now.object(num))
    const text = stringOf(now.get(element?.entries.get('ActualText')).value)
    const leaf = element && text ? leafOf(now, element) : null
    if (leaf && text) found.set(`${leaf.page} ${leaf.mcid}`, readableString(text))
  }
  return found
}

/** Only elements over one stretch of content: of several, the order is not told here. */
function leafOf(now: FileState, element: PdfDict): { page: number; mcid: number } | null {
  const kids = now.get(element.entries.get('K')).value
  const list = itemsOf(kids) ?? [kids]
  const inner = dictOf(now.get(list[0]).value)
  const mcid = typeof list[0] === 'number' ? list[0] : inner?.entries.get('MCID')
  const page = refOf(inner?.entries.get('Pg')) ?? refOf(element.entries.get('Pg'))
  return list.length === 1 && typeof mcid === 'number' && page ? { page: page.num, mcid } : null
}

import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { Word } from '../../facts/documentFacts.ts'
import { blocksOf, type Passage } from '../text/passages.ts'
import { inPoints, unionRect } from '../text/place.ts'
import { ACTIVITY_WORDS } from '../service/activityWords.ts'
import { headingOver, isExcepted, isExcluded } from './exclusion.ts'
import { HEADS_LICENCES, LICENCES, PRICED, QUANTITY } from './licenceWords.ts'

/** How a mention stands on the page. */
export type Standing = 'plain' | 'excluded' | 'ticked' | 'unticked' | 'tick_unsure' | 'list'

/** `sentence` is the part of the block that holds the mention. */
export function standingOf(mention: Passage, words: readonly Word[], sentence: Passage): Standing {
  const tick = tickBefore(mention, words)
  if (tick) return tick
  if (isExcluded(sentence, mention) || isExcepted(sentence, words)) return 'excluded'
  return isLicenceRow(rowText(mention, words)) || isLicenceLine(sentence) ? 'list' : 'plain'
}

const isLicenceRow = (row: string): boolean => LICENCES.test(row) && PRICED.test(row)

/** More words than that are a sentence, which says something about licences. */
const MOST_LINE_WORDS = 14

/** A line which counts or prices licences, or stands under a heading of licences, and tells of no work. */
function isLicenceLine(sentence: Passage): boolean {
  const { folded, words } = sentence
  if (words.length > MOST_LINE_WORDS || Object.values(ACTIVITY_WORDS).some((all) => isAnyIn(all, folded)))
    return false
  return (LICENCES.test(folded) && /\d/u.test(folded)) || QUANTITY.test(folded) || isUnderLicences(sentence)
}

const isAnyIn = (patterns: readonly RegExp[], folded: string): boolean =>
  patterns.some((pattern) => folded.search(pattern) >= 0)

const isUnderLicences = (sentence: Passage): boolean => HEADS_LICENCES.test(headingOver(sentence))

function rowText(passage: Passage, words: readonly Word[]): string {
  const box = unionRect(words.map((word) => word.rect))
  const middle = (box[1] + box[3]) / 2
  return blocksOf(passage.document, passage.page)
    .flatMap((block) =>
      block.words.map((word, i) => ({
        word,
        text: block.folded.slice(block.foldedStarts[i], block.foldedStarts[i + 1]),
      })),
    )
    .filter(({ word }) => word.rect[1] <= middle && word.rect[3] >= middle)
    .map(({ text }) => text.trim())
    .join(' ')
}

const EMPTY_GLYPH = /^(?:[☐□◻▢❏❑○◯\uF06F\uF0A8\uF071]|\[\]|\[_?|\(\))$/u
const FULL_GLYPH = /^(?:[☑☒✓✔✗✘⊠■◼●◉\uF0FE\uF0FD\uF078\uF0FC\uF052\uF053]|\[[xX✓✔]\]|\([xX]\))$/u

interface Tick {
  readonly rect: Rect
  readonly on: boolean
}

/** Farther left than this a box belongs to something else. Points. */
const TICK_REACH = 34

function tickBefore(passage: Passage, words: readonly Word[]): 'ticked' | 'unticked' | 'tick_unsure' | null {
  const ticks = ticksOf(passage)
  if (ticks.length === 0) return null
  const { page } = passage
  const line = lineStart(passage, words)
  const box = inPoints(line, page)
  const inRow = ticks.filter(
    ({ rect }) => Math.min(rect[3], box[3]) - Math.max(rect[1], box[1]) > 0.4 * (box[3] - box[1]),
  )
  const before = inRow
    .filter(({ rect }) => rect[2] <= box[0] + 3 && box[0] - rect[2] < TICK_REACH)
    .toSorted((a, b) => b.rect[2] - a.rect[2])[0]
  if (before) return before.on ? 'ticked' : 'unticked'
  return inRow.length > 0 ? 'tick_unsure' : null
}

/** From where the words' line begins, or from after a box that is typed inside the line. */
function lineStart(passage: Passage, words: readonly Word[]): Rect {
  const [first] = words
  if (!first) return [0, 0, 0, 0]
  const at = passage.page.words.indexOf(first)
  const line = passage.page.lines.find(({ start, end }) => start <= at && at < end)
  const before = passage.page.words.slice(line?.start ?? at, at + 1)
  const box = before.findLastIndex(({ text }) => EMPTY_GLYPH.test(text) || FULL_GLYPH.test(text))
  return unionRect(before.slice(box + 1).map((word) => word.rect))
}

const tickCache = new WeakMap<object, readonly Tick[]>()

function ticksOf({ page, document }: Passage): readonly Tick[] {
  const known = tickCache.get(page)
  if (known) return known
  const fields = document.facts.fields.filter((field) => field.page === page.number && field.ticked !== null)
  const ticks: Tick[] = [
    ...fields.map((field) => ({ rect: inPoints(field.rect, page), on: field.ticked === true })),
    ...page.tickBoxes
      .map((box) => ({ rect: inPoints(box.rect, page), on: box.marked }))
      .filter(({ rect }) => !fields.some((field) => overlap(inPoints(field.rect, page), rect))),
    ...page.words
      .filter(({ text }) => EMPTY_GLYPH.test(text) || FULL_GLYPH.test(text))
      .map((word) => ({ rect: inPoints(word.rect, page), on: FULL_GLYPH.test(word.text) })),
  ]
  tickCache.set(page, ticks)
  return ticks
}

const overlap = (a: Tick['rect'], b: Tick['rect']): boolean =>
  Math.min(a[2], b[2]) > Math.max(a[0], b[0]) && Math.min(a[3], b[3]) > Math.max(a[1], b[1])

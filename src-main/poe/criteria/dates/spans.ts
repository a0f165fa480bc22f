import type { Passage } from '../text/passages.ts'
import { type DateMention, findDates } from './findDates.ts'

/** What leads from the first day of a span to its last. */
const SPAN =
  /^[\s.,)]*(?:r\. )?(?:-|~|〜|\/|to|until|till|through|up to|and|al|fino al|bis(?: zum)?|au|jusqu'au|al|hasta(?: el)?|a|ate|t\/m|tot(?: en met)?|do(?: dnia)?|から|より)[\s.,(]*(?:r\. )?$/u

/** Without spaces the words around a date are part of its own. */
const JAPANESE_SPAN = /期間|から|まで/u

const isSameDate = (a: DateMention, b: DateMention): boolean =>
  a.words[0] === b.words[0] && a.readings[0] === b.readings[0]

const datesOf = new WeakMap<Passage, readonly DateMention[]>()

/** Dates of the mention's own passage in the order in which they stand; of one word, the earlier day first. */
function inOrder({ passage }: DateMention): readonly DateMention[] {
  const known = datesOf.get(passage)
  if (known) return known
  const at = (date: DateMention): number => passage.words.findIndex((word) => word === date.words[0])
  const dates = findDates(passage).toSorted(
    (a, b) => at(a) - at(b) || (a.readings[0] ?? '').localeCompare(b.readings[0] ?? ''),
  )
  datesOf.set(passage, dates)
  return dates
}

/** One end of a span of days in one sentence: nobody's signature is dated so. */
export function isInSpan(mention: DateMention): boolean {
  return JAPANESE_SPAN.test(mention.text) || endOfSpan(mention) !== null || isEnd(mention)
}

/** The last day of the span that begins with this date; null = none does. */
export function endOfSpan(mention: DateMention): DateMention | null {
  const dates = inOrder(mention)
  const at = dates.findIndex((date) => isSameDate(date, mention))
  const [from, to] = [dates[at], dates[at + 1]]
  return from !== undefined && to !== undefined && leadsTo(from, to) ? to : null
}

function isEnd(mention: DateMention): boolean {
  const dates = inOrder(mention)
  const at = dates.findIndex((date) => isSameDate(date, mention))
  const [from, to] = [dates[at - 1], dates[at]]
  return from !== undefined && to !== undefined && leadsTo(from, to)
}

function leadsTo(from: DateMention, to: DateMention): boolean {
  const { passage } = to
  if (from.words[0] === to.words[0]) return JAPANESE_SPAN.test(to.text)
  const start = passage.words.findIndex((word) => word === to.words[0])
  return SPAN.test(passage.folded.slice(endOf(from), passage.foldedStarts[start] ?? 0))
}

function endOf({ passage, words }: DateMention): number {
  const at = passage.words.findIndex((word) => word === words.at(-1))
  return (passage.foldedStarts[at + 1] ?? passage.folded.length + 1) - 1
}

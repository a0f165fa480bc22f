import { blocksOf, type Passage, sentencesOf } from './passages.ts'

const BULLET = /^(?:[•▪–●■◦‣・*-]|\(?(?:\d{1,2}|[a-z])[.)])$/u
export const startsWithBullet = ({ words }: Passage): boolean => BULLET.test(words[0]?.text ?? '')
const endsWith = ({ text }: Passage, sign: RegExp): boolean => sign.test(text)

/** A line over bullets that is no sentence and no bullet itself: "Out of scope". */
const MOST_HEAD_WORDS = 8
const isHead = (one: Passage): boolean =>
  !startsWithBullet(one) && one.words.length <= MOST_HEAD_WORDS && !endsWith(one, /[.,;!?。]$/u)

/**
 * The clause or short line that introduces the list a sentence stands in: "Not included are: a; b; c." does so for all
 * three; a full stop ends its reach, but not between bullets. Null = none.
 */
export function introductionOf(sentence: Passage, block: Passage): Passage | null {
  const inBlock = sentencesOf(block)
  const at = inBlock.findIndex(({ words }) => words[0] === sentence.words[0])
  for (let i = at; i > 0; i -= 1) {
    const [one, before] = [inBlock[i], inBlock[i - 1]]
    if (one === undefined || before === undefined) return null
    if (endsWith(before, /[::]$/u)) return before
    if (startsWithBullet(one) && isHead(before)) return before
    if (endsWith(before, /[.!?]$/u) && !startsWithBullet(one)) return null
  }
  return startsWithBullet(block) ? introductionAbove(block) : null
}

/** Where each bullet is a block of its own: the last sentence of the nearest block above that is none. */
function introductionAbove(block: Passage): Passage | null {
  const blocks = blocksOf(block.document, block.page)
  const at = blocks.findIndex(({ words }) => words[0] === block.words[0])
  const before = blocks.slice(0, Math.max(0, at)).findLast((one) => !startsWithBullet(one))
  const last = before === undefined ? undefined : sentencesOf(before).at(-1)
  return last !== undefined && (endsWith(last, /[::]$/u) || isHead(last)) ? last : null
}

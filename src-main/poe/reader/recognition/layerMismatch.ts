import { distance } from 'fastest-levenshtein'
import type { Rect } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { HiddenWord, Word } from '../../facts/documentFacts.ts'

/** More of a layer's words than this may not differ from what its picture says. */
const MOST_DIFFERENT = 0.15
/** Fewer words than this prove nothing. */
const FEW_WORDS = 8
/** Two readings of one word differ by less than this share of its letters. */
const SAME_WORD = 0.4
/** What recognition itself is not sure of contradicts nothing. */
const SURE = 0.75

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/**
 * Words of a text layer that lie under a picture saying something else there. Empty when the layer is a fair transcript:
 * recognition slips differ in letters, a false layer in words.
 */
export function falseLayerWords(layer: readonly HiddenWord[], seen: readonly Word[]): HiddenWord[] {
  const words = layer.filter(({ text }) => bare(text).length >= 3)
  if (words.length < FEW_WORDS) return []
  const wrong = words.filter((word) => !isSeen(word, seen))
  return wrong.length > words.length * MOST_DIFFERENT ? wrong : []
}

function isSeen({ text, rect }: HiddenWord, seen: readonly Word[]): boolean {
  const own = bare(text)
  const near = seen.filter((word) => touches(rect, word.rect))
  // Nothing was read with certainty there: the picture may say it all the same.
  if (near.length > 0 && near.every(({ confidence }) => (confidence ?? 1) < SURE)) return true
  const texts = near.map((word) => bare(word.text))
  return [...texts, texts.join('')].some(
    (other) => other.includes(own) || distance(own, other) <= SAME_WORD * Math.max(own.length, other.length),
  )
}

/** Layers are set a little beside their pictures. */
const SLACK = 0.008

const touches = (a: Rect, b: Rect): boolean =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > -SLACK && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > -SLACK

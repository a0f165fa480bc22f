import { describe, expect, it } from 'vitest'
import type { HiddenWord, Word } from '../../../../../src-main/poe/facts/documentFacts.ts'
import { falseLayerWords } from '../../../../../src-main/poe/reader/recognition/layerMismatch.ts'

const SEEN = 'The consultant migrated all mailboxes of the customer to Exchange Online last spring'.split(' ')

const OTHER_PRODUCT: Readonly<Record<string, string>> = { Exchange: 'Microsoft', Online: 'Teams' }

const LIES: readonly (readonly [string, readonly string[]])[] = [
  ['every second word is another', SEEN.map((word, i) => (i % 2 === 0 ? word : 'acknowledged'))],
  ['only the product is another', SEEN.map((word) => OTHER_PRODUCT[word] ?? word)],
  ['no word is the same', SEEN.map(() => 'acknowledged')],
]

const place = (i: number): Pick<Word, 'rect' | 'quad'> => ({
  rect: [0.05 * i, 0.4, 0.05 * i + 0.04, 0.42],
  quad: [0, 0, 1, 0, 1, 1, 0, 1],
})
const layer = (words: readonly string[]): HiddenWord[] =>
  words.map((text, i) => ({ text, ...place(i), hidden: 'ocr_layer' }))
const seen = (confidence: number): Word[] =>
  SEEN.map((text, i) => ({
    text,
    ...place(i),
    size: 10,
    bold: false,
    script: false,
    source: 'ocr',
    confidence,
  }))

describe('a text layer under a scan', () => {
  it('is fair when it slips in letters only', () => {
    const slips = SEEN.map((word) => word.replace('m', 'rn'))
    expect(falseLayerWords(layer(slips), seen(0.95))).toEqual([])
  })

  it.for(LIES)('is false when it says other words than the picture: %s', ([, words]) => {
    expect(falseLayerWords(layer(words), seen(0.95)).length).toBeGreaterThanOrEqual(2)
  })

  it('is false when it has words where the picture shows none', () => {
    expect(falseLayerWords(layer(SEEN), []).length).toBeGreaterThan(8)
  })

  it('is not called false where the picture can hardly be read', () => {
    expect(falseLayerWords(layer(SEEN.map(() => 'acknowledged')), seen(0.5))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { shinglesOf, wordsOf } from '../../../../src-main/domain/evidence/minHash.ts'
import { pagePrint } from '../../../../src-main/domain/evidence/pagePrint.ts'
import { alike, bandsOf, isPrintValue } from '../../../../src-main/domain/evidence/prints.ts'
import { sharedText, textPrint } from '../../../../src-main/domain/evidence/textPrint.ts'
import type { PrintKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import { fc } from '../../../builders/hub/property.ts'

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `word${(from + i) * 7919}`).join(' ')
const meet = (kind: PrintKind, a: string, b: string): boolean =>
  bandsOf(kind, a).some((band) => bandsOf(kind, b).includes(band))

function exactShare(a: string, b: string): number {
  const [left, right] = [shinglesOf(wordsOf(a), 5), shinglesOf(wordsOf(b), 5)]
  const both = [...left].filter((one) => right.has(one)).length
  return both / (left.size + right.size - both)
}

const printOf = (text: string): string => textPrint(text) ?? ''
const texts = (a: string, b: string) => alike('text', printOf(a), printOf(b))

/** Two texts of the same words, of which so many differ. */
const twoTexts = fc
  .tuple(fc.integer({ min: 60, max: 900 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 1e6 }))
  .map(([length, changes, seed]) => {
    const one = words(seed, length).split(' ')
    const other = [...one]
    for (let i = 0; i < changes; i += 1) other[(i * 7919 + seed) % length] = `changed${seed + i}`
    return [one.join(' '), other.join(' ')] as const
  })

describe('the print of a text', () => {
  it('estimates the share of all runs of words that two texts have in common', () => {
    const errors: number[] = []
    fc.assert(
      fc.property(twoTexts, ([a, b]) => {
        const error = sharedText(printOf(a), printOf(b)) - exactShare(a, b)
        errors.push(error)
        // Four and a half standard deviations of 128 hashes at the widest.
        expect(Math.abs(error)).toBeLessThan(0.2)
      }),
      { numRuns: 150 },
    )
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    expect(Math.abs(mean)).toBeLessThan(0.02)
  })

  it('is found by a band wherever enough is the same, and seldom where half is', () => {
    let [near, found] = [0, 0]
    fc.assert(
      fc.property(twoTexts, ([a, b]) => {
        if (exactShare(a, b) < 0.88) return
        near += 1
        if (meet('text', printOf(a), printOf(b))) found += 1
      }),
      { numRuns: 200 },
    )
    expect(near).toBeGreaterThan(40)
    expect(found / near).toBeGreaterThan(0.97)
    const halves = Array.from({ length: 60 }, (_, i) => [
      printOf(`${words(i * 9000, 200)} ${words(i * 9000 + 1000, 70)}`),
      printOf(`${words(i * 9000, 200)} ${words(i * 9000 + 5000, 70)}`),
    ])
    expect(halves.filter(([a = '', b = '']) => meet('text', a, b)).length).toBeLessThan(20)
  })

  it('tells word for word from nearly so: then nobody’s name was changed', () => {
    const changed = words(0, 900).replace('word0 ', 'another ')
    expect(texts(words(0, 900), changed)).toMatchObject({ mayBeForm: true })
    expect(texts(words(0, 900), changed)?.share).toBeLessThan(1)
    expect(texts(words(0, 400), words(0, 400).toUpperCase())).toEqual({ share: 1, mayBeForm: false })
  })

  it('does not take two papers for one that share half of their text', () => {
    expect(texts(`${words(0, 200)} ${words(1000, 200)}`, `${words(0, 200)} ${words(5000, 200)}`)).toBeNull()
    expect(texts(words(0, 400), words(3000, 400))).toBeNull()
  })

  it('is none where the text is too short to be known again', () => {
    expect(textPrint(words(0, 20))).toBeNull()
  })
})

describe('the print of a page that is a picture', () => {
  const LOOK = 'a5c3f00f3cc35aa5'
  const AGAIN = 'a5c2f00f3cc35aa4'
  const page = (look: string, text = ''): string => pagePrint(look, text) ?? ''
  const like = (a: string, b: string) => (meet('page', a, b) ? alike('page', a, b) : null)

  it('is known again when the page was scanned once more and read with slips', () => {
    const text = words(0, 120)
    const misread = text.replace('word31676', 'w0rd31676').replace('word554330', 'word55433O')
    expect(like(page(LOOK, text), page(AGAIN, misread))).toMatchObject({ mayBeForm: true })
    expect(like(page(LOOK), page(AGAIN))).toMatchObject({ mayBeForm: false })
    expect(like(page(LOOK), page('5a3c0ff0c33ca55a'))).toBeNull()
  })

  it('is another where a page of type only looks the same and says something else', () => {
    expect(like(page(LOOK, words(0, 120)), page(LOOK, words(4000, 120)))).toBeNull()
    expect(like(page(LOOK, words(0, 120)), page(LOOK))).toBeNull()
  })

  it('is none of a page without words that is nearly empty', () => {
    expect([pagePrint('0000000000000000', ''), pagePrint('8084808080000050', 'Page 2')]).toEqual([null, null])
    expect(pagePrint('8084808080000050', words(0, 60))).not.toBeNull()
  })
})

it('takes no value for a print that has another length or other signs', () => {
  expect(isPrintValue('text', printOf(words(0, 100)))).toBe(true)
  expect(isPrintValue('page', printOf(words(0, 100)))).toBe(false)
  expect(isPrintValue('signature', 'g'.repeat(514))).toBe(false)
})

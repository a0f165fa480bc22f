import { describe, expect, it } from 'vitest'
import { inkHash } from '../../../../src-main/domain/evidence/inkHash.ts'
import { pagePrint } from '../../../../src-main/domain/evidence/pagePrint.ts'
import { type ClaimedPaper, sharedEvidence } from '../../../../src-main/domain/evidence/sharedEvidence.ts'
import { sharedPages } from '../../../../src-main/domain/evidence/sharedPages.ts'
import { textPrint } from '../../../../src-main/domain/evidence/textPrint.ts'
import { ClaimId, Sha256 } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHand, inkOf } from '../../../builders/poe/hands.ts'
import { randomFrom } from '../../../builders/randomFrom.ts'

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `word${(from + i) * 7919}`).join(' ')
const LOOK = 'a5c3f00f3cc35aa5'
const SIGNED = inkHash(inkOf(aHand(randomFrom(4711)), { width: 300, stroke: 4 })) ?? ''

/** A paper of a claim of its own partner, unless told otherwise; `digit` names its bytes. */
const paper = (claimId: string, digit: string, over: Partial<ClaimedPaper> = {}): ClaimedPaper => ({
  claimId: ClaimId.parse(claimId),
  side: { mpnId: claimId, partnerName: `Partner ${claimId}`, tenantId: 't', customerName: 'Customer' },
  sha256: Sha256.parse(digit.repeat(64)),
  prints: [],
  pages: [],
  ...over,
})
const pages = (...texts: readonly string[]) => texts.map((text, at) => ({ page: at + 1, text }))
const placesOf = (found: ReturnType<typeof sharedEvidence>) =>
  found.map(({ how, places }) => [how, ...places.map(({ claimId, page }) => `${claimId}:${page}`)])

describe('pages that say nearly the same', () => {
  it('are told by the share of runs of words that they have in common', () => {
    const copied = words(0, 200)
    const nearly = copied.replace('word791900 ', 'another ')
    const [pair] = sharedPages(pages(words(9000, 200), copied), pages(nearly))
    // One word of two hundred stands in five runs of each side.
    expect(pair).toEqual({ page: 2, otherPage: 1, share: 191 / 201 })
  })

  it('are each found once, the likest first, and pages of few words never', () => {
    const [one, title] = [words(0, 120), 'Statement of work']
    expect(sharedPages(pages(title, one, one), pages(title, one.replace('word0 ', 'other '), one))).toEqual([
      { page: 2, otherPage: 3, share: 1 },
      { page: 3, otherPage: 2, share: 115 / 117 },
    ])
  })

  it('are not found where a page and another have half of their words in common', () => {
    const half = `${words(0, 100)} ${words(5000, 100)}`
    expect(sharedPages(pages(words(0, 200)), pages(half))).toEqual([])
  })
})

describe('what the papers of several claims have in common', () => {
  it('is the file before anything on it', () => {
    const same = { pages: pages(words(0, 200)) }
    expect(sharedEvidence([paper('A', '1', same), paper('B', '1', same)])).toEqual([
      {
        how: 'bytes',
        share: 1,
        mayBeForm: false,
        severity: 'high',
        places: [
          { claimId: 'A', sha256: '1'.repeat(64), page: null },
          { claimId: 'B', sha256: '1'.repeat(64), page: null },
        ],
      },
    ])
  })

  it('is the whole text before its pages', () => {
    const text = { kind: 'text', page: 0, value: textPrint(words(0, 300)) ?? '' } as const
    const same = { prints: [text], pages: pages(words(0, 200), words(200, 100)) }
    expect(placesOf(sharedEvidence([paper('A', '1', same), paper('B', '2', same)]))).toEqual([
      ['text', 'A:null', 'B:null'],
    ])
  })

  it('is one page of a paper that stands in another paper', () => {
    const own = paper('A', '1', { pages: pages(words(8000, 150), words(0, 200)) })
    const other = paper('B', '2', { pages: pages(words(0, 200), words(4000, 300)) })
    expect(placesOf(sharedEvidence([own, other]))).toEqual([['text', 'A:2', 'B:1']])
  })

  it('is a scanned page by its look and its words once, and the signature on it is no second thing', () => {
    const text = words(0, 200)
    const prints = [
      { kind: 'page', page: 3, value: pagePrint(LOOK, text) ?? '' },
      { kind: 'signature', page: 3, value: SIGNED },
    ] as const
    const scanned = { prints, pages: [{ page: 3, text }] }
    expect(placesOf(sharedEvidence([paper('A', '1', scanned), paper('B', '2', scanned)]))).toEqual([
      ['page', 'A:3', 'B:3'],
    ])
  })

  it('is the same picture of a signature on pages that say other things; it weighs least, and stands last', () => {
    const signed = (page: number) => [{ kind: 'signature', page, value: SIGNED } as const]
    const own = paper('A', '1', { prints: signed(2), pages: pages(words(0, 200)) })
    const other = paper('B', '2', { prints: signed(5), pages: pages(words(0, 200)) })
    expect(sharedEvidence([own, other])).toMatchObject([
      { how: 'text', severity: 'medium' },
      { how: 'signature', severity: 'low', places: [{ page: 2 }, { page: 5 }] },
    ])
  })

  it('is nothing between two papers of one claim, nor between claims of one partner', () => {
    const same = { pages: pages(words(0, 200)) }
    const [one, ofSame] = [paper('A', '1', same), paper('A', '2', same)]
    expect(sharedEvidence([one, ofSame])).toEqual([])
    expect(sharedEvidence([one, paper('B', '3', { ...same, side: one.side })])).toEqual([])
  })
})

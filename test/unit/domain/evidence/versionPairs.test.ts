import { describe, expect, it } from 'vitest'
import type { Print } from '../../../../src-main/domain/evidence/prints.ts'
import { textPrint } from '../../../../src-main/domain/evidence/textPrint.ts'
import { pagePrint } from '../../../../src-main/domain/evidence/pagePrint.ts'
import { type Paper, pairVersions } from '../../../../src-main/domain/evidence/versionPairs.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { sha256Of } from '../../../builders/claimRecord.ts'

const at = (day: number) => Instant.parse(`2026-03-${String(day).padStart(2, '0')}T09:00:00Z`)
const SUBMITTED = at(2)
const ASKED = at(10)
const ASKED_AGAIN = at(20)
const LIFE = {
  submittedAt: SUBMITTED,
  history: [
    { at: SUBMITTED, toState: 'submitted' },
    { at: ASKED, toState: 'partner_action_required' },
    { at: at(12), toState: 'under_review' },
    { at: ASKED_AGAIN, toState: 'partner_action_required' },
  ],
} as const
const AT = { first: SUBMITTED, second: at(12), third: at(22) } as const

const textOf = (of: string, changed = 0): string =>
  Array.from({ length: 120 }, (_, i) => (i < changed ? `other${i}` : `${of}${i}`)).join(' ')
const written = (text: string): Print[] => [{ kind: 'text', page: 0, value: textPrint(text) ?? '' }]
const pictured = (look: string, text: string): Print => ({
  kind: 'page',
  page: 1,
  value: pagePrint(look, text) ?? '',
})

const aPaper = (documentId: string, round: keyof typeof AT, over: Partial<Paper> = {}): Paper => ({
  documentId,
  sha256: sha256Of(Buffer.from(documentId)),
  fileName: `${documentId}.pdf`,
  kind: null,
  addedAt: AT[round],
  prints: [],
  ...over,
})
const pairs = (...papers: Paper[]): string[] =>
  pairVersions(papers, LIFE).map(({ before, after, likeness }) => `${after} for ${before}: ${likeness}`)

describe('which document stands for which older one', () => {
  it('knows a paper again by its words, whatever it is called', () => {
    expect(
      pairs(
        aPaper('sow', 'first', { prints: written(textOf('a')) }),
        aPaper('letter', 'first', { prints: written(textOf('b')) }),
        aPaper('scan0231', 'second', { prints: written(textOf('b', 4)) }),
      ),
    ).toEqual(['scan0231 for letter: changed'])
  })

  it('knows it by its name without what people write behind names, and by a kind that only one has', () => {
    expect(
      pairs(aPaper('SOW Aldermere', 'first'), aPaper('sow_aldermere_v2 (signed)', 'second')),
    ).toHaveLength(1)
    expect(pairs(aPaper('a', 'first', { kind: 'SOW' }), aPaper('b', 'second', { kind: 'SOW' }))).toHaveLength(
      1,
    )
    expect(
      pairs(
        aPaper('a', 'first', { kind: 'SOW' }),
        aPaper('c', 'first', { kind: 'SOW' }),
        aPaper('b', 'second', { kind: 'SOW' }),
      ),
    ).toEqual([])
  })

  it('leaves a paper alone that nothing makes a version of another', () => {
    expect(
      pairs(
        aPaper('a', 'first', { prints: written(textOf('a')) }),
        aPaper('b', 'second', { prints: written(textOf('b')) }),
      ),
    ).toEqual([])
  })

  it('never pairs papers of one hand-in, nor one paper twice', () => {
    const same = { prints: written(textOf('a')) }
    expect(pairs(aPaper('a', 'first', same), aPaper('b', 'first', same))).toEqual([])
    expect(
      pairs(aPaper('a', 'first', same), aPaper('b', 'second', same), aPaper('c', 'second', same)),
    ).toHaveLength(1)
  })

  it('lets the third version stand for the second', () => {
    const version = (changed: number) => ({ prints: written(textOf('a', changed)) })
    expect(
      pairs(
        aPaper('v1', 'first', version(0)),
        aPaper('v2', 'second', version(3)),
        aPaper('v3', 'third', version(6)),
      ),
    ).toEqual(['v2 for v1: changed', 'v3 for v2: changed'])
  })

  it('says when it is the same file, the same words, or the same words newly scanned', () => {
    const words = textOf('a')
    const first = aPaper('a', 'first', { prints: written(words) })
    expect(pairs(first, aPaper('b', 'second', { sha256: first.sha256 }))).toEqual(['b for a: same_file'])
    expect(pairs(first, aPaper('b', 'second', { prints: written(words) }))).toEqual(['b for a: same_words'])
    const scan = [...written(words), pictured('0f0f0f0f0f0f0f0f', words)]
    expect(pairs(first, aPaper('b', 'second', { prints: scan }))).toEqual(['b for a: same_words_scanned'])
  })

  it('claims no more than the look of pages that were scanned twice', () => {
    const scan = (look: string, text: string) => ({ prints: [pictured(look, text)] })
    expect(
      pairs(
        aPaper('a', 'first', scan('0f0f0f0f0f0f0f0f', textOf('a'))),
        aPaper('b', 'second', scan('0f0f0f0f0f0f0f0e', textOf('a', 2))),
      ),
    ).toEqual(['b for a: same_look'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textPrint } from '../../../../src-main/domain/evidence/textPrint.ts'
import { type JudgedClaim, likenessOf, nearnessOf } from '../../../../src-main/domain/quality/twins.ts'

const A_CLAIM: JudgedClaim = {
  outcome: 'approve',
  reasons: [],
  policy: { id: 'docs-2023', version: 2 },
  program: 'OSU_M365',
  solutionArea: 'MICROSOFT_365',
  activities: ['USAGE', 'PRESALES'],
  products: new Map([
    ['i1', 'm365.teams'],
    ['i2', 'm365.exchange'],
  ]),
  words: [
    { criterion: 'dates', item: null, verdict: 'met', machine: 'cannot_tell' },
    { criterion: 'products', item: 'i1', verdict: 'met', machine: 'met' },
    { criterion: 'products', item: 'i2', verdict: 'met', machine: 'not_met' },
  ],
}
const word = (text: string) => textPrint(text) ?? ''
const work = (customer: string, length = 200) =>
  `${Array.from({ length }, (_, n) => `step${n % 97} of${n} the work`).join(' ')} for ${customer}`
const paper = (sha256: string, ...texts: string[]) => ({ sha256, texts: texts.map(word) })

describe('claims are alike', () => {
  it('whatever their order of items and activities, the ids of their items, and what people said', () => {
    const other: JudgedClaim = {
      ...A_CLAIM,
      outcome: 'reject',
      reasons: ['REJ_INSUFFICIENT_POE', 'REJ_MISSING_PRODUCTS', 'REJ_NO_PARTNER_RESPONSE'],
      activities: ['PRESALES', 'USAGE'],
      products: new Map([
        ['x', 'm365.exchange'],
        ['y', 'm365.teams'],
      ]),
      words: [
        { criterion: 'products', item: 'x', verdict: 'not_met', machine: 'not_met' },
        { criterion: 'products', item: 'y', verdict: 'not_met', machine: 'met' },
        { criterion: 'dates', item: null, verdict: null, machine: 'cannot_tell' },
      ],
    }
    expect(likenessOf(other)).not.toBeNull()
    expect(likenessOf(other)).toBe(likenessOf(A_CLAIM))
  })

  it.each<[string, Partial<JudgedClaim>]>([
    ['another version of the profile', { policy: { id: 'docs-2023', version: 3 } }],
    ['another programme', { program: 'OSU_BIZAPPS' }],
    ['another solution area', { solutionArea: 'BUSINESS_APPLICATIONS' }],
    ['another activity', { activities: ['USAGE'] }],
    ['another product', { products: new Map([['i1', 'm365.teams']]) }],
    ['another finding', { words: A_CLAIM.words.map((one) => ({ ...one, machine: 'met' as const })) }],
  ])('not with %s', (_, change) => {
    expect(likenessOf({ ...A_CLAIM, ...change })).not.toBe(likenessOf(A_CLAIM))
  })

  it.each<[string, Partial<JudgedClaim>]>([
    ['nobody knows what the machine found', { words: [{ criterion: 'dates', item: null, verdict: 'met' }] }],
    ['no criterion was spoken of', { words: [] }],
    ['the partner wanted it rejected', { outcome: 'reject', reasons: ['REJ_PARTNER_REQUEST'] }],
    [
      'somebody else claims it, too',
      { outcome: 'reject', reasons: ['REJ_INSUFFICIENT_POE', 'REJ_COMPETING_CLAIM'] },
    ],
  ])('with nothing where %s', (_, change) => {
    expect(likenessOf({ ...A_CLAIM, ...change })).toBeNull()
  })
})

describe('papers are near', () => {
  it('by their bytes, and by nearly the same words with other names in them', () => {
    expect(nearnessOf([paper('a')], [paper('a')])).toBe(1)
    const near = nearnessOf([paper('a', work('Harbour Ltd'))], [paper('b', work('Meadow Trust'))])
    expect(near).toBeGreaterThan(0.85)
    expect(near).toBeLessThan(1)
  })

  it('not with a paper more on one side, with other words, or without any paper', () => {
    expect(nearnessOf([paper('a')], [paper('a'), paper('b')])).toBeNull()
    expect(
      nearnessOf(
        [paper('a', work('Harbour Ltd'))],
        [paper('b', `${'elsewhere '.repeat(9)}${work('x', 20)}`)],
      ),
    ).toBeNull()
    expect(nearnessOf([], [])).toBeNull()
    expect(nearnessOf([paper('a')], [paper('b')])).toBeNull()
  })

  it('as the least near of them is, from either side alike, and most to themselves', () => {
    const names = ['Harbour', 'Meadow', 'Quarry', 'Harbour and Quarry of the northern shore']
    const aPaper = fc
      .record({ sha256: fc.constantFrom('a', 'b', 'c', 'd'), name: fc.constantFrom(...names) })
      .map(({ sha256, name }) => paper(sha256 + name, work(name)))
    const papers = fc.array(aPaper, { maxLength: 3 })
    fc.assert(
      fc.property(papers, papers, (ours, theirs) => {
        const near = nearnessOf(ours, theirs)
        expect(nearnessOf(theirs, ours)).toBe(near)
        if (ours.length > 0) expect(nearnessOf(ours, ours.toReversed())).toBe(1)
        const each = ours.map((one) => nearnessOf([one], theirs.slice(0, 1)))
        if (theirs.length === 1 && near !== null) expect(near).toBe(Math.min(...each.map((one) => one ?? 0)))
      }),
      { seed: 20261123, numRuns: 60 },
    )
  })
})

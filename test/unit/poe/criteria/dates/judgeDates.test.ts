import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import type { PageFacts } from '../../../../../src-main/poe/facts/documentFacts.ts'
import type { Finding } from '../../../../../src-preload/contract/vocabulary/checkShape.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../../builders/poe/factsOf.ts'

const LINES = [
  ['Work order between Ottermill Paper GmbH and Larkfield Systems Ltd', 60, 80],
  ['Larkfield deploys Microsoft Teams for both mills and trains 25 key users on site.', 60, 210],
  ['For Ottermill Paper GmbH', 60, 560],
  ['Signature', 60, 637],
] as const

/** Signed by the customer, with no date anywhere. */
function datesOf(ocr: PageFacts['ocr']): Finding | undefined {
  const document = documentOf([{ lines: LINES, pen: [[70, 595, 110, 26]] }])
  const pages = document.facts.pages.map((page) => ({ ...page, ocr }))
  const report = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'seed-2020', version: 1 },
    documents: [{ ...document, facts: { ...document.facts, pages } }],
  })
  return report.findings.find(({ criterion }) => criterion === 'dates')
}

describe('a signature without a date that was read', () => {
  it('is undated where the page is text', () => {
    expect(datesOf(null)).toMatchObject({ verdict: 'not_met', say: { code: 'dates_none' } })
  })

  it('stays open on a picture, where a date by hand would not have been read, and shows the signature', () => {
    const finding = datesOf({ confidence: 0.95, languages: 'eng' })
    expect(finding).toMatchObject({ verdict: 'cannot_tell', say: { code: 'dates_not_read' } })
    expect(finding?.evidence).toHaveLength(1)
  })
})

describe('the day of the customer’s acknowledgment', () => {
  const head = 'Work order between Ottermill Paper GmbH and Larkfield Systems Ltd'
  const work = 'Larkfield deploys Microsoft Teams for both mills and trains 25 key users on site.'
  type Line = readonly [string, number, number]

  const found = (lines: readonly Line[], pen: readonly (readonly [number, number, number, number])[]) =>
    judge({
      caseId: null,
      form: aClaimForm(),
      policy: { id: 'seed-2020', version: 1 },
      documents: [documentOf([{ lines, pen }])],
    }).findings.find(({ criterion }) => criterion === 'dates')

  /** A paper that the customer signed, with these lines under the signature. */
  const dated = (...under: readonly Line[]): Line[] => [
    [head, 60, 80],
    [work, 60, 210],
    ['For Ottermill Paper GmbH', 60, 560],
    ['Signature', 60, 637],
    ...under,
  ]

  const letter: Line[] = [
    ['Ottermill Paper GmbH, Kiel', 60, 60],
    ['12 March 2026', 60, 110],
    ['Larkfield Systems Ltd', 60, 140],
    ['Dear Mr Blake,', 60, 190],
    [work, 60, 230],
    ['Sincerely,', 60, 400],
    ['Karin Vogt, Ottermill Paper GmbH', 60, 470],
  ]

  it('is the day over the salutation of a letter that the customer alone signs', () => {
    expect(found(letter, [[60, 425, 110, 26]])).toMatchObject({
      verdict: 'met',
      say: { values: { date: '2026-03-12' } },
    })
  })

  it('is not the day of a letter that nobody signed, or that the partner signed', () => {
    expect(found(letter, [])?.verdict).toBe('cannot_tell')
    const partners = letter.map(
      ([text, x, y]): Line => (y === 470 ? ['Owen Blake, Larkfield Systems Ltd', x, y] : [text, x, y]),
    )
    expect(found(partners, [[60, 425, 110, 26]])?.verdict).not.toBe('met')
  })

  it('may be as old as the profile of the claim says', () => {
    const lines = dated(['Date: 12 March 2025', 60, 660])
    const verdictBy = (maxAgeMonths: number | undefined) =>
      judge({
        caseId: null,
        form: aClaimForm(),
        policy: { id: 'seed-2020', version: 1 },
        maxAgeMonths,
        documents: [documentOf([{ lines, pen: [[70, 595, 110, 26]] }])],
      }).findings.find(({ criterion }) => criterion === 'dates')?.verdict
    expect([verdictBy(undefined), verdictBy(12), verdictBy(14), verdictBy(15)]).toEqual([
      'not_met',
      'not_met',
      'not_met',
      'met',
    ])
  })

  const both = (place: string): Line[] => [
    [head, 60, 80],
    [place, 60, 120],
    [work, 60, 210],
    ['For Ottermill Paper GmbH', 60, 560],
    ['Signature', 60, 637],
    ['For Larkfield Systems Ltd', 330, 560],
    ['Signature', 330, 637],
  ]
  const pens = [
    [70, 595, 110, 26],
    [340, 595, 110, 26],
  ] as const

  it('is the day behind the places of both, wherever on the paper that stands', () => {
    expect(found(both('Kiel und Hamburg, 12. März 2026'), pens)?.verdict).toBe('met')
    expect(found(both('Kiel, 12. März 2026'), pens)?.verdict).toBe('cannot_tell')
  })

  it.for([
    ['Date', '12 March 2026'],
    ['Date: 12-Mar-2026', ''],
    ['Dated this 12th day of March, 2026', ''],
    ['In data 12 marzo 2026', ''],
    ['Fait à Lyon, le 12 mars 2026', ''],
    ['En Madrid, a 12 de marzo de 2026', ''],
    ['Kiel, 2026/03/12', ''],
    ['Signed 2026-03-12 10:22:31 UTC', ''],
    ['2026年3月12日', ''],
    ['令和8年3月12日', ''],
  ] as const)('is read by the signature: "%s" %s', ([line, next]) => {
    const lines = dated([line, 60, 655], ...(next === '' ? [] : [[next, 60, 672] as const]))
    const finding = found(lines, [[70, 595, 110, 26]])
    expect(finding?.verdict).toBe('met')
    expect(JSON.stringify(finding?.say.values)).toContain('2026-03-12')
  })

  it.for(['Kiel, den 25.03.26', 'Lu et approuvé le 25/03/2026'])(
    'is read where only one order of day and month gives a day: "%s"',
    (line) => {
      const lines = dated([line, 60, 655])
      expect(found(lines, [[70, 595, 110, 26]])).toMatchObject({ say: { values: { date: '2026-03-25' } } })
    },
  )

  it('is the one place and day of a paper that ends with it, over both signatures', () => {
    const ends = both('Work order 17').map(([text, x, y]): Line => [text, x, y])
    expect(found([...ends, ['En Madrid, a 12 de marzo de 2026', 60, 520]], pens)?.verdict).toBe('met')
  })

  it.for([
    ['Datum: 12 maart 2026', 'met'],
    ['Data: 12 marca 2026', 'met'],
    ['Datum: 12 december 2024', 'not_met'],
  ] as const)('is read in Dutch and Polish too: "%s"', ([line, verdict]) => {
    const lines = dated([line, 60, 655])
    expect(found(lines, [[70, 595, 110, 26]])?.verdict).toBe(verdict)
  })
})

describe('a date written by hand on a picture', () => {
  type Ink = readonly [x: number, y: number, width: number, height: number]

  /** The page as recognition gives it: what a pen left of figures is ink without words. */
  const found = (ink: readonly Ink[], lines: readonly (readonly [string, number, number])[] = []) => {
    const document = documentOf([{ lines: [...LINES, ...lines], pen: [[70, 595, 110, 26], ...ink] }])
    const pages = document.facts.pages.map(
      (page): PageFacts => ({
        ...page,
        ocr: { confidence: 0.95, languages: 'eng' },
        strokes: page.strokes.map((stroke, i) => ({
          ...stroke,
          source: 'ocr',
          penLike: i === 0,
          ink: {
            density: 0.2,
            strokeWidth: 1.3,
            length: i === 0 ? 400 : 60,
            overNoise: 300,
            coloured: false,
          },
        })),
      }),
    )
    return judge({
      caseId: null,
      form: aClaimForm(),
      policy: { id: 'seed-2020', version: 1 },
      documents: [{ ...document, facts: { ...document.facts, pages } }],
    }).findings.find(({ criterion }) => criterion === 'dates')
  }
  const boxOf = (finding: Finding | undefined) =>
    finding?.evidence[0]?.rects[0]?.map((side, i) => Math.round(side * (i % 2 === 0 ? 595 : 842)))

  it('is left open and shown behind its label, however far, as a whole', () => {
    const finding = found(
      [
        [150, 652, 30, 10],
        [195, 652, 40, 10],
      ],
      [['Date:', 60, 660]],
    )
    expect(finding).toMatchObject({ verdict: 'cannot_tell', say: { code: 'dates_handwritten' } })
    expect(boxOf(finding)).toEqual([150, 652, 235, 662])
  })

  it('is looked for by the customer’s signature where no label names it', () => {
    const finding = found([[200, 605, 60, 12]])
    expect(finding).toMatchObject({ verdict: 'cannot_tell', say: { code: 'dates_handwritten' } })
    expect(boxOf(finding)).toEqual([200, 605, 260, 617])
  })

  it('is not taken from ink far off', () => {
    expect(found([[400, 300, 60, 12]])).toMatchObject({ say: { code: 'dates_not_read' } })
  })
})

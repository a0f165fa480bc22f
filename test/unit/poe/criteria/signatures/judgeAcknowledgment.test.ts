import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../../../src-preload/contract/vocabulary/words.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { documentOf, type PlainPage } from '../../../../builders/poe/factsOf.ts'

type Line = readonly [string, number, number]
type Side = 'customer' | 'partner'

const NAMES = { customer: 'Ottermill Paper GmbH', partner: 'Larkfield Systems Ltd' } as const
const PEOPLE = { customer: 'Karin Vogt', partner: 'Owen Blake' } as const
const HEAD: readonly Line[] = [
  ['Between Larkfield Systems Ltd and Ottermill Paper GmbH', 60, 100],
  ['Larkfield deploys Microsoft Teams and trains all users in two mills.', 60, 130],
]

interface Arrangement {
  readonly stacked: boolean
  readonly first: Side
  /** Where the company's name stands to its signature. */
  readonly name: 'over' | 'under' | 'both'
  readonly gap: number
}

/** Two signature places; whoever signs leaves a trace in his own. */
function paper({ stacked, first, name, gap }: Arrangement, signs: readonly Side[]): PlainPage {
  const sides: readonly Side[] = first === 'customer' ? ['customer', 'partner'] : ['partner', 'customer']
  const lines: Line[] = [...HEAD]
  const pen: [number, number, number, number][] = []
  sides.forEach((side, i) => {
    const x = stacked ? 60 : 60 + i * 270
    const y = stacked ? 420 + i * (60 + 2 * gap) : 480
    if (name !== 'under') lines.push([`For ${NAMES[side]}`, x, y])
    if (signs.includes(side)) pen.push([x + 15, y + gap - 12, 110, 24])
    lines.push(['Signature ____________________', x, y + gap + 24])
    if (name !== 'over') lines.push([`${PEOPLE[side]}, for ${NAMES[side]}`, x, y + gap + 38])
  })
  return { lines, pen }
}

function verdictOf(page: PlainPage): Verdict | undefined {
  const report = judge({
    caseId: null,
    form: aClaimForm(),
    policy: { id: 'seed-2020', version: 1 },
    documents: [documentOf([page])],
  })
  return report.findings.find(({ criterion }) => criterion === 'customerAcknowledgment')?.verdict
}

const ARRANGEMENTS: Arrangement[] = [true, false].flatMap((stacked) =>
  (['customer', 'partner'] as const).flatMap((first) =>
    (['over', 'under', 'both'] as const).flatMap((name) =>
      [24, 34, 48].map((gap) => ({ stacked, first, name, gap })),
    ),
  ),
)

describe('whose signature it is', () => {
  it.for(ARRANGEMENTS)('never takes the partner’s for the customer’s: %o', (arrangement) => {
    expect(verdictOf(paper(arrangement, ['partner']))).not.toBe('met')
  })

  it.for(ARRANGEMENTS)('never overlooks the customer’s: %o', (arrangement) => {
    expect(verdictOf(paper(arrangement, ['customer']))).not.toBe('not_met')
    expect(verdictOf(paper(arrangement, ['customer', 'partner']))).not.toBe('not_met')
  })

  it.for(ARRANGEMENTS)('calls a paper that nobody signed unsigned: %o', (arrangement) => {
    expect(verdictOf(paper(arrangement, []))).toBe('not_met')
  })

  it('decides most arrangements', () => {
    const decided = ARRANGEMENTS.flatMap((arrangement) => [
      verdictOf(paper(arrangement, ['customer', 'partner'])) === 'met',
      verdictOf(paper(arrangement, ['partner'])) === 'not_met',
    ])
    expect(decided.filter(Boolean).length / decided.length).toBeGreaterThan(0.75)
  })
})

describe('what is not a signature of the customer', () => {
  const place: Line[] = [...HEAD, ['For Ottermill Paper GmbH', 60, 500], ['Signature', 60, 560]]

  it('leaves a typed name open', () => {
    expect(verdictOf({ lines: [...place, ['/s/ Karin Vogt', 70, 540]] })).toBe('cannot_tell')
  })

  it('leaves a drawing that belongs to nobody open', () => {
    expect(verdictOf({ lines: HEAD, pen: [[300, 400, 100, 25]] })).toBe('cannot_tell')
    expect(verdictOf({ lines: [...HEAD, ['Signature', 300, 445]], pen: [[300, 400, 100, 25]] })).toBe(
      'cannot_tell',
    )
  })

  it('takes a picture far from all words about signing for an illustration', () => {
    expect(verdictOf({ lines: HEAD, images: [[300, 400, 100, 25]] })).toBe('not_met')
  })

  it('does not take a logo in the letterhead for a signature', () => {
    expect(verdictOf({ lines: place, images: [[60, 20, 120, 50]] })).toBe('not_met')
  })

  it('does not take a drawing under the customer’s name for one where nobody is asked to sign', () => {
    const cover: Line[] = [...HEAD, ['Ottermill Paper GmbH', 60, 300], ['Teams for the mills', 60, 420]]
    expect(verdictOf({ lines: cover, pen: [[60, 310, 120, 40]] })).toBe('cannot_tell')
    expect(verdictOf({ lines: cover, images: [[60, 310, 120, 40]] })).toBe('cannot_tell')
  })

  it('calls nothing unsigned while a page is unread', () => {
    const report = judge({
      caseId: null,
      form: aClaimForm(),
      policy: { id: 'seed-2020', version: 1 },
      documents: [
        documentOf([{ lines: place }, { textClass: 'scan' }], { status: 'partly', reason: 'scan' }),
      ],
    })
    const finding = report.findings.find(({ criterion }) => criterion === 'customerAcknowledgment')
    expect(finding?.verdict).toBe('cannot_tell')
    expect(finding?.say.code).toBe('ack_not_read')
  })
})

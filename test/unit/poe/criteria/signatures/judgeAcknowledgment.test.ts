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
  /** What one signs on: typed underscores, or a ruled line. */
  readonly on: 'underscores' | 'rule'
}

/** Two signature places; whoever signs leaves a trace in his own. */
function paper({ stacked, first, name, gap, on }: Arrangement, signs: readonly Side[]): PlainPage {
  const sides: readonly Side[] = first === 'customer' ? ['customer', 'partner'] : ['partner', 'customer']
  const lines: Line[] = [...HEAD]
  const pen: [number, number, number, number][] = []
  const rules: [number, number, number][] = []
  sides.forEach((side, i) => {
    const x = stacked ? 60 : 60 + i * 270
    const y = stacked ? 420 + i * (60 + 2 * gap) : 480
    if (name !== 'under') lines.push([`For ${NAMES[side]}`, x, y])
    if (signs.includes(side)) pen.push([x + 15, y + gap - 12, 110, 24])
    if (on === 'rule') rules.push([x, y + gap + 14, 150])
    else lines.push(['Signature ____________________', x, y + gap + 24])
    if (name !== 'over') lines.push([`${PEOPLE[side]}, for ${NAMES[side]}`, x, y + gap + 38])
  })
  return { lines, pen, rules }
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
      [24, 34, 48].flatMap((gap) =>
        (['underscores', 'rule'] as const).map((on) => ({ stacked, first, name, gap, on })),
      ),
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

describe('how papers say whose place it is', () => {
  const signedBeside = (label: string, other: string): PlainPage => ({
    lines: [...HEAD, [label, 60, 420], [other, 60, 470]],
    pen: [[230, 404, 110, 24]],
  })

  it.for([
    ['Customer signature', 'Partner signature'],
    ['Firma del committente', 'Firma del fornitore'],
    ['Unterschrift Auftraggeber', 'Unterschrift Auftragnehmer'],
    ['Signature du client', 'Signature du prestataire'],
    ['Firma del cliente', 'Firma del proveedor'],
    ['Assinatura do cliente', 'Assinatura do prestador'],
  ] as const)('"%s" labels the cell behind it', ([customer, partner]) => {
    expect(verdictOf(signedBeside(customer, partner))).toBe('met')
    expect(verdictOf(signedBeside(partner, customer))).toBe('not_met')
  })

  it.for([
    'Bon pour accord, le Client',
    'Agreed and accepted: Customer',
    'Einverstanden, der Auftraggeber',
    'Vom Kunden bestätigt: Leistungen erbracht',
    'Confermato dal committente',
    'Validé par le client',
  ])('"%s" is the customer’s place', (heading) => {
    expect(
      verdictOf({
        lines: [...HEAD, [heading, 60, 420], ['Signature', 60, 440]],
        pen: [[70, 455, 110, 24]],
      }),
    ).toBe('met')
  })

  it.for([
    ['(Auftraggeber)', '(Auftragnehmer)'],
    ['– Il Committente –', '– Il Fornitore –'],
    ['Authorised signature (Customer)', 'Authorised signature (Supplier)'],
    ['Ort, Datum, Unterschrift des Auftraggebers', 'Ort, Datum, Unterschrift des Auftragnehmers'],
    ['Data e firma del cliente', 'Data e firma del fornitore'],
    ['Date et signature du client', 'Date et signature du prestataire'],
    ['Fecha y firma del cliente', 'Fecha y firma del proveedor'],
    ['Stempel und Unterschrift Kunde', 'Stempel und Unterschrift Lieferant'],
    ['Client representative', 'Contractor representative'],
  ] as const)('"%s" stands under the customer’s line, "%s" under the partner’s', ([customer, partner]) => {
    const under = (signs: readonly Side[]): PlainPage => ({
      lines: [...HEAD, [customer, 60, 515], [partner, 330, 515]],
      rules: [
        [60, 500, 150],
        [330, 500, 150],
      ],
      pen: signs.map((side) => [side === 'customer' ? 75 : 345, 474, 110, 24] as const),
    })
    expect(verdictOf(under(['customer', 'partner']))).toBe('met')
    expect(verdictOf(under(['partner']))).toBe('not_met')
  })

  const letter: Line[] = [...HEAD, ['Kind regards, Larkfield Systems Ltd', 60, 400]]
  const acceptance: Line[] = [['Per accettazione (timbro e firma)', 60, 500]]
  const partners: [number, number, number, number] = [80, 420, 110, 24]
  const under: [number, number, number, number] = [80, 520, 110, 24]

  it('lets the other side accept under a letter which the partner has signed', () => {
    expect(verdictOf({ lines: [...letter, ...acceptance], pen: [partners, under] })).toBe('met')
    expect(verdictOf({ lines: [...letter, ...acceptance], pen: [partners] })).toBe('not_met')
  })

  it('leaves an acceptance open that may be of the partner itself', () => {
    expect(verdictOf({ lines: [...letter, ...acceptance], pen: [under] })).not.toBe('met')
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

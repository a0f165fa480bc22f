import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../../../src-preload/contract/vocabulary/words.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { documentOf, type PlainPage } from '../../../../builders/poe/factsOf.ts'

type Line = readonly [string, number, number]
const WORK: Line = ['Larkfield deploys Microsoft Teams and trains all users in two mills.', 60, 150]
const HEAD: Line = ['Between Larkfield Systems Ltd and Ottermill Paper GmbH', 60, 100]

function said(page: PlainPage, form = aClaimForm()): { signature?: Verdict; dates?: Verdict; day?: unknown } {
  const { findings } = judge({
    caseId: null,
    form,
    policy: { id: 'seed-2020', version: 1 },
    documents: [documentOf([page])],
  })
  const of = (criterion: string) => findings.find((one) => one.criterion === criterion)
  const [signature, dates] = [of('customerAcknowledgment'), of('dates')]
  return {
    ...(signature ? { signature: signature.verdict } : {}),
    ...(dates ? { dates: dates.verdict, day: dates.say.values['date'] } : {}),
  }
}

describe('terms that a paper brings in itself', () => {
  it.for([
    [
      '(hereinafter the “Company”)',
      '(hereinafter the “Contractor”)',
      'For the Company',
      'For the Contractor',
    ],
    [', nachstehend Bezieher,', ', nachstehend Werkunternehmer,', 'Bezieher', 'Werkunternehmer'],
    [', doravante denominada LICENCIADA,', ', doravante denominada EXECUTORA,', 'LICENCIADA', 'EXECUTORA'],
    [
      ', hierna te noemen: Gebruiker,',
      ', hierna te noemen: Uitvoerder,',
      'Namens Gebruiker',
      'Namens Uitvoerder',
    ],
    ['(以下「利用者」という。)', '(以下「作業者」という。)', '利用者', '作業者'],
  ] as const)('"%s" and "%s" name the places "%s" and "%s"', ([ofCustomer, ofPartner, customer, partner]) => {
    const page = (x: number): PlainPage => ({
      lines: [
        [`Ottermill Paper GmbH ${ofCustomer} and`, 60, 100],
        [`Larkfield Systems Ltd ${ofPartner} agree:`, 60, 113],
        WORK,
        [partner, 60, 420],
        [customer, 330, 420],
      ],
      rules: [
        [60, 480, 150],
        [330, 480, 150],
      ],
      pen: [[x, 452, 110, 24]],
    })
    expect(said(page(345)).signature).toBe('met')
    expect(said(page(75)).signature).toBe('not_met')
  })

  it('labels of a list of the parties name their places', () => {
    const page = (x: number): PlainPage => ({
      lines: [
        ['Orderer: Ottermill Paper GmbH', 60, 100],
        ['Maker: Larkfield Systems Ltd', 60, 113],
        WORK,
        ['Maker', 60, 420],
        ['Orderer', 330, 420],
      ],
      rules: [
        [60, 480, 150],
        [330, 480, 150],
      ],
      pen: [[x, 452, 110, 24]],
    })
    expect(said(page(345)).signature).toBe('met')
    expect(said(page(75)).signature).toBe('not_met')
  })

  it('who represents the customer signs for it', () => {
    const page: PlainPage = {
      lines: [
        [
          'Ottermill Paper GmbH, vertreten durch Frau Ruth Okafor, Prokuristin, und Larkfield Systems Ltd',
          60,
          100,
        ],
        WORK,
        ['Ruth Okafor', 60, 495],
      ],
      rules: [[60, 480, 150]],
      pen: [[75, 452, 110, 24]],
    }
    expect(said(page).signature).toBe('met')
  })
})

describe('places in a table', () => {
  /** Names in the first column, signatures in the second, dates in the third; both sides in a row of their own. */
  const table = (signs: readonly number[], days: readonly (readonly [string, number])[]): PlainPage => ({
    lines: [
      HEAD,
      WORK,
      ['Supplier', 65, 440],
      ['Customer', 65, 490],
      ...days.map(([day, y]): Line => [day, 425, y]),
    ],
    rules: [415, 465, 515].map((y) => [60, y, 470] as const),
    uprights: [60, 200, 420, 530].map((x) => [x, 415, 100] as const),
    pen: signs.map((y) => [230, y, 110, 24] as const),
  })

  it('a row says whose the signature and the date in it are', () => {
    const both = table(
      [428, 478],
      [
        ['3 January 2025', 440],
        ['14 April 2026', 490],
      ],
    )
    expect(said(both)).toEqual({ signature: 'met', dates: 'met', day: '2026-04-14' })
    expect(said(table([428], [['14 April 2026', 440]])).signature).toBe('not_met')
    expect(said(table([428], [['14 April 2026', 440]])).dates).not.toBe('met')
  })
})

describe('stamps of e-signing services', () => {
  const stamp = (x: number, y: number, person: string): Line[] => [
    ['Electronically signed by', x, y],
    [person, x, y + 11],
    ['14 April 2026 09:41 UTC', x, y + 22],
    ['Transaction ID: 7f3a99c1-2211-4d0e-9a61-0c5e2f7788aa', x, y + 33],
  ]
  const page = (who: readonly ('customer' | 'partner')[]): PlainPage => ({
    lines: [
      HEAD,
      WORK,
      ['For Ottermill Paper GmbH', 60, 400],
      ['For Larkfield Systems Ltd', 330, 400],
      ...(who.includes('customer') ? stamp(60, 430, 'Ruth Okafor') : []),
      ...(who.includes('partner') ? stamp(330, 430, 'Simon Lacey') : []),
      ['Signature', 60, 500],
      ['Signature', 330, 500],
    ],
  })

  it('are of the side in whose place they stand, though the claim names another person', () => {
    expect(said(page(['customer', 'partner']))).toEqual({ signature: 'met', dates: 'met', day: '2026-04-14' })
    expect(said(page(['customer'])).signature).toBe('met')
    expect(said(page(['partner'])).signature).toBe('not_met')
  })
})

describe('who only looks on', () => {
  const page = (ys: readonly number[]): PlainPage => ({
    lines: [
      HEAD,
      WORK,
      ['For Ottermill Paper GmbH', 60, 400],
      ['Signature', 60, 462],
      ['Witness', 60, 520],
      ['Ruth Okafor', 60, 585],
    ],
    rules: [
      [60, 450, 150],
      [60, 570, 150],
    ],
    pen: ys.map((y) => [75, y, 110, 24] as const),
  })

  it('a witness does not sign for the customer', () => {
    expect(said(page([544])).signature).toBe('not_met')
    expect(said(page([424, 544])).signature).toBe('met')
  })
})

describe('places one under the other', () => {
  it('a signature under its label is of the side named above, however near the next name is', () => {
    const page: PlainPage = {
      lines: [
        HEAD,
        WORK,
        ['Supplier:', 60, 400],
        ['Name: Owen Blake', 60, 416],
        ['Signature:', 60, 432],
        ['Customer:', 60, 482],
        ['Signature:', 60, 514],
        ['____________________', 60, 535],
      ],
      images: [[60, 438, 110, 32]],
    }
    expect(said(page).signature).toBe('not_met')
  })

  it('the last word of a paragraph names no place', () => {
    const page: PlainPage = {
      lines: [
        HEAD,
        WORK,
        ['The courts have jurisdiction at the seat of the customer and of nobody else in this', 60, 390],
        ['customer.', 60, 403],
        ['Owen Blake', 60, 480],
      ],
      rules: [[60, 465, 150]],
      pen: [[75, 437, 110, 24]],
    }
    expect(said(page).signature).toBe('not_met')
  })
})

describe('dates of both sides', () => {
  const page = (line: Line, more: readonly Line[] = []): PlainPage => ({
    lines: [
      HEAD,
      WORK,
      line,
      ['For Ottermill Paper GmbH', 60, 420],
      ['For Larkfield Systems Ltd', 330, 420],
      ...more,
    ],
    rules: [
      [60, 480, 150],
      [330, 480, 150],
    ],
    pen: [
      [75, 452, 110, 24],
      [345, 452, 110, 24],
    ],
  })

  it.for([
    'IN WITNESS WHEREOF the parties have signed this document on 14 April 2026.',
    'Fait à Lyon, le 14 avril 2026, en deux exemplaires',
    'Letto, confermato e sottoscritto in Milano, il 14/04/2026',
    'Aldus overeengekomen en in tweevoud ondertekend te Zwolle op 14 april 2026',
    'Kiel, den 14. April 2026',
  ])('"%s" over the places dates the customer’s signature', (text) => {
    expect(said(page([text, 60, 385]))).toEqual({ signature: 'met', dates: 'met', day: '2026-04-14' })
  })

  it('a place and a day over one signature alone are that one’s', () => {
    const undated: PlainPage = {
      lines: [
        HEAD,
        WORK,
        ['Kiel, 14 April 2026', 330, 440],
        ['Ottermill Paper GmbH', 60, 495],
        ['Larkfield Systems Ltd', 330, 495],
      ],
      rules: [
        [60, 482, 150],
        [330, 482, 150],
      ],
      pen: [
        [75, 462, 110, 18],
        [345, 462, 110, 18],
      ],
    }
    expect(said(undated).dates).not.toBe('met')
  })

  it('a span of days near the places is the work’s', () => {
    const result = said(page(['Term: 3 March 2026 until 14 April 2026', 60, 400]))
    expect(result.dates).toBe('cannot_tell')
  })

  it('each column has its own date, also beside the line', () => {
    const dated = page(
      ['—', 60, 300],
      [
        ['Date: 14 April 2026', 215, 476],
        ['Date: 3 January 2025', 485, 476],
        ['Name: Karin Vogt', 60, 500],
        ['Name: Owen Blake', 330, 500],
      ],
    )
    expect(said(dated)).toEqual({ signature: 'met', dates: 'met', day: '2026-04-14' })
  })
})

describe('names and days as some papers write them', () => {
  it('finds a Japanese name inside what is written on', () => {
    const form = aClaimForm({
      customer: { ...aClaimForm().customer, companyName: '株式会社みずほら精工', country: 'JPN' },
    })
    const page: PlainPage = {
      lines: [
        ['株式会社みずほら精工とLarkfield Systems Ltdは契約する。', 60, 100],
        WORK,
        ['株式会社みずほら精工', 60, 420],
      ],
      rules: [[60, 480, 150]],
      pen: [[75, 452, 110, 24]],
    }
    expect(said(page, form).signature).toBe('met')
  })
})

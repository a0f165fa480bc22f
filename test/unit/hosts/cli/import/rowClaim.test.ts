import { describe, expect, it } from 'vitest'
import {
  type DayOrder,
  instantIn,
  listIn,
  textIn,
  yesOrNo,
} from '../../../../../src-main/hosts/cli/import/cellValues.ts'
import { mapColumns } from '../../../../../src-main/hosts/cli/import/mapColumns.ts'
import { productNamed } from '../../../../../src-main/hosts/cli/import/productIndex.ts'
import { rowClaim } from '../../../../../src-main/hosts/cli/import/rowClaim.ts'

const rowOf = (cells: Readonly<Record<string, string>>, order: DayOrder = null) => {
  const all = { 'Claim ID': 'P-1', ...cells }
  return rowClaim(
    { line: 2, cells: Object.values(all), problem: null },
    mapColumns(Object.keys(all), []),
    order,
  )
}

describe('cells', () => {
  it('are read without stray space and without the mark that keeps a text from being a formula', () => {
    expect(['  a ', '', ' ', "'=1+1", "'quoted'"].map(textIn)).toEqual(['a', null, null, '=1+1', "'quoted'"])
  })

  it('may hold several, parted by a bar, a semicolon, a line, or a comma where no name has one', () => {
    expect(listIn('a|b; c\nd,e', 'part')).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(listIn('Smith, John.pdf | b.pdf', 'belong')).toEqual(['Smith, John.pdf', 'b.pdf'])
  })

  it.each([
    ['2026-03-02', null, '2026-03-02T00:00:00.000Z'],
    ['2026/3/2', null, '2026-03-02T00:00:00.000Z'],
    ['2026-03-02T10:15:00+01:00', null, '2026-03-02T09:15:00.000Z'],
    ['2026-03-02 9:15', null, '2026-03-02T09:15:00.000Z'],
    ['02.03.2026', null, '2026-03-02T00:00:00.000Z'],
    ['2.3.2026 10:15', 'mdy', '2026-03-02T10:15:00.000Z'],
    ['13/03/2026', null, '2026-03-13T00:00:00.000Z'],
    ['03/13/2026', null, '2026-03-13T00:00:00.000Z'],
    ['02/02/2026', null, '2026-02-02T00:00:00.000Z'],
    ['02/03/2026', 'dmy', '2026-03-02T00:00:00.000Z'],
    ['02/03/2026', 'mdy', '2026-02-03T00:00:00.000Z'],
    ['', null, null],
  ] as const)('%j in the order %j is the instant %j', (cell, order, value) => {
    expect(instantIn(cell, order)).toEqual({ value })
  })

  it.each(['02/03/2026', '2026-02-31', '31.02.2026', 'yesterday', '2026-13-01', '45999', '2026-03-02 25:00'])(
    '%j is no instant',
    (cell) => {
      expect(instantIn(cell, null)).toEqual({ problem: expect.stringContaining('2026-03-02') })
    },
  )

  it('say yes and no in every language, and nothing in between', () => {
    expect(['Ja', 'oui', 'x', 'FALSO', 'não', ''].map((cell) => yesOrNo(cell, 'f'))).toEqual(
      [true, true, true, false, false, null].map((value) => ({ value })),
    )
    expect(yesOrNo('maybe', 'Public sector')).toEqual({ problem: expect.stringContaining('Public sector') })
  })

  it('name products by their ids and by their names', () => {
    const named = ['M365.Teams', 'Microsoft Teams', 'teams phone', 'Dynamics 365 Sales', 'Kundenservice']
    expect(named.map(productNamed)).toEqual(
      ['m365.teams', 'm365.teams', 'm365.teams.phone', 'ba.sales', 'ba.custsvc'].map((value) => ({ value })),
    )
    expect(productNamed('D365 F&O')).toEqual({
      problem: '"D365 F&O" may be any of ba.finance, ba.fo; give the id.',
    })
    expect(productNamed('m365.brandnew')).toEqual({ value: 'm365.brandnew' })
    expect(productNamed('Phone System')).toEqual({
      problem: '"Phone System" is no product or workload of the catalogue.',
    })
  })
})

describe('a row of a table', () => {
  it('becomes a claim as a partner states it', () => {
    const { wanted, problems } = rowOf({
      Name: 'left out',
      'Claim name': 'Teams rollout',
      'Solution area': 'Microsoft 365',
      Activities: 'Usage',
      'Partner ID': '4711',
      Partner: 'Example Partner',
      Customer: 'Example Customer',
      'Tenant ID': ' 5A1E3F60-2B7C-4F0E-9D35-8C1F5F1F7A11 ',
      Domains: 'customer.example | mail.customer.example',
      'Public sector': 'no',
      'Customer contact name': 'Carla Customer',
      'Customer contact title': 'CIO',
      'Customer contact email': 'carla@customer.example',
      Products: 'Microsoft Teams; m365.intune',
      Language: 'it-IT',
      Submitted: '2026-10-02',
      Documents: 'sow.pdf|Annex, signed.pdf',
    })
    expect(problems).toEqual([])
    expect(wanted).toMatchObject({
      claimId: 'P-1',
      submittedAt: '2026-10-02T00:00:00.000Z',
      staysDraft: false,
      papers: [{ file: 'sow.pdf' }, { file: 'Annex, signed.pdf' }],
      claim: {
        mpnId: '4711',
        customer: { domains: ['customer.example', 'mail.customer.example'], isPublicSector: false },
        customerContact: { name: 'Carla Customer', title: 'CIO' },
        technicalContact: null,
        revenue: null,
        laterFlow: null,
        partnerLanguage: 'it',
        items: [
          { productId: 'm365.teams', subscriptionId: null },
          { productId: 'm365.intune', subscriptionId: null },
        ],
      },
    })
  })

  it('pairs products with their subscriptions, or gives one to all', () => {
    const itemsOf = (products: string, subscriptions: string) =>
      rowOf({ Products: products, 'Subscription ID': subscriptions }).wanted?.claim['items']
    const sales = { productId: 'ba.sales' }
    const service = { productId: 'ba.custsvc' }
    expect(itemsOf('ba.sales|ba.custsvc', 'a|b')).toMatchObject([
      { ...sales, subscriptionId: 'a' },
      { ...service, subscriptionId: 'b' },
    ])
    expect(itemsOf('ba.sales|ba.custsvc', 'a')).toMatchObject([
      { ...sales, subscriptionId: 'a' },
      { ...service, subscriptionId: 'a' },
    ])
    expect(itemsOf('ba.sales|ba.custsvc', '|b')).toMatchObject([
      { ...sales, subscriptionId: null },
      { ...service, subscriptionId: 'b' },
    ])
    expect(rowOf({ Products: 'ba.sales', 'Subscription ID': 'a|b' }).problems).toEqual([
      'There are 1 products and 2 subscriptions; give one for each, in the same order.',
    ])
  })

  it('stays a draft, joins the queue, or is refused, by the status that it has', () => {
    const outcome = (Status: string) => {
      const { wanted, problems } = rowOf({ Status })
      return problems[0] ?? [wanted?.staysDraft, wanted?.remarks.length]
    }
    expect(outcome('Entwurf')).toContain('is not known here')
    expect(outcome('Draft')).toEqual([true, 0])
    expect(outcome('Inviata')).toEqual([false, 0])
    expect(outcome('Under review')).toEqual([false, 1])
    expect(outcome('Genehmigt')).toContain('only claims that are still to be decided come in')
    expect(outcome('Rejected final')).toContain('only claims that are still to be decided come in')
  })

  it('hears of everything that cannot be read in it at once', () => {
    const { problems, claimId, wanted } = rowOf({
      'Claim ID': ' ',
      Products: 'Teams and more|Finance and Operations apps of old',
      Submitted: '02/03/2026',
      'Public sector': 'perhaps',
    })
    expect(claimId).toBeNull()
    expect(problems).toHaveLength(5)
    // What can be read of it is judged all the same.
    expect(wanted).toMatchObject({ isMigrated: true, submittedAt: null })
  })
})

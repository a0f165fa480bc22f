import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm, OTHER_TENANT, TENANT } from '../../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../../builders/poe/factsOf.ts'

const WORK = 'Larkfield deploys Microsoft Teams for both mills and trains 25 key users.'
const CUSTOMER = 'Ottermill Paper GmbH'
const PARTNER = 'Larkfield Systems Ltd'

function judged(lines: readonly string[], form = aClaimForm()) {
  const page = { lines: lines.map((line, i) => [line, 40, 80 + i * 40, i === 0 ? 16 : 10] as const) }
  const report = judge({
    caseId: null,
    form,
    policy: { id: 'p', version: 1 },
    documents: [documentOf([page])],
  })
  return report.findings.find(({ criterion }) => criterion === 'usablePoe')
}

describe('a usable proof of execution', () => {
  it.for([
    ['both names', `Work order between ${CUSTOMER} and ${PARTNER}`],
    ['names without their legal forms', 'Work order between Ottermill Paper and Larkfield Systems'],
    ['names in capitals', 'Work order: OTTERMILL PAPER GMBH, LARKFIELD SYSTEMS LIMITED'],
  ] as const)('is one with %s', ([, line]) => {
    expect(judged([line, WORK])).toMatchObject({ verdict: 'met', say: { code: 'poe_usable' } })
  })

  it('is surer with the customer’s tenant', () => {
    const bare = judged([`Work order between ${CUSTOMER} and ${PARTNER}`, WORK])
    const known = judged([`Work order between ${CUSTOMER} and ${PARTNER}`, `Tenant ID: ${TENANT}`, WORK])
    expect(known?.confidence).toBeGreaterThan(bare?.confidence ?? 1)
  })

  it.for([
    ['joined by another word', 'Kestrel & Moss Consulting Ltd', 'Kestrel and Moss Consulting Limited'],
    ['with umlauts spelled out', 'Höllriegl Küchen AG', 'Hoellriegl Kuechen AG'],
    ['with a Japanese legal form before it', '雲見システムズ株式会社', '株式会社雲見システムズ'],
    ['written on in Japanese', '雲見システムズ株式会社', '受託者雲見システムズ株式会社は'],
  ] as const)('is one that writes a name %s', ([, claimed, written]) => {
    const form = aClaimForm({ partnerCompanyName: claimed })
    expect(judged([`Work order, ${CUSTOMER}`, `${written} deploys Microsoft Teams.`], form)?.verdict).toBe(
      'met',
    )
  })

  it.for([
    ['whose name begins alike', `Work order between ${CUSTOMER} and Larkfield Systems Training Ltd`],
    ['whose Japanese name goes on', `Work order between ${CUSTOMER} and 雲見システムズ販売株式会社`],
  ] as const)('stays open for a company %s', ([, line]) => {
    const isJapanese = line.includes('雲見')
    const form = isJapanese ? aClaimForm({ partnerCompanyName: '雲見システムズ株式会社' }) : aClaimForm()
    expect(judged([line], form)?.verdict).toBe('cannot_tell')
  })

  it('stays open where the customer is one of several who may order', () => {
    const list = `Participants: ${CUSTOMER}; Tollgate Dairies Ltd; Fenwick Mills LLP; Brook Housing Trust.`
    const finding = judged(['Framework agreement', list, `${PARTNER} may be called off by any of them.`])
    expect(finding).toMatchObject({ verdict: 'cannot_tell', say: { code: 'poe_customer_unsure' } })
  })

  it.for([
    'Licence order form',
    'Lizenzbestellung',
    'Ordine licenze',
    'Commande de licences',
    'Zamówienie licencji',
    'ライセンス注文書',
  ])('is none where nothing but licences is ordered: "%s"', (title) => {
    const lines = [title, `${CUSTOMER}, ${PARTNER}`, '240 x Microsoft Teams, annual licence']
    expect(judged(lines)).toMatchObject({ verdict: 'not_met', say: { code: 'poe_quote' } })
  })

  it.for([
    'Abschlagsrechnung Nr. 2',
    'Pro-forma invoice 88',
    'Factuur 117',
    'Faktura VAT 117',
    'ご請求書',
    'Nota fiscal',
  ])('is none where it is a bill: "%s"', (title) => {
    expect(judged([title, `${PARTNER} to ${CUSTOMER}`])).toMatchObject({ say: { code: 'poe_invoice' } })
  })

  it.for([
    [
      'another tenant is named',
      [`${CUSTOMER} and ${PARTNER}`, `Tenant ID: ${OTHER_TENANT}`, WORK],
      'poe_other_tenant',
    ],
    ['it is an invoice', ['INVOICE No. 4711', `${PARTNER} to ${CUSTOMER}`, WORK], 'poe_invoice'],
    [
      'the customer is another',
      [`Work order between Brackwater Mills AG and ${PARTNER}`, WORK],
      'poe_customer_missing',
    ],
    [
      'the partner is another',
      [`Work order between ${CUSTOMER} and Hollin Consulting Ltd`],
      'poe_partner_missing',
    ],
    ['nothing stands on it', [], 'poe_blank'],
  ] as const)('is none where %s', ([, lines, code]) => {
    expect(judged(lines)).toMatchObject({ verdict: 'not_met', say: { code } })
  })

  it('stays open where the name goes on as a sister company’s might', () => {
    const finding = judged([`Work order between Ottermill Paper Holding and ${PARTNER}`, WORK])
    expect(finding).toMatchObject({ verdict: 'cannot_tell', say: { code: 'poe_customer_unsure' } })
  })
})

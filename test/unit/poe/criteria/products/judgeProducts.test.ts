import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../../../../src-main/poe/criteria/products/catalogue.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../../builders/poe/factsOf.ts'

function judged(productId: string, ...lines: readonly string[]) {
  const form = aClaimForm({ items: [{ id: 'i1', productId, name: productId, subscriptionId: null }] })
  const page = {
    lines: [
      ['Between Larkfield Systems Ltd and Ottermill Paper GmbH', 40, 80] as const,
      ...lines.map((line, i) => [line, 40, 140 + i * 40, 9] as const),
    ],
  }
  const report = judge({
    caseId: null,
    form,
    policy: { id: 'p', version: 1 },
    documents: [documentOf([page])],
  })
  return report.findings.find(({ item }) => item === 'i1')
}

describe('products in the papers', () => {
  it.for([
    ['m365.exchange', 'Larkfield moved 870 mailboxes to Exchange Online.', 'met'],
    ['m365.exchange', 'Larkfield runs Exchange Server 2016 for the customer.', 'not_met'],
    ['m365.exchange', 'A lively exchange of views took place.', 'not_met'],
    ['m365.engage', 'Larkfield introduced Yammer in all plants.', 'met'],
    ['m365.entra.p1', 'Rollout of Azure AD Premium P1 for all.', 'met'],
    ['m365.entra.p1', 'Conditional Access was configured.', 'cannot_tell'],
    ['m365.teams', 'The teams of both companies met in Kiel.', 'not_met'],
    ['m365.teams', 'Microsoft 365: Larkfield trained all users in Teams.', 'met'],
    ['m365.teams', 'Google Meet and Cisco Webex Teams were compared.', 'not_met'],
    ['m365.teams', 'Einführung von Microsoft Teams an zwei Standorten.', 'met'],
    ['m365.teams', 'Microsoft Teams ist nicht Bestandteil dieser Leistung.', 'not_met'],
    ['m365.teams', 'Microsoft Teams non è compreso nel presente incarico.', 'not_met'],
    ['m365.teams', 'Quedan fuera del alcance Microsoft Teams y la telefonía.', 'not_met'],
    ['m365.teams', 'Microsoft Teams n’est pas compris dans la prestation.', 'not_met'],
    ['m365.teams', 'Aan Microsoft Teams wordt niet gewerkt.', 'not_met'],
    ['m365.teams', 'Zakres nie obejmuje Microsoft Teams.', 'not_met'],
    ['m365.teams', 'Microsoft Teamsは対象外とする。', 'not_met'],
    ['m365.teams', 'All workloads except for Microsoft Teams are deployed.', 'not_met'],
    ['m365.teams', 'No work on Microsoft Teams is foreseen.', 'not_met'],
    ['m365.teams', 'Larkfieldは2026年3月にMicrosoft Teamsを展開した。', 'met'],
    ['m365.teams', '240 x Microsoft Teams, annual commitment', 'cannot_tell'],
    ['m365.teams', 'Microsoft Teams (per user/month), quantity 240', 'cannot_tell'],
    [
      'm365.teams',
      'Larkfield assigned 240 licences of Microsoft Teams and trained those who got them.',
      'met',
    ],
    ['ba.custsvc', 'Dynamics 365 カスタマーサービスの導入', 'met'],
    ['ba.scm', 'Paramétrage de Dynamics 365 gestion de la chaîne logistique', 'met'],
    ['ba.sales', 'Maintenance of Dynamics CRM (on-premises)', 'not_met'],
    ['m365.mde', 'ha configurato Microsoft Defender ATP e le esclusioni dei sistemi', 'met'],
    ['ba.custsvc', 'Configurazione di Dynamics 365 Servizio clienti.', 'met'],
    ['ba.fieldservice', 'Dynamics 365 Sales, Customer Service and Field Service', 'met'],
    ['ba.fieldservice', 'Our field service visits the plants.', 'not_met'],
    ['ba.sales', 'Dynamics 365 was introduced in all offices.', 'cannot_tell'],
    ['ba.finance', 'Dynamics 365 for Finance and Operations, general ledger', 'met'],
    ['ba.bc', 'Ablösung von Navision durch ein neues System', 'met'],
    ['pp.automate', 'Microsoft Flow sends reminders.', 'met'],
    ['m365.sharepoint', '25 SharePoint Online licences EUR 1.250,00', 'cannot_tell'],
  ] as const)('%s: "%s" is %s', ([productId, line, verdict]) => {
    expect(judged(productId, line)?.verdict).toBe(verdict)
  })

  it('takes a module’s full name in a column that names Dynamics 365 for the product', () => {
    expect(
      judged('ba.scm', 'Dynamics 365 Finance, ledger', 'Supply Chain Management, warehouse')?.verdict,
    ).toBe('met')
    expect(judged('ba.scm', 'Supply Chain Management, warehouse')?.verdict).not.toBe('met')
  })

  it('takes a list under a clause of exclusion as excluded, up to the full stop', () => {
    const line = 'Not included are: changes to the network; Microsoft Intune; spare parts.'
    expect(judged('m365.intune', line)?.verdict).toBe('not_met')
    expect(judged('m365.intune', `${line} Larkfield configures Microsoft Intune.`)?.verdict).toBe('met')
  })

  it('takes bullets under a clause of exclusion as excluded, each a block of its own', () => {
    const bullets = ['The following is out of scope:', '• New cabling.', '• Microsoft Intune.']
    expect(judged('m365.intune', ...bullets)?.verdict).toBe('not_met')
    expect(judged('m365.intune', ...bullets, 'Larkfield configures Microsoft Intune.')?.verdict).toBe('met')
  })

  it('stands exactly on the product’s name', () => {
    expect(
      judged('m365.exchange', 'Larkfield moved 870 mailboxes to Exchange Online.')?.evidence[0]?.text,
    ).toBe('Exchange Online.')
  })

  it('judges a product outside the catalogue by its name as the claim writes it', () => {
    const form = aClaimForm({
      items: [{ id: 'i1', productId: 'new.thing', name: 'Contoso Lens', subscriptionId: null }],
    })
    const verdict = (line: string) =>
      judge({
        caseId: null,
        form,
        policy: { id: 'p', version: 1 },
        documents: [
          documentOf([
            {
              lines: [
                ['Larkfield Systems Ltd and Ottermill Paper GmbH', 40, 80],
                [line, 40, 140],
              ],
            },
          ]),
        ],
      }).findings.find(({ item }) => item === 'i1')?.verdict
    expect([verdict('Rollout of Contoso Lens'), verdict('Rollout of Contoso Glass')]).toEqual([
      'met',
      'not_met',
    ])
  })

  it('keeps ids and full names apart in the catalogue', () => {
    const ids = CATALOGUE.products.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const twins = CATALOGUE.onPremises.map(({ productId }) => productId)
    expect(twins.filter((id) => !ids.includes(id))).toEqual([])
  })

  it.for([
    'Out of scope',
    'Nicht enthalten',
    'Hors périmètre',
    'Fuera del alcance',
    'Buiten scope',
    'Poza zakresem',
    '対象外',
  ])('are left out under a line that says so, be it no heading by its looks: "%s"', (head) => {
    const finding = judged('m365.teams', 'Larkfield deploys Intune on 80 laptops.', head, '• Microsoft Teams')
    expect(finding).toMatchObject({ verdict: 'not_met', say: { code: 'product_excluded' } })
  })
})

import { describe, expect, it } from 'vitest'
import type { Activity } from '../../../../../src-preload/contract/vocabulary/words.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { documentOf, type PlainPage } from '../../../../builders/poe/factsOf.ts'

/** What a paper between both parties that holds these lines, each a block of its own, says of the service. */
function judged(lines: readonly string[], activity: Activity = 'USAGE') {
  const page = {
    lines: [
      ['Work order between Larkfield Systems Ltd and Ottermill Paper GmbH', 40, 80] as const,
      ...lines.map((line, i) => [line, 40, 140 + i * 40, 9] as const),
    ],
  }
  return judgedPage(page, activity)
}

function judgedPage(page: PlainPage, activity: Activity = 'USAGE') {
  const report = judge({
    caseId: null,
    form: aClaimForm({ activities: [activity] }),
    policy: { id: 'p', version: 1 },
    documents: [documentOf([page])],
  })
  return report.findings.find(({ criterion }) => criterion === 'serviceDescription')
}

describe('the description of the service', () => {
  it.for([
    'Larkfield migrated 240 users to Microsoft Teams over two weekends.',
    'Larkfield ha configurato Microsoft Teams e formato i referenti delle sedi.',
    'Larkfield führt Microsoft Teams ein: Anwenderschulung an drei Standorten.',
    'Larkfield a déployé Microsoft Teams sur les deux sites de la société.',
    'Se migraron 146 usuarios a Microsoft Teams y se impartieron cuatro sesiones.',
    'Larkfield implantou Microsoft Teams e treinou as equipes da fábrica.',
    'Larkfield heeft Microsoft Teams ingericht en uitgerold op alle locaties.',
    'Larkfield wdrożył Microsoft Teams i przeprowadził szkolenia dla działów.',
    'Larkfield は Microsoft Teams の導入および利用者向け研修を実施しました。',
  ])('is met where it tells of concrete work: "%s"', (line) => {
    expect(judged([line])?.verdict).toBe('met')
  })

  it.for([
    ['prices', 'Microsoft Teams consulting, 12 days at a daily price of EUR 950'],
    ['terms', 'Larkfield is liable for the Microsoft Teams deployment up to EUR 50,000.'],
    ['nothing at all', 'Microsoft Teams is a hub for teamwork with chat and meetings in one place.'],
    ['what is left out', 'Not included are: the rollout of Microsoft Teams to the mills; new cabling.'],
  ] as const)('is not met by %s', ([, line]) => {
    expect(judged([line])?.verdict).not.toBe('met')
  })

  it('is open where one vague line ties help to the product', () => {
    expect(judged(['Larkfield gives support for Microsoft Teams.'])?.verdict).toBe('cannot_tell')
  })

  it('is open where only plans for later are told', () => {
    expect(judged(['Optional: rollout of Microsoft Teams to the second mill.'])?.verdict).toBe('cannot_tell')
  })

  it('is open where the work is of another kind than the claimed one', () => {
    const line = 'Larkfield demonstrated Microsoft Teams to the board in March.'
    expect(judged([line])?.verdict).toBe('cannot_tell')
    expect(judged([line], 'PRESALES')?.verdict).toBe('met')
  })

  it('is not met where the claimed product is left out and the work is on another one', () => {
    const finding = judged([
      'Larkfield configures Microsoft Intune on 300 laptops and trains the help desk.',
      'Microsoft Teams is not part of this order.',
    ])
    expect(finding).toMatchObject({ verdict: 'not_met', say: { code: 'service_other_product' } })
  })

  it.for([
    [
      'a third company does it',
      'Nordlake Services plc deployed Microsoft Teams for 240 users and trained them.',
    ],
    [
      'it is what each party owes',
      'Each party shall train its own staff and set up safeguards for Microsoft Teams.',
    ],
    ['only a plan is told', 'Next year the parties may look at a rollout of Microsoft Teams to all sites.'],
  ] as const)('is not met where %s', ([, line]) => {
    expect(judged([line])?.verdict).not.toBe('met')
  })

  it.for([
    [
      'clauses of any contract',
      'Rights in anything developed, migrated or configured here pass on full payment.',
    ],
    [
      'the customer’s own part',
      'The customer creates user accounts, configures access and tests the results.',
    ],
  ] as const)('is not met by %s beside the product’s name', ([, line]) => {
    expect(judged(['Microsoft Teams', line])?.verdict).toBe('not_met')
  })

  it('is not met where all work is on another vendor’s product', () => {
    expect(judged(['Larkfield rolled out Slack for 240 users and trained the team leads.'])?.verdict).toBe(
      'not_met',
    )
  })

  it('is met by the work in one column of a table and the product in another', () => {
    const page = {
      lines: [
        ['Work order between Larkfield Systems Ltd and Ottermill Paper GmbH', 40, 80],
        ['Preparation of accounts', 40, 140, 9],
        ['Rollout to 240 users', 40, 157, 9],
        ['Microsoft 365', 320, 140, 9],
        ['Microsoft Teams', 320, 157, 9],
      ] as const,
    }
    expect(judgedPage(page)?.verdict).toBe('met')
  })

  it.for([
    'Dal 9 marzo Microsoft Teams è operativo negli uffici e lo usano ogni giorno 80 colleghi.',
    'Unsere Techniker haben die Filialen auf Microsoft Teams umgezogen.',
    'Nos techniciens ont fait passer les agences à Microsoft Teams.',
    'Onze technici hebben de filialen laten overstappen op Microsoft Teams.',
    'W trzech zakładach uruchomiono Microsoft Teams dla 80 pracowników.',
    '弊社技術者が各支店をMicrosoft Teamsへ切り替え、利用者研修を行いました。',
  ])('is met where it tells what came into use: "%s"', (line) => {
    expect(judged([line])?.verdict).toBe('met')
  })

  it('shows the sentence that tells most', () => {
    const finding = judged([
      'Larkfield sets up Microsoft Teams.',
      'Larkfield deploys Microsoft Teams, migrates 40 channels and trains 25 key users.',
    ])
    expect(finding?.evidence[0]?.text).toContain('migrates 40 channels')
  })
})

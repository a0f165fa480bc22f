import { describe, expect, it } from 'vitest'
import type { Activity } from '../../../../../src-preload/contract/vocabulary/words.ts'
import { judge } from '../../../../../src-main/poe/judge.ts'
import { aClaimForm } from '../../../../builders/poe/claimForm.ts'
import { documentOf } from '../../../../builders/poe/factsOf.ts'

/** What a paper between both parties that holds these lines, each a block of its own, says of the service. */
function judged(lines: readonly string[], activity: Activity = 'USAGE') {
  const page = {
    lines: [
      ['Work order between Larkfield Systems Ltd and Ottermill Paper GmbH', 40, 80] as const,
      ...lines.map((line, i) => [line, 40, 140 + i * 40, 9] as const),
    ],
  }
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

  it('shows the sentence that tells most', () => {
    const finding = judged([
      'Larkfield sets up Microsoft Teams.',
      'Larkfield deploys Microsoft Teams, migrates 40 channels and trains 25 key users.',
    ])
    expect(finding?.evidence[0]?.text).toContain('migrates 40 channels')
  })
})

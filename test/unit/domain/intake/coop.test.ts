import { describe, expect, it } from 'vitest'
import { coopProgramNamed } from '../../../../src-main/domain/intake/coop.ts'
import {
  programNamed,
  solutionAreaNamed,
  submitterRoleNamed,
} from '../../../../src-main/domain/intake/fieldWords.ts'
import { formNotes } from '../../../../src-main/domain/intake/formRules.ts'
import { sentenceOfNote } from '../../../../src-main/domain/intake/noteSentences.ts'
import { StatedClaim } from '../../../../src-preload/contract/vocabulary/intakeShape.ts'
import { dynamicsClaim, m365Claim, notesOf, seedRules } from '../../../builders/intake.ts'
import { PROFILE_IDS, aPolicy } from '../../../builders/policy.ts'

describe('claims that belong elsewhere', () => {
  it('S-06: co-op programmes are known in their spellings', () => {
    const spellings = {
      CSP: ['CSP', 'csp', 'Cloud Solution Provider', 'CSP Direct Bill', 'Incentives – CSP'],
      MANAGED_RESELLER: ['Managed Reseller', 'MANAGED_RESELLER', 'ManagedReseller', 'managed-reseller'],
      HOSTING: ['Hosting', 'Hoster', 'Hosting Program'],
      SURFACE: ['Surface', 'Microsoft Surface'],
    }
    for (const [program, names] of Object.entries(spellings))
      expect(names.map(coopProgramNamed)).toEqual(names.map(() => program))
    for (const name of ['OSU-M365', 'Resurfaced', 'Azure', '']) expect(coopProgramNamed(name)).toBeNull()
  })

  it('S-06: a co-op claim gets that one answer and is told where it goes', () => {
    const claims = [
      { ...m365Claim, program: 'Managed Reseller', claimName: '' },
      { ...m365Claim, solutionArea: 'Surface' },
      { ...m365Claim, activities: ['Hosting'] },
    ]
    expect(claims.map((claim) => notesOf(claim))).toEqual([
      ['refuse coop_program program'],
      ['refuse coop_program solutionArea'],
      ['refuse coop_program activities'],
    ])
    const [note] = formNotes(StatedClaim.parse(claims[0]), seedRules)
    expect(note && sentenceOfNote(note)).toMatch(/co-op claims process \(MANAGED_RESELLER\)/)
  })

  it('S-02: other solution areas are not of CPOR', () => {
    expect(notesOf({ ...m365Claim, solutionArea: 'Azure' })).toEqual(['refuse not_cpor solutionArea'])
  })

  it('S-05: other programmes are not of CPOR', () => {
    expect(notesOf({ ...m365Claim, program: 'Digital Partner of Record' })).toEqual([
      'refuse not_cpor program',
    ])
  })

  it('S-06: a subscription bought through CSP is a matter of its channel, not of co-op', () => {
    expect(notesOf({ ...dynamicsClaim, purchaseChannel: 'CSP' })).toEqual([
      'refuse channel_not_eligible purchaseChannel',
    ])
  })
})

describe('the field’s words', () => {
  it('S-71: solution areas are known by their later and foreign names', () => {
    const names = [
      'Modern Work & Security',
      'MICROSOFT_365',
      'applicazioni AZIENDALI',
      'ビジネスアプリケーション',
      'Azure',
    ]
    expect(names.map(solutionAreaNamed)).toEqual([
      'MICROSOFT_365',
      'MICROSOFT_365',
      'BUSINESS_APPLICATIONS',
      'BUSINESS_APPLICATIONS',
      null,
    ])
  })

  it('S-05: programmes are known by the names of 2020 and later', () => {
    const names = [
      'OSU - Microsoft 365',
      'Usage recognition - Biz Apps',
      'MCI BizApps Presales Advisor',
      'OSU',
    ]
    expect(names.map(programNamed)).toEqual(['OSU_M365', 'OSU_BIZAPPS', 'OSA_SELL', null])
  })

  it.each([
    ['S-10', ['Billing admin', 'Global Admin', 'Incentives admin']],
    ['S-11', ['Incentives admin']],
    ['S-12', ['Incentives admin', 'Incentives user']],
  ])('%s: the roles of those who make claims are known', (_, roles) => {
    expect(roles.map(submitterRoleNamed)).not.toContain(null)
  })

  it('C-8: a role that is not known is no reason for anything', () => {
    expect(submitterRoleNamed('MPN partner admin')).toBeNull()
    for (const id of PROFILE_IDS) expect(aPolicy(id).submitterRoles.length).toBeGreaterThan(0)
  })
})

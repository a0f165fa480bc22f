import { describe, expect, it } from 'vitest'
import { conflictNotes } from '../../../../src-main/domain/intake/conflictRules.ts'
import { formNotes } from '../../../../src-main/domain/intake/formRules.ts'
import { lookupNotes } from '../../../../src-main/domain/intake/lookupRules.ts'
import { NOTE_SENTENCES, sentenceOfNote } from '../../../../src-main/domain/intake/noteSentences.ts'
import { submitNotes } from '../../../../src-main/domain/intake/submitRules.ts'
import { IntakeNote, StatedClaim } from '../../../../src-preload/contract/vocabulary/intakeShape.ts'
import { INTAKE_CODES, SUBSCRIPTION_CODES } from '../../../../src-preload/contract/vocabulary/intakeWords.ts'
import { Lookups } from '../../../../src-preload/contract/vocabulary/lookupShape.ts'
import {
  aContender,
  aDynamicsForm,
  dynamicsClaim,
  laterRules,
  m365Claim,
  OTHER_TENANT,
  revenueClaim,
  seedRules,
  SUBSCRIPTION,
} from '../../../builders/intake.ts'
import { aPolicy } from '../../../builders/policy.ts'

const NOW = Date.parse('2026-11-19T11:00:00Z')
const checked = { checkedAt: '2026-11-19T10:00:00.000Z', source: 'test' }
const form = aDynamicsForm()

/** Claims that between them break every rule. */
function everyNote(): IntakeNote[] {
  const contact = (email: string) => ({ ...m365Claim.customerContact, email })
  const claims: object[] = [
    {},
    { ...m365Claim, program: 'CSP' },
    { ...m365Claim, solutionArea: 'Azure' },
    { ...m365Claim, activities: ['Pre-sales'], mpnId: 'x', customerContact: contact('a@gmail.com') },
    { ...dynamicsClaim, program: 'OSA-Sell', purchaseChannel: 'CSP', revenue: revenueClaim.revenue },
    { ...dynamicsClaim, purchaseChannel: null, customerContact: contact('a@elsewhere.example') },
    {
      ...revenueClaim,
      activities: ['Revenue association', 'Usage'],
      customerContact: contact('a@fernhill.example'),
    },
    { ...revenueClaim, revenue: { ...revenueClaim.revenue, customerName: 'Other', isvProductName: null } },
    {
      ...dynamicsClaim,
      customer: { ...dynamicsClaim.customer, domains: ['northgate'] },
      laterFlow: { optOutOfIncentivePayment: true, acknowledged: false },
      items: [
        { productId: 'm365.teams' },
        { productId: 'pp.powerbi', subscriptionId: 'x' },
        { productId: 'x.y' },
        { productId: 'x.y' },
      ],
    },
  ]
  const said = claims.flatMap((claim) => [
    ...formNotes(StatedClaim.parse(claim), seedRules),
    ...formNotes(StatedClaim.parse(claim), laterRules),
  ])
  return [...said, ...lookedUp(), ...submitted(), ...conflicts()]
}

function lookedUp(): IntakeNote[] {
  const fact = { ...checked, itemId: 'i1', subscriptionId: SUBSCRIPTION, codes: [...SUBSCRIPTION_CODES] }
  const rest = {
    productName: null,
    status: null,
    provisioning: null,
    channel: null,
    endsOn: null,
    siblings: null,
  }
  const partner = { mpnId: form.mpnId, companyName: null, partnerType: null, ...checked }
  const enrollments = [{ program: 'OSU_BIZAPPS', enrolled: false }]
  const domains = [{ domain: 'northgate.example', tenantId: OTHER_TENANT, ...checked }]
  const all = [
    {
      subscriptions: [{ ...fact, ...rest }],
      partner: { ...partner, isKnown: false, isOrganisation: false, enrollments },
      domains,
    },
    {
      subscriptions: [],
      partner: { ...partner, isKnown: true, isOrganisation: true, enrollments },
      domains: [],
    },
  ]
  return all.flatMap((lookups) =>
    lookupNotes(
      { form, lookups: Lookups.parse(lookups), isMigrated: false },
      { policy: seedRules.policy, nowMs: NOW },
    ),
  )
}

function submitted(): IntakeNote[] {
  const policy = aPolicy('docs-2023', { poe: { templateRequiredFor: ['OSU_BIZAPPS'] } })
  const old = aDynamicsForm({ submittedAt: '2018-01-01T00:00:00Z' })
  const next = aDynamicsForm({ submittedAt: '2030-01-01T00:00:00Z' })
  return [
    ...submitNotes({ form: old, documents: [], isMigrated: false }, policy, NOW),
    ...submitNotes({ form: next, documents: [{ kind: 'SOW' }], isMigrated: false }, policy, NOW),
  ]
}

function conflicts(): IntakeNote[] {
  const others = [
    aContender(aDynamicsForm({ claimId: 'a' })),
    aContender(aDynamicsForm({ claimId: 'b', mpnId: '1' })),
  ]
  return conflictNotes(aContender(form), others, { policy: seedRules.policy, today: '2026-11-19' })
}

describe('the sentences of notes', () => {
  const notes = everyNote()

  it('are there for every code, and every code comes up in some claim', () => {
    expect([...new Set(notes.map(({ code }) => code))].toSorted()).toEqual([...INTAKE_CODES].toSorted())
  })

  it('have each gap filled by the note that they stand for', () => {
    const gaps = new Map(NOTE_SENTENCES.map(({ code, values }) => [code, values]))
    for (const note of notes) {
      expect(Object.keys(note.values), note.code).toEqual(
        expect.arrayContaining([...(gaps.get(note.code) ?? [])]),
      )
      expect(sentenceOfNote(note)).toMatch(/^[^{}]+\.$/)
    }
  })

  it('belong to notes that have their shape', () => {
    for (const note of notes) expect(IntakeNote.parse(note)).toEqual(note)
  })
})

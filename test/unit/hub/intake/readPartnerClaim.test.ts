import { describe, expect, it } from 'vitest'
import { readPartnerClaim, spokenNotes } from '../../../../src-main/hub/intake/readPartnerClaim.ts'
import { IntakeNotes } from '../../../../src-main/hub/api/intake.ts'
import { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import {
  dynamicsClaim,
  laterRules,
  m365Claim,
  revenueClaim,
  seedRules,
  shortNotes,
  TENANT,
} from '../../../builders/intake.ts'
import { fc } from '../../../builders/hub/property.ts'

function accepted(raw: unknown) {
  const read = readPartnerClaim(raw, seedRules)
  if (read.outcome === 'refused') throw new Error(JSON.stringify(read.notes))
  return read
}
const refused = (raw: unknown) => {
  const read = readPartnerClaim(raw, seedRules)
  return read.outcome === 'refused' ? shortNotes(read.notes) : []
}

describe('a claim that a partner sends', () => {
  it('S-93: comes in as a form that only lacks what the hub gives', () => {
    const { claim } = accepted(m365Claim)
    const form = ClaimForm.parse({ ...claim.form, claimId: '1', submittedAt: '2026-11-02T09:00:00Z' })
    expect(form).toMatchObject({
      program: 'OSU_M365',
      solutionArea: 'MICROSOFT_365',
      activities: ['USAGE'],
      items: [{ id: 'i1', productId: 'm365.teams', name: 'Microsoft Teams', subscriptionId: null }],
    })
  })

  it('S-90: of every kind comes in, in both profiles', () => {
    for (const claim of [m365Claim, dynamicsClaim, revenueClaim])
      for (const rules of [seedRules, laterRules])
        expect(readPartnerClaim(claim, rules)).toMatchObject({ outcome: 'accepted', notes: [] })
  })

  it('S-10: tells who made it, and in which role as far as that is known', () => {
    const by = (role: string | null) =>
      accepted({ ...m365Claim, createdBy: { name: 'Ann', role } }).claim.createdBy
    expect(by('Incentives admin')).toEqual({ name: 'Ann', role: 'incentives_admin' })
    expect(by('Account admin')).toEqual({ name: 'Ann', role: null })
    expect(accepted(m365Claim).claim.createdBy).toBeNull()
  })

  it('keeps what a person should look at', () => {
    const read = accepted({ ...m365Claim, items: [{ productId: 'm365.hologram' }] })
    expect(shortNotes(read.notes)).toEqual(['warn item_unknown items[0].productId'])
    expect(read.claim.form.items[0]).toMatchObject({ productId: 'm365.hologram', name: 'm365.hologram' })
  })

  it('S-06: is refused with the way to the co-op process', () => {
    const read = readPartnerClaim({ program: 'Cloud Solution Provider' }, seedRules)
    const { notes } = IntakeNotes.parse(spokenNotes(read.notes))
    expect(notes.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('co-op claims process')])
  })

  it('names the fields of what has no shape, and never what they hold', () => {
    expect(refused({ ...m365Claim, mpnId: 4471902, items: [{ productId: 7 }] })).toEqual([
      'refuse field_malformed mpnId',
      'refuse field_malformed items[0].productId',
    ])
    for (const raw of [null, 'claim', 7, []]) expect(refused(raw)).toEqual(['refuse field_malformed claim'])
  })

  it('S-73: is refused for an address that is none, though it looked like one', () => {
    const customerContact = { ...m365Claim.customerContact, email: 'fiona@northgate..example' }
    expect(refused({ ...m365Claim, customerContact })).toEqual(
      expect.arrayContaining(['refuse field_malformed customerContact.email']),
    )
  })

  it('is read or refused, whatever is sent, and never breaks anything', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('Usage', 'CSP', 'Microsoft 365', 'ba.sales', TENANT, 'a@b.example', '\u0000', '👩‍🚀'),
      fc.constant(null),
    )
    const contact = fc.option(fc.record({ name: word, title: word, email: word }, { requiredKeys: [] }))
    const anyClaim = fc.record(
      {
        claimName: word,
        program: word,
        solutionArea: word,
        activities: fc.array(fc.string()),
        mpnId: word,
        partnerDomains: fc.array(fc.string()),
        purchaseChannel: word,
        customer: fc.record(
          { tenantId: word, domains: fc.array(fc.string()), country: word },
          { requiredKeys: [] },
        ),
        customerContact: contact,
        partnerContact: contact,
        items: fc.array(fc.record({ id: word, productId: word, subscriptionId: word }, { requiredKeys: [] })),
        revenue: fc.option(fc.record({ customerName: word }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(anyClaim, fc.anything()), (raw) => {
        const read = readPartnerClaim(raw, seedRules)
        return read.outcome === 'accepted' || read.notes.some(({ severity }) => severity === 'refuse')
      }),
    )
  })

  it('comes in or is refused by the same rules when words are merely written otherwise', () => {
    const spelt = (text: string) =>
      fc.constantFrom(text, text.toUpperCase(), ` ${text} `, text.replaceAll(' ', '-'))
    fc.assert(
      fc.property(spelt('Microsoft 365'), spelt('Usage'), (solutionArea, activity) => {
        expect(accepted({ ...m365Claim, solutionArea, activities: [activity] }).claim.form).toEqual(
          accepted(m365Claim).claim.form,
        )
      }),
    )
  })
})

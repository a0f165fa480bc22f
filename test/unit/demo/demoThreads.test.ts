import { describe, expect, it } from 'vitest'
import type { DemoClaim } from '../../../src-main/hub/demo/demoShape.ts'
import { readDemoQueue } from '../../builders/demo/demoQueue.ts'

const { people, claims } = readDemoQueue()
const toPartner = ({ comments }: DemoClaim) =>
  comments.filter(({ visibility }) => visibility === 'partner_visible')
const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** All by which a reader could know a partner: the company with and without its legal form, its people, domains and numbers. */
function namesOf({ form }: DemoClaim): string[] {
  const company = form.partnerCompanyName.split(/[ ,]+/)
  const short = company.slice(0, Math.max(1, company.length - 1)).join(' ')
  return [
    form.partnerCompanyName,
    short,
    form.partnerContact.name,
    form.partnerContact.email,
    ...form.partnerDomains,
    form.mpnId,
    form.claimId,
  ].map(fold)
}

describe('the threads of the demo claims', () => {
  it('never let a partner read who else claims a workload of the customer', () => {
    for (const claim of claims) {
      const rivals = claims.filter(
        ({ form }) =>
          form.customer.tenantId === claim.form.customer.tenantId &&
          form.partnerCompanyName !== claim.form.partnerCompanyName,
      )
      const read = toPartner(claim).map(({ text, authorName }) => fold(`${authorName} ${text}`))
      for (const name of rivals.flatMap(namesOf)) {
        for (const text of read) expect(text, claim.form.claimId).not.toContain(name)
      }
    }
  })

  it('are told in order and not before the claim was submitted', () => {
    for (const { form, comments, submitted } of claims) {
      const days = comments.map(({ daysAgo }) => daysAgo)
      expect(days, form.claimId).toEqual([...days].sort((a, b) => b - a))
      for (const day of days) expect(day, form.claimId).toBeLessThanOrEqual(submitted.daysAgo)
    }
  })

  it('are written by people of the team, by the contact of the partner, or by the hub', () => {
    const team = people.map(({ name }) => name)
    for (const { form, comments } of claims) {
      for (const { side, authorName, visibility } of comments) {
        if (side === 'reviewer') expect(team, form.claimId).toContain(authorName)
        if (side === 'partner') {
          expect([authorName, visibility], form.claimId).toEqual([
            form.partnerContact.name,
            'partner_visible',
          ])
        }
      }
    }
  })

  it('tell the partner what was asked or decided, with the id of the claim', () => {
    const told = claims.filter(
      ({ state, subState }) =>
        ['partner_action_required', 'approved', 'rejected'].includes(state) ||
        ['awaiting_arbitration', 'resubmitted', 'dispute_review'].includes(subState ?? ''),
    )
    expect(told.length).toBeGreaterThan(0)
    for (const claim of told) {
      const letters = toPartner(claim).filter(({ side }) => side === 'reviewer')
      expect(
        letters.some(({ text }) => text.includes(claim.form.claimId)),
        claim.form.claimId,
      ).toBe(true)
    }
  })

  it('hold an answer of the partner wherever the sub-state says that there was one', () => {
    const answered = claims.filter(({ subState }) =>
      ['commented_not_resubmitted', 'resubmitted', 'dispute_review'].includes(subState ?? ''),
    )
    expect(answered.length).toBeGreaterThan(0)
    for (const claim of answered) {
      const sides = toPartner(claim).map(({ side }) => side)
      expect(sides.lastIndexOf('partner'), claim.form.claimId).toBeGreaterThan(sides.indexOf('reviewer'))
    }
  })

  it('include notes that stay inside the team', () => {
    const internal = claims.filter(({ comments }) =>
      comments.some(({ visibility }) => visibility === 'internal'),
    )
    expect(internal.length).toBeGreaterThanOrEqual(10)
  })
})

import { describe, expect, it } from 'vitest'
import { laterRules, m365Claim, seedRules } from '../../../builders/intake.ts'
import { SEED_2020 } from '../../../builders/policy.ts'
import { accepted } from './given.ts'

const madeBy = (role: string, rules = seedRules) =>
  accepted({ ...m365Claim, createdBy: { name: 'Ann', role } }, rules).createdBy

describe('the role of who made a claim', () => {
  it('S-10: is kept with the claim, as far as it is known', () => {
    expect(madeBy('Billing admin')).toEqual({ name: 'Ann', role: 'billing_admin' })
    expect(madeBy('Global admin')).toEqual({ name: 'Ann', role: 'global_admin' })
    expect(madeBy('Account admin')).toEqual({ name: 'Ann', role: null })
  })

  it('S-11: is Incentives admin by one article, and a claim of anybody else comes in all the same', () => {
    expect(madeBy('Incentives admin', laterRules)).toEqual({ name: 'Ann', role: 'incentives_admin' })
    expect(laterRules.policy.submitterRoles).not.toContain('billing_admin')
    expect(madeBy('Billing admin', laterRules)).toEqual({ name: 'Ann', role: 'billing_admin' })
  })

  it('S-12: may be Incentives user too', () => {
    expect(madeBy('Incentives user')).toEqual({ name: 'Ann', role: 'incentives_user' })
    expect(SEED_2020.submitterRoles).toContain('incentives_user')
  })
})

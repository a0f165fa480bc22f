import { describe, expect, it } from 'vitest'
import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import type { CaseParty, LeadOutcome } from '../../../../src-main/domain/arbitration/outcome.ts'
import { planOutcome } from '../../../../src-main/domain/arbitration/outcomePlan.ts'
import { OutcomeBlock } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import {
  aCase,
  aChallenger,
  aHolder,
  anOutcome,
  clearly,
  contested,
  EXCHANGE,
  TEAMS,
} from '../../../builders/domain/arbitration/cases.ts'
import { judged } from '../../../builders/domain/arbitration/standings.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

const insufficient = { criteria: judged({ dates: 'not_met', products: null }) } as const
const asker = (wishes: Partial<CaseParty> = {}) => aChallenger('asker', wishes)

describe('an outcome is refused', () => {
  const why = (
    parties: readonly CaseParty[],
    outcome: LeadOutcome,
    suggestions: Parameters<typeof aCase>[1] = {},
  ): string[] => {
    const plan = planOutcome(aCase(parties, suggestions), outcome)
    if (!('blocks' in plan)) return []
    return plan.blocks.map((block) => {
      const { reason, claimId, key, criterion } = OutcomeBlock.parse(block)
      return [reason, claimId, key, criterion].filter((part) => part !== null).join(' ')
    })
  }
  const won = anOutcome({ [TEAMS]: 'asker' })

  it('without a reason where it deviates from the ladder, or the ladder told nobody', () => {
    const silent = anOutcome({ [TEAMS]: 'asker' }, ' ')
    const parties = [aHolder(), asker()]
    const missing = [`reason_missing ${TEAMS}`]
    expect(why(parties, silent, { [TEAMS]: clearly('asker') })).toEqual([])
    expect(why(parties, silent, { [TEAMS]: clearly('holder') })).toEqual(missing)
    expect(why(parties, silent)).toEqual(missing)
    expect(why(parties, silent, { [TEAMS]: { kind: 'nobody' } })).toEqual(missing)
    const discretion = { kind: 'discretion' as const, claimId: null, by: null, unsettled: [] }
    expect(why(parties, silent, { [TEAMS]: discretion })).toEqual(missing)
    expect(why(parties, won, { [TEAMS]: clearly('holder') })).toEqual([])
  })

  it('without a reason also when it follows a ladder in which a rung above could not tell', () => {
    const open = clearly('asker', ['customer_statement'])
    expect(why([aHolder(), asker()], anOutcome({ [TEAMS]: 'asker' }, ''), { [TEAMS]: open })).toEqual([
      `reason_missing ${TEAMS}`,
    ])
  })

  it('when the winner’s criteria are open or unmet, or its details', () => {
    const winner = asker({ contested: [contested(TEAMS, insufficient)] })
    expect(why([aHolder(), winner], won)).toEqual([
      `criterion_open asker ${TEAMS} dates`,
      `criterion_open asker ${TEAMS} products`,
    ])
    for (const verdict of [null, 'not_met'] as const) {
      const details = [{ check: 'domain_tenant', verdict }] as const
      const unverified = asker({ contested: [contested(TEAMS, { details })] })
      expect(why([aHolder(), unverified], won)).toEqual([`details_open asker ${TEAMS}`])
    }
  })

  it('when the winner withdrew, is unknown, or is not named for everything that is contested', () => {
    const gone = asker({ partnerRequest: { reason: 'WRONG_MPN' } })
    expect(why([aHolder(), gone], won)).toEqual([`winner_withdrew asker ${TEAMS}`])
    const ended = aHolder({ state: 'rejected', subState: 'final' })
    expect(why([ended, asker()], anOutcome({ [TEAMS]: 'holder' }))).toEqual([
      `winner_withdrew holder ${TEAMS}`,
    ])
    expect(why([aHolder(), asker()], anOutcome({ [TEAMS]: 'stranger' }))).toEqual([
      `winner_unknown stranger ${TEAMS}`,
    ])
    const both = [contested(TEAMS), contested(EXCHANGE)]
    expect(why([aHolder({ contested: both }), asker({ contested: both })], won)).toEqual([
      `outcome_missing ${EXCHANGE}`,
    ])
  })

  it('for nobody, while somebody’s proof is sufficient', () => {
    const parties = [aHolder({ contested: [contested(TEAMS, { hasPoe: false })] }), asker()]
    expect(why(parties, anOutcome({ [TEAMS]: null }))).toEqual([`somebody_sufficient asker ${TEAMS}`])
  })

  it('of less than two parties', () => {
    expect(why([asker()], won)).toEqual(['too_few_parties'])
  })

  it('S-130: while a challenger was not told in the comments; the holder need not be', () => {
    expect(why([aHolder(), asker({ toldAt: null })], won)).toEqual(['party_not_told asker'])
    expect(why([aHolder({ toldAt: null }), asker()], won)).toEqual([])
  })

  it('while a challenger was not reviewed, or may still answer', () => {
    const third = (parts: Partial<CaseParty>) => aChallenger('third', parts)
    expect(why([asker(), third({ state: 'submitted', subState: 'queued' })], won)).toEqual([
      'review_not_started third',
    ])
    const asked = { state: 'partner_action_required', subState: 'open' } as const
    expect(why([asker(), third(asked)], won)).toEqual(['answer_pending third'])
    expect(why([asker(asked), third({})], won)).toEqual(['answer_pending asker'])
    const overdue = { ...asked, subState: 'overdue' } as const
    expect(why([asker(), third(overdue)], won)).toEqual([])
    expect(why([asker(overdue), third({})], won)).toEqual([`answer_pending asker ${TEAMS}`])
  })

  it('by who reviewed a party first, where a profile wants four eyes, and by who is no arbitration lead', () => {
    const policy = { ...SEED_2020, arbitration: { ...ARBITRATION_BY_DEFAULT, fourEyes: true } }
    const own = { firstReviewerId: won.lead.userId }
    expect(why([aHolder(), asker({ ...own, policy })], won)).toEqual(['four_eyes asker'])
    expect(why([aHolder({ ...own, policy }), asker()], won)).toEqual(['four_eyes holder'])
    expect(why([aHolder(own), asker(own)], won)).toEqual([])
    for (const role of ['reviewer', 'team_lead', 'auditor'] as const)
      expect(why([aHolder(), asker()], { ...won, lead: { ...won.lead, role } })).toEqual(['role_may_not'])
  })
})

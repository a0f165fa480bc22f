import { describe, expect, it } from 'vitest'
import { ARBITRATION_BY_DEFAULT } from '../../../../src-main/domain/arbitration/arbitrationPolicy.ts'
import { climb } from '../../../../src-main/domain/arbitration/ladder.ts'
import type { PartyStanding } from '../../../../src-main/domain/arbitration/standing.ts'
import { RUNGS } from '../../../../src-preload/contract/vocabulary/ladderWords.ts'
import { caseAfter } from '../../../../src-main/domain/arbitration/caseAfter.ts'
import { afterOutreach } from '../../../../src-main/domain/arbitration/outreach.ts'
import type {
  ArbitrationCase,
  OutreachEntry,
} from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aCase, anAsk } from '../../../builders/arbitrationCase.ts'
import { anIncumbent, aStanding, on, TODAY } from '../../../builders/domain/arbitration/standings.ts'
import { instant } from '../../../builders/domain/situation.ts'
import { FRIDAY } from './given.ts'

describe('what several partners claim', () => {
  it('S-126: the details of every party’s association are verified before they are compared', () => {
    const compare = (...details: PartyStanding['details'][number][]) => {
      const parties = [anIncumbent('holder'), aStanding('asker', { acknowledged: on('2026-11-02'), details })]
      return climb(parties, { policy: ARBITRATION_BY_DEFAULT, today: TODAY })
    }
    for (const verdict of [null, 'cannot_tell'] as const)
      expect(
        compare({ check: 'contacts', verdict: 'met' }, { check: 'domain_tenant', verdict }),
      ).toMatchObject({
        suggestion: { kind: 'not_verified', open: [{ claimId: 'asker', checks: ['domain_tenant'] }] },
        rungs: RUNGS.map(() => ({ outcome: { kind: 'not_asked' } })),
      })
    expect(compare({ check: 'domain_tenant', verdict: 'met' })).toMatchObject({
      suggestion: { kind: 'clear', rung: 'recency', claimId: 'asker' },
    })
  })

  it('S-128: both partners may be asked for more, and what each was asked and answered is kept by itself', () => {
    const at = instant(FRIDAY)
    const byUserId = UserId.parse('lea')
    const entry = { ...anAsk(), byUserId, at } as OutreachEntry
    const of = (one: ArbitrationCase) =>
      one.parties.map(({ outreach }) => outreach.map(({ answer }) => answer))
    const both = aCase().parties.reduce<ArbitrationCase>(
      (one, { claimId }) => afterOutreach(one, { claimId, entry, role: 'arbitration_lead' }),
      aCase(),
    )
    expect(of(both)).toEqual([[null], [null]])
    expect(both).toMatchObject({ state: 'outreach', revision: 3, lead: { userId: byUserId } })
    const [first, ...others] = both.parties
    if (first === undefined) throw new Error('The case has no party.')
    const answered = { ...entry, answeredAt: at, answer: 'resubmission' as const }
    const woken = caseAfter(
      { ...both, parties: [{ ...first, outreach: [answered] }, ...others] },
      { act: 'nothing' },
      { at, reasonFor: () => 'withdrawn' },
    )
    expect(of(woken)).toEqual([['resubmission'], [null]])
    expect(woken).toMatchObject({ state: 'outreach', wokenAt: at })
  })
})

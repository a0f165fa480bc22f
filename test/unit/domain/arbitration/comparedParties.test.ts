import { describe, expect, it } from 'vitest'
import { decidedCase } from '../../../../src-main/domain/arbitration/decidedCase.ts'
import { closedAt, comparedParties } from '../../../../src-main/domain/arbitration/parties.ts'
import {
  type ArbitrationCase,
  CaseOutcome,
} from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { aCase, aParty } from '../../../builders/arbitrationCase.ts'

const at = '2026-11-24T10:00:00.000Z'
const early = { at: '2026-11-20T10:00:00.000Z', reason: 'withdrawn' }
const late = { at: '2026-11-30T10:00:00.000Z', reason: 'withdrawn' }
const idsOf = (one: ArbitrationCase) => comparedParties(one).map(({ claimId }) => claimId)

const three = aCase({
  parties: [
    aParty({ claimId: '208417' }),
    aParty({ claimId: '208500', role: 'incumbent' }),
    aParty({ claimId: '208600', left: early }),
  ],
})
const decided = decidedCase(
  three,
  CaseOutcome.parse({ at, by: { userId: 'u', name: 'U' }, winner: '208417', rung: null, reason: 'r' }),
)

describe('the parties between whom a case is, or was, decided', () => {
  it('are the living ones while it waits', () => {
    expect(closedAt(three)).toBeNull()
    expect(idsOf(three)).toEqual(['208417', '208500'])
  })

  it('are also whoever lost by it, and whoever left after it, but not who had left before', () => {
    expect(closedAt(decided)).toBe(at)
    expect(idsOf(decided)).toEqual(['208417', '208500'])
    const withdrawn = {
      ...decided,
      parties: decided.parties.map((party) => (party.left === null ? { ...party, left: late } : party)),
    }
    expect(idsOf(withdrawn as ArbitrationCase)).toEqual(['208417', '208500'])
  })

  it('are whoever was there when nothing was left to decide', () => {
    const left = { at: three.stateChangedAt, reason: 'withdrawn' }
    const dissolved = aCase({
      state: 'dissolved',
      dissolved: 'no_challenger',
      parties: [aParty({ claimId: '208417', left }), aParty({ claimId: '208500', role: 'incumbent' })],
    })
    expect(closedAt(dissolved)).toBe(dissolved.stateChangedAt)
    expect(idsOf(dissolved)).toEqual(['208417', '208500'])
  })
})

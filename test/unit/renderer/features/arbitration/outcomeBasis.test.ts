import { describe, expect, it } from 'vitest'
import type { BoardParty } from '../../../../../src-preload/contract/caseBoard.ts'
import { basisOfOutcome } from '../../../../../src-renderer/features/arbitration/decide/outcomeBasis.ts'
import { aCase } from '../../../../builders/arbitrationCase.ts'
import { aBoardParty } from '../../../../builders/renderer/aBoardParty.ts'

const basis = (party: BoardParty, revision = 4) =>
  basisOfOutcome({ case: aCase({ revision }), claims: [] }, [party])

describe('what an outcome rests on', () => {
  const unchecked = () => aBoardParty({ dates: [] }, { checker: null })

  it('is other when the check of a party ends, which changes no revision', () => {
    const open = { ...unchecked(), criteria: [{ criterion: 'dates' as const, verdict: null, evidence: [] }] }
    expect(basis(aBoardParty({ dates: [] }))).not.toBe(basis(open))
  })

  it('is other when a detail is verified by hand, and when the case was changed at the hub', () => {
    const verified = {
      ...unchecked(),
      details: [{ check: 'contacts' as const, verdict: 'met' as const, word: null }],
    }
    expect(basis(verified)).not.toBe(basis(unchecked()))
    expect(basis(unchecked(), 5)).not.toBe(basis(unchecked()))
  })

  it('is the same when the case is read again and nothing is new', () => {
    expect(basis(unchecked())).toBe(basis(unchecked()))
  })
})

import type {
  ArbitrationCase,
  CaseOutcome,
  CaseParty,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'

/**
 * A living case as its outcome leaves it. Whoever does not get the thing is out of it, but who holds it where nobody gets it. A holder whose
 * association lasts until the winner is approved holds it until then.
 */
export function decidedCase(one: ArbitrationCase, outcome: CaseOutcome): ArbitrationCase {
  return {
    ...one,
    parties: one.parties.map((party) => partyAfter(party, outcome)),
    state: 'decided',
    stateChangedAt: outcome.at,
    revision: one.revision + 1,
    clocks: [],
    lead: one.lead ?? outcome.by,
    outcome,
  }
}

function partyAfter(party: CaseParty, { winner, at, pendingEnds }: CaseOutcome): CaseParty {
  const { claimId, role } = party
  const stays = winner === null ? role === 'incumbent' : winner === claimId
  if (party.left !== null || stays) return party
  const holdsOn = pendingEnds.some((pending) => pending.claimId === claimId)
  return {
    ...party,
    role: role === 'incumbent' && !holdsOn ? 'former' : role,
    left: { at, reason: 'lost' },
  }
}

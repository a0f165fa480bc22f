import type { LadderSuggestion, RungResult } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { ArbitrationPolicy } from './arbitrationPolicy.ts'
import type { PartyStanding } from './standing.ts'

/** The last rung: nothing told the parties apart, the lead decides and says why. It shows who holds the item and who asked first. */
export function discretionRung(
  parties: readonly PartyStanding[],
  left: readonly PartyStanding[],
  isDecided: boolean,
): RungResult {
  return {
    rung: 'discretion',
    parties: parties.map((party) => ({
      claimId: party.claimId,
      value: { word: party.isIncumbent ? 'incumbent' : 'asks', submittedAt: party.submittedAt },
      evidence: [{ on: 'claim', place: party.isIncumbent ? 'association' : 'submission' }],
      isLeft: left.includes(party),
    })),
    outcome: isDecided ? { kind: 'not_asked' } : { kind: 'not_clear', why: 'same' },
    leftBehind: [],
  }
}

type Discretion = Omit<Extract<LadderSuggestion, { kind: 'discretion' }>, 'unsettled'>

/** Keeping the one who holds the item changes least for the customer; else who asked first. Neither is an argument, so it is only suggested. */
export function suggestedByDiscretion(
  left: readonly PartyStanding[],
  { suggestion }: ArbitrationPolicy,
): Discretion {
  const nobody: Discretion = { kind: 'discretion', claimId: null, by: null }
  if (suggestion === 'none') return nobody
  const holders = left.filter(({ isIncumbent }) => isIncumbent)
  const [holder] = holders
  if (suggestion === 'incumbent' && holder !== undefined && holders.length === 1)
    return { kind: 'discretion', claimId: holder.claimId, by: 'incumbent' }
  const first = left.reduce((a, b) => (b.submittedAt < a.submittedAt ? b : a))
  const isAlone = left.filter(({ submittedAt }) => submittedAt === first.submittedAt).length === 1
  return isAlone ? { kind: 'discretion', claimId: first.claimId, by: 'earlier_submission' } : nobody
}

import type { RungValue } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { openCriteria } from '../checks/effectiveVerdict.ts'
import { type Comparison, compareRanks, type RungRule } from './rungRule.ts'
import type { PartyStanding } from './standing.ts'

type Validity = 'valid' | 'open' | 'not_valid'

/** Whether a party's claim for the item meets all criteria. Without a proof, or with a detail that is wrong, it does not. */
export function validityOf({
  criteria,
  details,
  hasPoe,
}: Pick<PartyStanding, 'criteria' | 'details' | 'hasPoe'>): Validity {
  const isWrong = ({ verdict }: { readonly verdict: Verdict | null }): boolean => verdict === 'not_met'
  if (!hasPoe || criteria.some(isWrong) || details.some(isWrong)) return 'not_valid'
  return unmetOf({ criteria }).length > 0 ? 'open' : 'valid'
}

/** The criteria that would stand in the way of an approval. */
export const unmetOf = ({ criteria }: Pick<PartyStanding, 'criteria'>) =>
  openCriteria(criteria.map(({ criterion, verdict }) => ({ criterion, item: null, verdict }))).flatMap(
    ({ criterion }) => (criterion === null ? [] : [criterion]),
  )

/**
 * The gate: whoever fails it stays behind those who pass, and behind those who still may. Between these two nothing is clear until the
 * criteria are judged.
 */
export const VALIDITY: RungRule = {
  valueOf,
  evidenceOf: ({ criteria, hasPoe }) =>
    hasPoe ? criteria.flatMap(({ evidence }) => evidence) : [{ on: 'claim', place: 'documents' }],
  compare(one, other): Comparison {
    const [a, b] = [validityOf(one), validityOf(other)]
    if (a === b) return a === 'open' ? 'unknown' : 'same'
    if (a === 'not_valid' || b === 'not_valid') return compareRanks(RANK[a], RANK[b])
    return 'unknown'
  },
  missingOf: (party) => (validityOf(party) === 'open' ? 'criteria' : null),
}

const RANK: Readonly<Record<Validity, number>> = { valid: 1, open: 1, not_valid: 0 }

function valueOf(party: PartyStanding): RungValue {
  if (!party.hasPoe) return { word: party.isMigrated ? 'no_poe_migrated' : 'no_poe' }
  const validity = validityOf(party)
  if (validity === 'valid') return { word: 'valid' }
  if (validity === 'open') return { word: 'criteria_open', criteria: unmetOf(party) }
  return {
    word: 'not_valid',
    criteria: party.criteria.filter(({ verdict }) => verdict === 'not_met').map(({ criterion }) => criterion),
    checks: party.details.filter(({ verdict }) => verdict === 'not_met').map(({ check }) => check),
  }
}

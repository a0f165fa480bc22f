import type { DayRange } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { RungValue } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { MissingFact } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { ArbitrationPolicy } from './arbitrationPolicy.ts'
import type { Comparison, RungRule } from './rungRule.ts'
import type { Known, PartyStanding } from './standing.ts'

interface DayWords {
  readonly dayOf: (party: PartyStanding) => Known<DayRange | null>
  readonly tieDays: (policy: ArbitrationPolicy) => number
  readonly there: 'stated' | 'acknowledged'
  readonly none: 'no_statement' | 'no_acknowledgment_date'
  readonly missing: MissingFact
}

/** The later day is ahead, any day ahead of none. A date with several readings is ahead only by its earliest one. */
const laterDay = ({ dayOf, tieDays, there, none, missing }: DayWords): RungRule => ({
  valueOf(party): RungValue {
    const day = dayOf(party)
    if (!day.isKnown) return { word: 'unknown' }
    return day.value === null ? { word: none } : { word: there, days: day.value }
  },
  evidenceOf: (party) => dayOf(party).evidence,
  compare(one, other, { policy }): Comparison {
    const [a, b] = [dayOf(one), dayOf(other)]
    return a.isKnown && b.isKnown ? compareDays(a.value, b.value, tieDays(policy)) : 'unknown'
  },
  missingOf(party) {
    const day = dayOf(party)
    if (!day.isKnown) return missing
    return day.value !== null && day.value.from !== day.value.to ? 'date_reading' : null
  },
})

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

export function compareDays(one: DayRange | null, other: DayRange | null, tieDays: number): Comparison {
  if (one === null || other === null) {
    if (one === other) return 'none_has'
    return one === null ? 'behind' : 'ahead'
  }
  if (daysBetween(other.to, one.from) >= tieDays) return 'ahead'
  if (daysBetween(one.to, other.from) >= tieDays) return 'behind'
  // How far apart they are at most, whichever way they are read.
  const most = Math.max(daysBetween(other.from, one.to), daysBetween(one.from, other.to))
  if (most >= tieDays) return 'unknown'
  return most === 0 ? 'same' : 'within_tie'
}

/** Whom the customer itself named last for this item, in writing. */
export const CUSTOMER_STATEMENT: RungRule = laterDay({
  dayOf: ({ statement }) => statement,
  tieDays: ({ statementTieDays }) => statementTieDays,
  there: 'stated',
  none: 'no_statement',
  missing: 'statement',
})

/**
 * Whose proof the customer acknowledged last. This is the one rule that was made public: since July 2020 the most recent proof is looked
 * at. The day of the acknowledgment is what makes a proof recent; the day of an upload would reward whoever uploads an old paper late.
 */
export const RECENCY: RungRule = laterDay({
  dayOf: ({ acknowledged }) => acknowledged,
  tieDays: ({ recencyTieDays }) => recencyTieDays,
  there: 'acknowledged',
  none: 'no_acknowledgment_date',
  missing: 'acknowledgment_date',
})

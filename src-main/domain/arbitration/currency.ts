import type { Engagement, RungValue } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { MissingFact } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import { compareRanks, type RungRule } from './rungRule.ts'
import type { PartyStanding } from './standing.ts'

type Currency = 'runs' | 'ended' | 'not_begun' | 'no_end' | 'unsure'

/** Whether an engagement covers a day. An end that nobody stated may have come: that is not known, and not taken for *runs*. */
export function currencyOf({ start, end }: Engagement, today: string): Currency {
  if (start !== null && today < start.from) return 'not_begun'
  if (end !== null && today > end.to) return 'ended'
  if (start !== null && today < start.to) return 'unsure'
  if (end !== null && today > end.from) return 'unsure'
  return end === null ? 'no_end' : 'runs'
}

/** Whose engagement covers today. One that is over and one that has not begun are the same: neither does. */
export const CURRENCY: RungRule = {
  valueOf({ engagement }, { today }): RungValue {
    if (!engagement.isKnown) return { word: 'unknown' }
    if (engagement.value === null) return { word: 'no_engagement' }
    return { word: currencyOf(engagement.value, today), engagement: engagement.value }
  },
  evidenceOf: ({ engagement }) => engagement.evidence,
  compare: (one, other, { today }) => compareRanks(rankOf(one, today), rankOf(other, today)),
  missingOf(party, { today }): MissingFact | null {
    if (rankOf(party, today) !== null) return null
    const { engagement } = party
    if (!engagement.isKnown || engagement.value === null) return 'engagement'
    return currencyOf(engagement.value, today) === 'no_end' ? 'engagement_end' : 'date_reading'
  },
}

const RANK: Readonly<Record<Currency, number | null>> = {
  runs: 1,
  ended: 0,
  not_begun: 0,
  no_end: null,
  unsure: null,
}

/** Papers that state no engagement do not say that there is none: null. */
function rankOf({ engagement }: PartyStanding, today: string): number | null {
  if (!engagement.isKnown || engagement.value === null) return null
  return RANK[currencyOf(engagement.value, today)]
}

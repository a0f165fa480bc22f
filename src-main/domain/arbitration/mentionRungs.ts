import { MENTION_ASPECTS } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import { type Comparison, compareRanks, type RungRule } from './rungRule.ts'
import type { PartyStanding } from './standing.ts'

type Mention = PartyStanding['mention']

/**
 * How exactly the papers speak of the item. Naming it is ahead of naming its suite, whatever else stands there; of two that name it (or
 * both do not), the one is ahead whose papers name all that the other's do, and more.
 */
export const SPECIFICITY: RungRule = {
  valueOf: ({ mention }) => ({
    word: 'named',
    aspects: MENTION_ASPECTS.filter((aspect) => mention[aspect] === true),
    unsure: MENTION_ASPECTS.filter((aspect) => mention[aspect] === null),
  }),
  evidenceOf: ({ mentionEvidence }) => mentionEvidence,
  compare: ({ mention: one }, { mention: other }) => compareMentions(one, other),
  missingOf: ({ mention }) => (MENTION_ASPECTS.some((aspect) => mention[aspect] === null) ? 'mention' : null),
}

/** Weighs every way in which what is not known may turn out: only what is the same in all of them is clear. */
function compareMentions(one: Mention, other: Mention): Comparison {
  const results = new Set(waysOf(one).flatMap((a) => waysOf(other).map((b) => compareKnown(a, b))))
  const [only] = results
  if (results.size === 1 && only !== undefined) return only
  // Which of two it is that tells nobody apart makes no difference.
  return results.has('ahead') || results.has('behind') ? 'unknown' : 'different_strengths'
}

type KnownMention = Readonly<Record<(typeof MENTION_ASPECTS)[number], boolean>>

function waysOf(mention: Mention): KnownMention[] {
  return MENTION_ASPECTS.reduce<KnownMention[]>(
    (ways, aspect) => {
      const value = mention[aspect]
      const values = value === null ? [true, false] : [value]
      return ways.flatMap((way) => values.map((one) => ({ ...way, [aspect]: one })))
    },
    [{ item: false, activity: false, tenant_or_subscription: false }],
  )
}

function compareKnown(one: KnownMention, other: KnownMention): Comparison {
  if (one.item !== other.item) return one.item ? 'ahead' : 'behind'
  const more = MENTION_ASPECTS.some((aspect) => one[aspect] && !other[aspect])
  const less = MENTION_ASPECTS.some((aspect) => !one[aspect] && other[aspect])
  if (more && less) return 'different_strengths'
  if (more || less) return more ? 'ahead' : 'behind'
  return MENTION_ASPECTS.some((aspect) => one[aspect]) ? 'same' : 'none_has'
}

/** Whether the work told of the item is of the kinds that its claim is for. Other work fits no better than none. */
export const ACTIVITY_FIT: RungRule = {
  valueOf: ({ activityFit }) => ({ word: activityFit.isKnown ? activityFit.value : 'unknown' }),
  evidenceOf: ({ activityFit }) => activityFit.evidence,
  compare: (one, other) => compareRanks(fitOf(one), fitOf(other)),
  missingOf: ({ activityFit }) => (activityFit.isKnown ? null : 'activity'),
}

const FIT_RANK = { fits: 2, partly: 1, other_kind: 0, not_told: 0 } as const
const fitOf = ({ activityFit }: PartyStanding): number | null =>
  activityFit.isKnown ? FIT_RANK[activityFit.value] : null

import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { type Share, shareOf } from './interval.ts'

/** What two people said of one criterion of one claim, the second without seeing the first. */
export interface TwoWords {
  readonly decisionId: string
  readonly criterion: Criterion
  /** The item's id for products; null = the whole claim. */
  readonly item: string | null
  readonly first: Verdict
  readonly second: Verdict
}

export interface CriterionAgreement extends Share {
  readonly criterion: Criterion
  /**
   * Cohen's kappa: what is left of the agreement without what chance alone would give, 1 = all, 0 = no better than chance. Null where
   * nothing can be said: no words, or both said one word throughout.
   */
  readonly kappa: number | null
  /** Those in which the two differ, in the order given. */
  readonly differing: readonly TwoWords[]
}

/** How far second reviews agree with first ones, by criterion, in the order in which criteria are first met. */
export function agreementByCriterion(words: readonly TwoWords[]): CriterionAgreement[] {
  return [...Map.groupBy(words, ({ criterion }) => criterion)].map(([criterion, own]) => {
    const differing = own.filter(({ first, second }) => first !== second)
    return {
      criterion,
      ...shareOf(own.length - differing.length, own.length),
      kappa: kappaOf(own),
      differing,
    }
  })
}

function kappaOf(words: readonly TwoWords[]): number | null {
  const of = words.length
  if (of === 0) return null
  const count = (which: 'first' | 'second') => Map.groupBy(words, (one) => one[which])
  const [first, second] = [count('first'), count('second')]
  const byChance = [...first].reduce(
    (sum, [word, own]) => sum + (own.length / of) * ((second.get(word)?.length ?? 0) / of),
    0,
  )
  if (byChance === 1) return null
  const agreed = words.filter((one) => one.first === one.second).length / of
  return (agreed - byChance) / (1 - byChance)
}

import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { type Share, shareOf } from './interval.ts'

/** What the machine said of a criterion of a claim that a person then decided, and what counted. */
export interface MachineWord {
  readonly decisionId: string
  readonly criterion: Criterion
  /** What it says decides something only as met, not met or not applicable; *cannot tell* claims nothing. */
  readonly machine: Verdict
  /** The verdict that counted for the decision; null = open, so nobody has said whether the machine was right. */
  readonly counted: Verdict | null
}

export interface PrecisionWish {
  /** 0..1: a check that is right less often turns advisory. */
  readonly level: number
  /** Fewer words than these say nothing of a check. */
  readonly least: number
}

export interface CheckPrecision extends Share {
  readonly criterion: Criterion
  /**
   * Its *met* no longer counts by itself: a person has to confirm it. So it stays until the share is at the level again; a check of
   * which too few words are known is as it was made.
   */
  readonly isAdvisory: boolean
  /** Those in which a person said otherwise, in the order given. */
  readonly overridden: readonly MachineWord[]
}

/** How often what the machine claimed of a criterion stood, by criterion, in the order in which criteria are first met. */
export function precisionByCheck(
  words: readonly MachineWord[],
  { level, least }: PrecisionWish,
): CheckPrecision[] {
  const claimed = words.filter(({ machine, counted }) => machine !== 'cannot_tell' && counted !== null)
  return [...Map.groupBy(claimed, ({ criterion }) => criterion)].map(([criterion, own]) => {
    const overridden = own.filter(({ machine, counted }) => machine !== counted)
    const share = shareOf(own.length - overridden.length, own.length)
    const isAdvisory = share.share !== null && share.of >= least && share.share < level
    return { criterion, ...share, isAdvisory, overridden }
  })
}

/** Four of five outcomes lie within so many deviations, where days differ by chance alone. */
const DEVIATIONS = 1.28

/** How much slower and faster than its mean a team may turn out over some days, as factors of its pace. */
export interface Spread {
  readonly slow: number
  readonly fast: number
}

/**
 * From how days differed: the deviation of a mean over the days ahead, and of the mean itself, which some days before were all that it was
 * read off. Without a decision there is nothing to tell by.
 * @param ahead business days, more than 0.
 */
export function spreadOf(daily: readonly number[], ahead: number): Spread {
  const mean = daily.reduce((sum, one) => sum + one, 0) / Math.max(1, daily.length)
  if (mean === 0 || daily.length < 2) return { slow: 1, fast: 1 }
  const variance = daily.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (daily.length - 1)
  const deviation = Math.sqrt(variance / Math.max(1, ahead) + variance / daily.length) / mean
  return { slow: Math.max(0, 1 - DEVIATIONS * deviation), fast: 1 + DEVIATIONS * deviation }
}

/** A share of cases and what it may be, given how few they were. */
export interface Share {
  readonly hits: number
  readonly of: number
  /** 0..1; null where there was nothing to count. */
  readonly share: number | null
  /** Wilson's 95 % interval; with nothing to count anything is possible. */
  readonly low: number
  readonly high: number
}

/** Two-sided 95 %. */
const Z = 1.959964

/** Wilson's score interval: unlike the usual one it stays within 0 and 1 and says something of shares near either end. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: null, low: 0, high: 1 }
  const share = hits / of
  const square = Z * Z
  const middle = share + square / (2 * of)
  const reach = Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  const whole = 1 + square / of
  // At either end the sum is exact in figures and not in floating point.
  const low = hits === 0 ? 0 : (middle - reach) / whole
  const high = hits === of ? 1 : (middle + reach) / whole
  return { hits, of, share, low, high }
}

import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { PrecisionWish } from './checkPrecision.ts'

/** What a profile means that leaves its section out, as the first released versions do. */
export const PRECISION_BY_DEFAULT: NonNullable<PolicyProfile['checkPrecision']> = {
  levelPercent: 90,
  least: 20,
}

export function precisionOf({ checkPrecision }: Pick<PolicyProfile, 'checkPrecision'>): PrecisionWish {
  const { levelPercent, least } = checkPrecision ?? PRECISION_BY_DEFAULT
  return { level: levelPercent / 100, least }
}

import { PRECISION_BY_DEFAULT } from '../../../src-preload/contract/vocabulary/policyDefaults.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { PrecisionWish } from './checkPrecision.ts'

export { PRECISION_BY_DEFAULT }

export function precisionOf({ checkPrecision }: Pick<PolicyProfile, 'checkPrecision'>): PrecisionWish {
  const { levelPercent, least } = checkPrecision ?? PRECISION_BY_DEFAULT
  return { level: levelPercent / 100, least }
}

import type { PolicyProfile } from './policyShape.ts'

/** What a profile means that leaves its section out, as the first released versions do. */
export const ARBITRATION_BY_DEFAULT: NonNullable<PolicyProfile['arbitration']> = {
  rungs: {
    validity: 1,
    customer_statement: 2,
    recency: 3,
    specificity: 4,
    currency: 5,
    activity_fit: 6,
  },
  statementTieDays: 1,
  recencyTieDays: 7,
  suggestion: 'incumbent',
  fourEyes: false,
  secondOpinion: false,
}

/** As above. */
export const PRECISION_BY_DEFAULT: NonNullable<PolicyProfile['checkPrecision']> = {
  levelPercent: 90,
  least: 20,
}

import type { Criterion, NeedInfoReason } from './words.ts'

/** Which reason asks for a criterion that does not hold (S-31 to S-35). Plain values, as `words.ts`. */
export const REASON_OF_CRITERION = {
  usablePoe: 'POE_MISSING_ALL',
  customerAcknowledgment: 'POE_MISSING_CUSTOMER_ACK',
  dates: 'POE_MISSING_OR_OLD_DATES',
  products: 'POE_MISSING_PRODUCTS',
  serviceDescription: 'POE_MISSING_PARTNER_SERVICE',
} as const satisfies Record<Criterion, NeedInfoReason>

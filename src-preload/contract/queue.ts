import { z } from 'zod'
import { query } from './method.ts'
import { ClaimId } from './vocabulary/idShapes.ts'
import { ClaimCount, ClaimFilter, ClaimPage } from './vocabulary/queueShape.ts'
import { CLAIM_STATES } from './vocabulary/words.ts'

/** What every window asks first. Apart from the other methods, so that the first rows wait for nothing else. */
export const queue = {
  /** Sorted by due instant; claims without a clock come last. */
  'claims.list': query(
    z.strictObject({ filter: ClaimFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    ClaimPage,
  ),
  /** Counts per status over the whole queue, for the list of views; without what is snoozed. */
  'claims.counts': query(
    z.strictObject({}),
    z.strictObject({
      states: z.array(z.strictObject({ state: z.enum(CLAIM_STATES), claims: z.int().min(0) })),
    }),
  ),
  /** How many claims each filter shows, in the order asked. */
  'claims.count': query(
    z.strictObject({ filters: z.array(ClaimFilter).max(100) }),
    z.strictObject({ counts: z.array(ClaimCount) }),
  ),
  /** Where a claim stands in the filtered queue, with its neighbours; index null = filtered out: then between whom it would stand. */
  'claims.position': query(
    z.strictObject({ filter: ClaimFilter, claimId: ClaimId }),
    z.strictObject({
      index: z.int().min(0).nullable(),
      total: z.int().min(0),
      /** As of a page. */
      isMore: z.boolean(),
      previous: ClaimId.nullable(),
      next: ClaimId.nullable(),
    }),
  ),
}

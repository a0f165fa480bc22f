import { z } from 'zod'
import { Clock } from '../../src-preload/contract/vocabulary/clockShape.ts'
import { OperationBase } from '../../src-preload/contract/vocabulary/conflictShape.ts'
import { ClaimId, OperationId, Revision, UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_SUB_STATES, SENT_KINDS } from '../../src-preload/contract/vocabulary/words.ts'
import type { OutboxOperation } from './outboxRepo.ts'

const StartedReview = z.strictObject({
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
  clocks: z.array(Clock),
})

/**
 * An operation as the journal or a damaged database gives it back. What only shows is let go when it does not fit; what the hub
 * needs must be whole. Operations of older versions lack what came since.
 */
export const KeptOperation: z.ZodType<OutboxOperation> = z.object({
  operationId: OperationId,
  claimId: ClaimId,
  claimName: z.string(),
  kind: z.enum(SENT_KINDS),
  byUserId: UserId,
  claimRevision: Revision,
  content: z.looseObject({}),
  madeAt: z.int(),
  holdUntil: z.int().nullable(),
  startedReview: StartedReview.nullable().default(null).catch(null),
  base: OperationBase.nullable().default(null).catch(null),
  clockOffsetMs: z.int().nullable().default(null),
})

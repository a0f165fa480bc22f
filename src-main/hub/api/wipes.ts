import { z } from 'zod'
import { ClaimId, Instant, OperationId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { LONGEST_WIPE_REASON, WIPE_ACTS } from '../../../src-preload/contract/vocabulary/wipeWords.ts'

/** `PUT /v1.0/workstations/{clientId}/wipe`: orders that it be wiped, or takes that back. */
export const PutWipe = z.strictObject({
  act: z.enum(['ordered', 'taken_back']),
  reason: z.string().trim().min(1).max(LONGEST_WIPE_REASON),
})
export type PutWipe = z.infer<typeof PutWipe>

/** `too_late`: what was asked for no longer fits what happened; `last` says what that was, null = nothing. */
export const WipeAnswer = z.object({
  outcome: z.enum(['noted', 'too_late']),
  last: z.enum(WIPE_ACTS).nullable(),
})
export type WipeAnswer = z.infer<typeof WipeAnswer>

/** One thing that was done about it. `byName`: a lead, the office that looks after the machines, or the workstation itself. */
export const WipeStep = z.object({
  act: z.enum(WIPE_ACTS),
  at: Instant,
  byUserId: UserId.nullable(),
  byName: z.string(),
  reason: z.string().nullable(),
})
export type WipeStep = z.infer<typeof WipeStep>

/** `GET /v1.0/wipes`: every workstation about which an order was ever given, the latest first. */
export const Wipes = z.object({
  wipes: z.array(
    z.object({
      clientId: z.uuid(),
      /** Who worked there last; null = it never said. */
      userId: UserId.nullable(),
      name: z.string().nullable(),
      steps: z.array(WipeStep).min(1),
      /** Acts that waited there and that the hub did not apply: they came with the report. */
      carried: z.int().min(0),
    }),
  ),
})
export type Wipes = z.infer<typeof Wipes>

/** The workstation's name of today and those that its profile had before, parted by commas. */
export const OrderQuery = z.object({ formerly: z.string().max(1_000).optional() })

export const MOST_FORMER_IDS = 20

/** `GET /v1.0/workstations/{clientId}/order`: what is to become of the one who asks. Its id, which nobody can guess, is all that it needs. */
export const StandingOrder = z.object({
  order: z
    .object({
      /** Under which of its names it was ordered. */
      clientId: z.uuid(),
      orderId: z.uuid(),
      orderedAt: Instant,
    })
    .nullable(),
})
export type StandingOrder = z.infer<typeof StandingOrder>
export type WipeOrder = NonNullable<StandingOrder['order']>

/** An act that the hub did not apply, as the workstation had it. `standing`: it still waited, or the hub had refused it. */
export const CarriedOperation = z.strictObject({
  operationId: OperationId,
  claimId: ClaimId,
  kind: z.string().min(1).max(64),
  byUserId: UserId,
  standing: z.enum(['waiting', 'conflict']),
  madeAt: Instant,
  /** What was said, as it would have been sent. */
  content: z.record(z.string(), z.unknown()),
})
export type CarriedOperation = z.infer<typeof CarriedOperation>

export const MOST_CARRIED = 50

/** `POST …/order/{orderId}/operations`: what is kept once, whatever is sent again. */
export const CarryOperations = z.strictObject({
  operations: z.array(CarriedOperation).min(1).max(MOST_CARRIED),
})
export const CarriedKept = z.object({ kept: z.int().min(0) })

/** `PUT …/order/{orderId}`: `begun` is asked before anything is touched, `done` told when nothing is left. */
export const PutOrderStep = z.strictObject({ step: z.enum(['begun', 'done']) })

/** `not_now`: the order was taken back; nothing may be touched. */
export const OrderStepAnswer = z.object({ outcome: z.enum(['noted', 'not_now']) })
export type OrderStepAnswer = z.infer<typeof OrderStepAnswer>

import { z } from 'zod'
import { ClaimId, Instant, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { Room } from '../../../src-preload/contract/vocabulary/roomShape.ts'

export { Room } from '../../../src-preload/contract/vocabulary/roomShape.ts'

/** `GET /v1.0/team/capacities`: how much each person takes on and when they are away; who is not named has nothing set. */
export const Capacities = z.object({
  capacities: z.array(z.object({ userId: UserId, revision: z.int().min(1), room: Room })),
})
export type Capacities = z.infer<typeof Capacities>

/** `PUT /v1.0/people/{userId}/capacity`: sets all of it. `revision`: of the state that the lead saw; 0 = nothing was set. */
export const PutCapacity = z.strictObject({ revision: z.int().min(0), room: Room })
export type PutCapacity = z.infer<typeof PutCapacity>

/** `stale`: somebody else set it meanwhile, to this. */
export const CapacityAnswer = z.object({
  outcome: z.enum(['kept', 'stale']),
  revision: z.int().min(0),
  room: Room.nullable(),
})
export type CapacityAnswer = z.infer<typeof CapacityAnswer>

/** `PUT /v1.0/workstations/{clientId}`: what a workstation says of itself. */
export const PutWorkstation = z.strictObject({
  version: z.string().min(1).max(64),
  host: z.enum(['electron', 'loopback', 'headless']),
  unsent: z.int().min(0),
  /** When the oldest of them was made, by the clock of the device. */
  oldestAt: Instant.nullable(),
  /** Claims decided there of which the hub does not know yet, the oldest first. */
  decidedClaims: z.array(ClaimId).max(200),
})
export type PutWorkstation = z.infer<typeof PutWorkstation>

export const WorkstationNoted = z.object({ outcome: z.literal('noted') })

/** `GET /v1.0/workstations`: each with when it was last here, by the hub's clock, and what it said then. */
export const Workstations = z.object({
  workstations: z.array(
    PutWorkstation.extend({ clientId: z.uuid(), userId: UserId, name: z.string(), seenAt: Instant }),
  ),
})
export type Workstations = z.infer<typeof Workstations>

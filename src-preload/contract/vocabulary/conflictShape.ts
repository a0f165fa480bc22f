import { z } from 'zod'
import { Assignment, ClaimDocument, PolicyVersion } from './claimShape.ts'
import { Instant, Revision } from './idShapes.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES } from './words.ts'

/** What of a claim an operation rests on, as it stood at one moment: when the operation was made (base), or now (theirs). */
export const OperationBase = z.strictObject({
  revision: Revision,
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
  stateChangedAt: Instant,
  assignedTo: Assignment.nullable(),
  documents: z.array(ClaimDocument.pick({ documentId: true, sha256: true, fileName: true })),
  /** Ids and names of the claimed items. */
  items: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  policy: PolicyVersion,
  competingClaims: z.int().min(0),
  /** The last entry of its history; null = it had none. What came later came after this. */
  lastEntryId: z.string().nullable(),
})
export type OperationBase = z.infer<typeof OperationBase>

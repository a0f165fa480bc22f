import { z } from 'zod'
import { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import { ClaimId, Revision } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES } from '../../../src-preload/contract/vocabulary/words.ts'

/** The answer to whatever a partner or customer does. A refusal by the rules of the field is an answer, not an error. */
export const IntakeResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('done'),
    claimId: ClaimId,
    /** Null = the claim is gone (T17). */
    revision: Revision.nullable(),
    state: z.enum(CLAIM_STATES).nullable(),
    subState: z.enum(CLAIM_SUB_STATES).nullable(),
    /** What is to be looked at; nothing in it refused. */
    notes: z.array(IntakeNote),
  }),
  z.object({
    outcome: z.literal('refused'),
    /** Why the act may not be done now. */
    blocks: z.array(Block),
    /** What is wrong with what was sent. */
    notes: z.array(IntakeNote),
  }),
])
export type IntakeResult = z.infer<typeof IntakeResult>

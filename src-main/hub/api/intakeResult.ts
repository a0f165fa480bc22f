import { z } from 'zod'
import { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { ClaimId, Revision } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES } from '../../../src-preload/contract/vocabulary/words.ts'

/** With its sentence, for people who read answers. */
const SpokenNote = IntakeNote.extend({ sentence: z.string() })

const standing = {
  claimId: ClaimId,
  revision: Revision,
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
}

/** The answer to whatever a partner or customer does. A refusal by the rules of the field is an answer, not an error. */
export const IntakeResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('done'),
    ...standing,
    /** Of a document: its id on the claim. */
    documentId: z.string().nullable(),
    /** What is to be looked at; nothing in it refused. */
    notes: z.array(SpokenNote),
  }),
  /** T17: the claim is gone. */
  z.object({ outcome: z.literal('gone'), claimId: ClaimId }),
  z.object({
    outcome: z.literal('refused'),
    /** Why the act may not be done now. */
    blocks: z.array(Block),
    /** What is wrong with what was sent. */
    notes: z.array(SpokenNote),
  }),
  /** The claim is there already: an import that is run again. Nothing was changed. */
  z.object({ outcome: z.literal('exists'), ...standing }),
  /** The claim changed since it was looked at: look again. */
  z.object({ outcome: z.literal('stale'), currentRevision: Revision }),
])
export type IntakeResult = z.infer<typeof IntakeResult>

import { z } from 'zod'
import { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { ClaimId, Revision } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { IntakeNote } from '../../../src-preload/contract/vocabulary/intakeShape.ts'
import { CLAIM_STATES, CLAIM_SUB_STATES } from '../../../src-preload/contract/vocabulary/words.ts'

/** With its sentence, for people who read answers. */
const SpokenNote = IntakeNote.extend({ sentence: z.string() })

/** Why something does not come in. */
const Refused = z.object({
  outcome: z.literal('refused'),
  /** Why the act may not be done now. */
  blocks: z.array(Block),
  /** What is wrong with what was sent. */
  notes: z.array(SpokenNote),
})

const standing = {
  claimId: ClaimId,
  revision: Revision,
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
}

/** The claim is there already: an import that is run again. Nothing was changed. */
const Exists = z.object({ outcome: z.literal('exists'), ...standing })
/** T17: the claim is gone. */
const Gone = z.object({ outcome: z.literal('gone'), claimId: ClaimId })

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
  Gone,
  Refused,
  Exists,
  /** The claim changed since it was looked at: look again. */
  z.object({ outcome: z.literal('stale'), currentRevision: Revision }),
])
export type IntakeResult = z.infer<typeof IntakeResult>

/** What would come of a claim that is only asked about. */
export const ClaimCheck = z.discriminatedUnion('outcome', [
  /** It would come in; notes say what is to be looked at. */
  z.object({ outcome: z.literal('fits'), notes: z.array(SpokenNote) }),
  Refused,
  Exists,
  Gone,
])
export type ClaimCheck = z.infer<typeof ClaimCheck>

/** In the order in which the claims were sent. */
export const IntakeChecks = z.object({ results: z.array(ClaimCheck) })
export type IntakeChecks = z.infer<typeof IntakeChecks>

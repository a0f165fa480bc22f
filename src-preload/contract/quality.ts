import { z } from 'zod'
import { command, query } from './method.ts'
import { ClaimId, OperationId } from './vocabulary/idShapes.ts'
import {
  CheckStanding,
  CoachingNote,
  NoteWords,
  Override,
  SampledDecision,
  SampleView,
  SampleWish,
  SecondVerdicts,
} from './vocabulary/qualityShape.ts'
import { CRITERIA, DECISIONS, VERDICTS } from './vocabulary/words.ts'

/** What is asked of the hub at once: it cannot be reached, or does not let this person. */
const asked = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('ok'), ...shape }),
    z.strictObject({ outcome: z.literal('offline') }),
    z.strictObject({ outcome: z.literal('refused') }),
  ])

const Share = {
  hits: z.int(),
  of: z.int(),
  /** Null where there was nothing to count. */
  share: z.number().nullable(),
  /** Wilson's 95 % interval. */
  low: z.number(),
  high: z.number(),
}

/** How far second reviews agree with first ones on one criterion. */
export const AgreementView = z.strictObject({
  criterion: z.enum(CRITERIA),
  ...Share,
  /** Cohen's kappa; null where nothing can be said. */
  kappa: z.number().nullable(),
  differing: z.array(
    z.strictObject({
      decisionId: OperationId,
      item: z.string().nullable(),
      first: z.enum(VERDICTS),
      second: z.enum(VERDICTS),
    }),
  ),
})
export type AgreementView = z.infer<typeof AgreementView>

const Ids = z.strictObject({ sampleId: z.uuid(), decisionId: OperationId })

const accepted = z.strictObject({ outcome: z.literal('accepted'), operationId: OperationId })

/** Looking at decisions that were made. */
export const quality = {
  /** The samples that were drawn, the newest first. */
  'quality.samples': query(z.strictObject({}), asked({ samples: z.array(SampleView) })),
  /** `sample` null: nobody decided anything in this span. */
  'quality.draw': command(SampleWish, asked({ sample: SampleView.nullable() })),
  'quality.sample': query(
    z.strictObject({ sampleId: z.uuid() }),
    asked({
      decisions: z.array(SampledDecision),
      agreement: z.array(AgreementView),
      /** Whether both came to the same outcome. */
      outcomes: z.strictObject(Share),
    }),
  ),
  /** What this person was drawn to look at again; offline what was known last. */
  'quality.reviews': query(z.strictObject({}), z.strictObject({ decisions: z.array(SampledDecision) })),
  /** Leaves with the next round, also from a desk that is offline. */
  'quality.sendReview': command(
    Ids.extend({ commandId: OperationId, outcome: z.enum(DECISIONS), verdicts: SecondVerdicts }),
    z.discriminatedUnion('outcome', [
      accepted,
      /** Not drawn for it, or said already. */
      z.strictObject({ outcome: z.literal('not_yours') }),
      /** Some criterion has no verdict, or one that the claim does not have has one. */
      z.strictObject({ outcome: z.literal('incomplete') }),
    ]),
  ),
  /** How often each check was right of late, and every word of a check that a person did not share. */
  'quality.precision': query(
    z.strictObject({}),
    asked({ checks: z.array(CheckStanding), overridden: z.array(Override) }),
  ),
  /** Notes to this person; for a team lead all of them. */
  'quality.notes': query(z.strictObject({}), asked({ notes: z.array(CoachingNote) })),
  /** To whoever made the decision. Leaves with the next round. */
  'quality.sendNote': command(
    NoteWords.extend({
      commandId: OperationId,
      claimId: ClaimId,
      decisionId: OperationId,
      toUserId: SampledDecision.shape.first.unwrap().shape.decider.shape.userId,
    }),
    z.discriminatedUnion('outcome', [
      accepted,
      z.strictObject({ outcome: z.literal('not_yours') }),
      /** Neither what was missed nor a strength is said. */
      z.strictObject({ outcome: z.literal('says_nothing') }),
      /** The claim is not on this workstation. */
      z.strictObject({ outcome: z.literal('not_here') }),
    ]),
  ),
}

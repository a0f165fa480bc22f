import { z } from 'zod'
import {
  CheckStanding,
  CoachingNote,
  Override,
  SampledDecision,
  SampleView,
} from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { TwinPair } from '../../../src-preload/contract/vocabulary/twinShape.ts'

export const SampleList = z.object({ samples: z.array(SampleView) })

/** `POST /v1.0/quality/samples`. `nothing`: nobody decided anything in this span. */
export const DrawAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('drawn'), sample: SampleView }),
  z.object({ outcome: z.literal('nothing') }),
])
export type DrawAnswer = z.infer<typeof DrawAnswer>

/** `GET /v1.0/quality/samples/{sampleId}`, and `/quality/reviews`: those which the caller is to look at. */
export const SampledDecisions = z.object({ decisions: z.array(SampledDecision) })
export type SampledDecisions = z.infer<typeof SampledDecisions>

/** `GET /v1.0/quality/precision` */
export const Precision = z.object({ checks: z.array(CheckStanding), overridden: z.array(Override) })
export type Precision = z.infer<typeof Precision>

/** `GET /v1.0/quality/notes` */
export const CoachingNotes = z.object({ notes: z.array(CoachingNote) })

/** `GET /v1.0/quality/twins` */
export const Twins = z.object({
  pairs: z.array(TwinPair),
  /** So many decisions were not compared with the others yet; the next request goes on with them. */
  behind: z.int(),
})
export type Twins = z.infer<typeof Twins>

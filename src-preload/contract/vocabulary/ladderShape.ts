import { z } from 'zod'
import { DayRange, Evidence } from './checkShape.ts'
import { ClaimId, Instant, OperationId } from './idShapes.ts'
import {
  ACTIVITY_FITS,
  CLAIM_PLACES,
  COMPARED_RUNGS,
  MENTION_ASPECTS,
  MISSING_FACTS,
  OUTCOME_BLOCKS,
  RUNGS,
  UNCLEAR_REASONS,
} from './ladderWords.ts'
import { CLAIM_CHECKS, CRITERIA } from './words.ts'

/** Where a value of the comparison can be looked up: a place on a paper, one that a reviewer marked, or the claim itself. */
export const StandingEvidence = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('paper'), place: Evidence }),
  z.strictObject({ on: z.literal('own'), evidenceId: OperationId }),
  z.strictObject({ on: z.literal('claim'), place: z.enum(CLAIM_PLACES) }),
])
export type StandingEvidence = z.infer<typeof StandingEvidence>

/** From when to when somebody is engaged; null = that end is not stated. */
export const Engagement = z.strictObject({ start: DayRange.nullable(), end: DayRange.nullable() })
export type Engagement = z.infer<typeof Engagement>

const only = <Word extends string>(...words: [Word, ...Word[]]) => z.strictObject({ word: z.enum(words) })

/** What a party has on a rung. Words, never sentences: the screen says them in the reader's language. */
export const RungValue = z.discriminatedUnion('word', [
  /** Validity. */
  only('valid', 'no_poe', 'no_poe_migrated'),
  z.strictObject({
    word: z.literal('not_valid'),
    criteria: z.array(z.enum(CRITERIA)),
    /** Details of the association that a person found wrong. */
    checks: z.array(z.enum(CLAIM_CHECKS)),
  }),
  z.strictObject({ word: z.literal('criteria_open'), criteria: z.array(z.enum(CRITERIA)) }),
  /** Statement and recency. */
  z.strictObject({ word: z.enum(['stated', 'acknowledged']), days: DayRange }),
  only('no_statement', 'no_acknowledgment_date'),
  /** Specificity; without `item` it is the suite at most. `unsure`: cannot be told. */
  z.strictObject({
    word: z.literal('named'),
    aspects: z.array(z.enum(MENTION_ASPECTS)),
    unsure: z.array(z.enum(MENTION_ASPECTS)),
  }),
  /** Currency. `no_end`: it began, and no end is stated. `unsure`: a date can be read in two ways. */
  z.strictObject({
    word: z.enum(['runs', 'ended', 'not_begun', 'no_end', 'unsure']),
    engagement: Engagement,
  }),
  only('no_engagement'),
  /** Activity fit. */
  only(...ACTIVITY_FITS),
  /** Discretion. */
  z.strictObject({ word: z.enum(['incumbent', 'asks']), submittedAt: Instant }),
  /** Of any rung: nobody could read it off the papers. */
  only('unknown'),
])
export type RungValue = z.infer<typeof RungValue>

/** What comes of a rung: it tells one party from all others, it does not, or it could if more were known. */
export const RungOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clear'), claimId: ClaimId }),
  z.strictObject({ kind: z.literal('nobody') }),
  z.strictObject({ kind: z.literal('not_clear'), why: z.enum(UNCLEAR_REASONS) }),
  z.strictObject({
    kind: z.literal('cannot_tell'),
    missing: z.array(z.strictObject({ claimId: ClaimId, what: z.enum(MISSING_FACTS) })),
  }),
  /** A rung above told, or nothing may be compared yet. */
  z.strictObject({ kind: z.literal('not_asked') }),
])
export type RungOutcome = z.infer<typeof RungOutcome>

export const RungResult = z.strictObject({
  rung: z.enum(RUNGS),
  /** Every party, in the order of their claim ids. */
  parties: z.array(
    z.strictObject({
      claimId: ClaimId,
      value: RungValue,
      evidence: z.array(StandingEvidence),
      /** Not left behind by a rung above. */
      isLeft: z.boolean(),
    }),
  ),
  outcome: RungOutcome,
  /** Whom this rung leaves behind. */
  leftBehind: z.array(ClaimId),
})
export type RungResult = z.infer<typeof RungResult>

/** What the ladder suggests. It is an aid: a lead decides. `unsettled`: rungs above that could not tell, and may say otherwise once they can. */
export const LadderSuggestion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('clear'),
    rung: z.enum(COMPARED_RUNGS),
    claimId: ClaimId,
    unsettled: z.array(z.enum(COMPARED_RUNGS)),
  }),
  /** No party meets the criteria. */
  z.strictObject({ kind: z.literal('nobody') }),
  /** All others fail the criteria, and this party's are open. */
  z.strictObject({ kind: z.literal('criteria_open'), claimId: ClaimId }),
  z.strictObject({
    kind: z.literal('discretion'),
    /** Null = nobody stands out. */
    claimId: ClaimId.nullable(),
    by: z.enum(['incumbent', 'earlier_submission']).nullable(),
    unsettled: z.array(z.enum(COMPARED_RUNGS)),
  }),
  /** S-126: the details of these associations come first. */
  z.strictObject({
    kind: z.literal('not_verified'),
    open: z.array(z.strictObject({ claimId: ClaimId, checks: z.array(z.enum(CLAIM_CHECKS)) })),
  }),
])
export type LadderSuggestion = z.infer<typeof LadderSuggestion>

export const Ladder = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('compared'),
    /** In the order of the profile, discretion last. */
    rungs: z.array(RungResult),
    suggestion: LadderSuggestion,
  }),
  z.strictObject({ outcome: z.literal('refused'), reason: z.enum(['too_few_parties', 'party_twice']) }),
])
export type Ladder = z.infer<typeof Ladder>

/** One thing that stands in the way of a lead's outcome: of which claim, for what, by which criterion; null = of the whole. */
export const OutcomeBlock = z.strictObject({
  reason: z.enum(OUTCOME_BLOCKS),
  claimId: ClaimId.nullable(),
  /** The exclusivity key of what is contested. */
  key: z.string().nullable(),
  criterion: z.enum(CRITERIA).nullable(),
})
export type OutcomeBlock = z.infer<typeof OutcomeBlock>

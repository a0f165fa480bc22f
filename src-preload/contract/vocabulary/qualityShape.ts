import { z } from 'zod'
import { DecidedVerdict } from './decidedVerdictShape.ts'
import { ClaimId, Instant, OperationId, UserId } from './idShapes.ts'
import { PolicyVersion } from './policyVersion.ts'
import { CRITERIA, DECISIONS, VERDICTS } from './words.ts'

const Person = z.strictObject({ userId: UserId, name: z.string() })

const aboutClaim = {
  claimId: ClaimId,
  claimName: z.string(),
  customerName: z.string(),
  partnerName: z.string(),
}

/** The word of a second reviewer on one criterion. */
export const SecondWord = z.strictObject({
  criterion: z.enum(CRITERIA),
  /** The item's id for products; null = the whole claim. */
  item: z.string().min(1).max(64).nullable(),
  verdict: z.enum(VERDICTS),
  reason: z.string().trim().max(2000).nullable(),
})
export type SecondWord = z.infer<typeof SecondWord>

/** Each criterion once. */
export const SecondVerdicts = z
  .array(SecondWord)
  .min(1)
  .max(200)
  .refine(
    (words) => new Set(words.map(({ criterion, item }) => `${criterion} ${item}`)).size === words.length,
  )

/** What a team lead says of a decision, to whoever made it. */
export const NoteWords = z.strictObject({
  /** Which criteria were missed. */
  criteria: z.array(z.enum(CRITERIA)).max(CRITERIA.length),
  missed: z.string().trim().max(2000),
  strength: z.string().trim().max(2000),
  /** 1 = to be learnt anew, 5 = an example for others. */
  quality: z.int().min(1).max(5),
})
export type NoteWords = z.infer<typeof NoteWords>

/** Which decisions a sample is drawn of, and how many: the same wish on the same decisions draws the same. */
export const SampleWish = z.strictObject({
  /** Kept over retries; becomes the sample's. */
  sampleId: z.uuid(),
  /** Begun with the first instant, ended before the second. */
  from: Instant,
  to: Instant,
  seed: z.int().min(0).max(2_147_483_647),
  /** So many of each decider, outcome, criterion and risk, where there are. */
  perCell: z.int().min(0).max(100),
  most: z.int().min(1).max(1000),
})
export type SampleWish = z.infer<typeof SampleWish>

/** Decisions of one decider, outcome, criterion on which they turned, and risk. */
const SampleCell = z.strictObject({
  deciderId: UserId,
  outcome: z.enum(DECISIONS),
  criterion: z.enum(CRITERIA).nullable(),
  risk: z.enum(['high', 'usual']),
  of: z.int(),
  drawn: z.int(),
})
export type SampleCell = z.infer<typeof SampleCell>

/** A sample as it was drawn, and how far it is looked at. */
export const SampleView = SampleWish.extend({
  drawnBy: Person,
  drawnAt: Instant,
  cells: z.array(SampleCell),
  decisions: z.int(),
  reviewed: z.int(),
})
export type SampleView = z.infer<typeof SampleView>

/** What was decided, by whom, in which words. */
export const FirstWords = z.strictObject({
  decider: Person,
  outcome: z.enum(DECISIONS),
  verdicts: z.array(DecidedVerdict),
})
export type FirstWords = z.infer<typeof FirstWords>

export const SecondWords = z.strictObject({
  at: Instant,
  outcome: z.enum(DECISIONS),
  verdicts: z.array(SecondWord),
})
export type SecondWords = z.infer<typeof SecondWords>

/** A drawn decision. Whoever has to look at it gets its first words after theirs alone, also a lead. */
export const SampledDecision = z.strictObject({
  sampleId: z.uuid(),
  decisionId: OperationId,
  ...aboutClaim,
  decidedAt: Instant,
  /**
   * It was decided with its rivals in an outcome of cases, of which one claim alone is looked at: both may come to the same word on every
   * criterion and to other outcomes. Who has still to look at it is not told.
   */
  isOfCase: z.boolean().default(false),
  /** Null = nobody may: everybody else has dealings with the partner, or has read the outcome of its case. */
  reviewer: Person.nullable(),
  first: FirstWords.nullable(),
  second: SecondWords.nullable(),
})
export type SampledDecision = z.infer<typeof SampledDecision>

/** A word of the machine that a person did not share. */
export const Override = z.strictObject({
  decisionId: OperationId,
  ...aboutClaim,
  decidedAt: Instant,
  decider: Person,
  criterion: z.enum(CRITERIA),
  item: z.string().nullable(),
  machine: z.enum(VERDICTS),
  counted: z.enum(VERDICTS),
  reason: z.string().nullable(),
})
export type Override = z.infer<typeof Override>

/** How often a check was right under a profile, among the newest decisions. */
export const CheckStanding = z.strictObject({
  policy: z.strictObject(PolicyVersion.shape),
  criterion: z.enum(CRITERIA),
  hits: z.int(),
  of: z.int(),
  /** Wilson's 95 % interval of the share. */
  low: z.number(),
  high: z.number(),
  /** Of the profile. */
  level: z.number(),
  least: z.int(),
  /** Since when its *met* has to be confirmed; null = it counts by itself. */
  advisorySince: Instant.nullable(),
})
export type CheckStanding = z.infer<typeof CheckStanding>

/** A check that was right too seldom of late: what it finds on claims of this profile has to be confirmed. */
export const AdvisoryCheck = z.strictObject({
  policy: z.strictObject(PolicyVersion.shape),
  criterion: z.enum(CRITERIA),
  /** Of the profile: how often, from 0 to 1, it should have been right. */
  level: z.number(),
  since: Instant,
})
export type AdvisoryCheck = z.infer<typeof AdvisoryCheck>

/** What a team lead told a reviewer about a decision. */
export const CoachingNote = z.strictObject({
  noteId: OperationId,
  decisionId: OperationId,
  ...aboutClaim,
  ...NoteWords.shape,
  from: Person,
  to: Person,
  at: Instant,
})
export type CoachingNote = z.infer<typeof CoachingNote>

import { z } from 'zod'
import { ClaimForm } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { CASE_ASKS } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { COMPARED_RUNGS } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import {
  CLAIM_STATES,
  CLAIM_SUB_STATES,
  COMMENT_SIDES,
  COMMENT_VISIBILITIES,
  CRITERIA,
  DECISION_REASONS,
  NEED_INFO_REASONS,
  VERDICTS,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { SampleWish } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { HubCaller } from '../api/people.ts'

/** Where the clock that asks for action stands when the demo queue is filled; `none` for claims without a running clock. */
export const DEMO_CLOCKS = [
  'fresh',
  'half',
  'three_quarters',
  'nine_tenths',
  'over',
  'paused',
  'none',
] as const

export const DemoDocument = z.strictObject({
  /** File name inside `resources/demo/documents`. */
  file: z.string().regex(/^[\w.-]+$/),
  /** As the partner named it. */
  fileName: z.string().min(1).max(255),
  mediaType: z.string(),
  added: z.enum(['submission', 'resubmission']),
})
export type DemoDocument = z.infer<typeof DemoDocument>

/** A claim of the demo queue; instants are relative to the hour in which the queue is filled. */
export const DemoClaim = z.strictObject({
  form: ClaimForm.omit({ submittedAt: true }),
  partnerLanguage: z.string().length(2),
  /** Brought over from before: it may hold what it names without a proof (S-07). */
  isMigrated: z.boolean().default(false),
  submitted: z.strictObject({
    daysAgo: z.int().min(0).max(400),
    /**
     * The papers carry fixed dates. Filled later than this day, the claim counts as submitted on it, so that its dates neither
     * age out of the twelve months nor lie in the future. ISO day; null = no such limit.
     */
    notAfter: z.iso.date().nullable(),
  }),
  state: z.enum(CLAIM_STATES),
  subState: z.enum(CLAIM_SUB_STATES).nullable(),
  clock: z.enum(DEMO_CLOCKS),
  /** So many days after its submission somebody began to review it, where that was too late; null = in time. */
  pickedUpAfterDays: z.int().min(8).max(30).nullable().default(null),
  /** Who holds it at the start; null = nobody. */
  heldBy: UserId.nullable(),
  documents: z.array(DemoDocument),
  /** What the last question asked for, and what the last rejection rests on; empty where nothing was asked or rejected. */
  reasons: z
    .strictObject({
      asked: z.array(z.enum(NEED_INFO_REASONS)),
      rejected: z.array(z.enum(DECISION_REASONS)),
    })
    .default({ asked: [], rejected: [] }),
  comments: z.array(
    z.strictObject({
      side: z.enum(COMMENT_SIDES),
      authorName: z.string().min(1),
      text: z.string().min(1),
      visibility: z.enum(COMMENT_VISIBILITIES),
      daysAgo: z.int().min(0).max(400),
    }),
  ),
})
export type DemoClaim = z.infer<typeof DemoClaim>

/** What a lead asked of a party of a case, among the claims of the queue. */
export const DemoAsk = z.strictObject({
  claimId: ClaimForm.shape.claimId,
  /** Of the contested thing. */
  productId: z.string().min(1),
  byUserId: UserId,
  asks: z.array(z.enum(CASE_ASKS)).min(1),
  text: z.string().min(1),
  daysAgo: z.int().min(0).max(400),
})
export type DemoAsk = z.infer<typeof DemoAsk>

/** What a lead decided about cases between the same claims of the queue. */
export const DemoOutcome = z.strictObject({
  /** A party of these cases. */
  claimId: ClaimForm.shape.claimId,
  cases: z
    .array(
      z.strictObject({
        /** Of the contested thing. */
        productId: z.string().min(1),
        /** Null = nobody. */
        winner: ClaimForm.shape.claimId.nullable(),
        /** What told so when it was decided; null = the lead's discretion. */
        rung: z.enum(COMPARED_RUNGS).nullable(),
      }),
    )
    .min(1),
  byUserId: UserId,
  reason: z.string().min(1),
  /** What the lead found wanting; every other criterion was met. */
  unmet: z
    .array(z.strictObject({ claimId: ClaimForm.shape.claimId, criteria: z.array(z.enum(CRITERIA)).min(1) }))
    .default([]),
  daysAgo: z.int().min(0).max(400),
})
export type DemoOutcome = z.infer<typeof DemoOutcome>

/** How decisions of the queue were made, and looked at again. */
export const DemoQuality = z.strictObject({
  /** Where a check had said other than what counted; of all else it had said the same. */
  machine: z.array(
    z.strictObject({
      claimId: ClaimForm.shape.claimId,
      criterion: z.enum(CRITERIA),
      said: z.enum(VERDICTS),
    }),
  ),
  sample: z.strictObject({
    byUserId: UserId,
    /** When it was drawn, and of how many days before that. */
    daysAgo: z.int().min(1).max(400),
    days: z.int().min(1).max(400),
    seed: SampleWish.shape.seed,
    perCell: SampleWish.shape.perCell,
    most: SampleWish.shape.most,
    /** Who has looked at all that they were drawn for; the others have not begun. */
    reviewedBy: z.array(UserId),
    /** Of each so many second words one says otherwise. */
    differsOnceIn: z.int().min(2),
  }),
})
export type DemoQuality = z.infer<typeof DemoQuality>

/** `resources/demo/demo.json`. */
export const DemoQueue = z.strictObject({
  people: z.array(HubCaller).min(4),
  claims: z.array(DemoClaim),
  asks: z.array(DemoAsk).default([]),
  outcomes: z.array(DemoOutcome).default([]),
  quality: DemoQuality.nullable().default(null),
})
export type DemoQueue = z.infer<typeof DemoQueue>

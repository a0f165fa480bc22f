import { z } from 'zod'
import { CLAIM_ACTS } from './actWords.ts'
import { Block } from './blockShape.ts'
import { ClaimId, Instant } from './idShapes.ts'
import { TIMERS } from './words.ts'

/** A due instant that another calendar or profile would give a clock that runs. */
export const DueMove = z.object({
  timer: z.enum(TIMERS),
  now: Instant,
  after: Instant,
  /** Business days of the draft's calendar between the two; negative = earlier. 0 = by hours alone. */
  businessDays: z.int(),
  /** Whether the clock would turn overdue, or no longer be; null = neither. What was overdue once stays so in the history. */
  breach: z.enum(['added', 'removed']).nullable(),
})
export type DueMove = z.infer<typeof DueMove>

/** An act on a claim that something else stands in the way of; both lists empty at once never. */
export const BlockFlip = z.object({
  act: z.enum(CLAIM_ACTS),
  now: z.array(Block),
  after: z.array(Block),
})
export type BlockFlip = z.infer<typeof BlockFlip>

/** What a draft would change on one open claim. */
export const ClaimPreview = z.object({
  claimId: ClaimId,
  claimName: z.string(),
  moves: z.array(DueMove),
  flips: z.array(BlockFlip),
})
export type ClaimPreview = z.infer<typeof ClaimPreview>

export const PreviewCounts = z.object({
  /** Open claims that were looked at, and due instants of clocks that run on them. */
  claims: z.int().min(0),
  dues: z.int().min(0),
  later: z.int().min(0),
  earlier: z.int().min(0),
  breachesAdded: z.int().min(0),
  breachesRemoved: z.int().min(0),
  /** Claims on which an act becomes possible, or no longer is. */
  flipped: z.int().min(0),
  /** Claims on which anything changes; those that are not for the asker's eyes are counted and not listed. */
  changed: z.int().min(0),
  hidden: z.int().min(0),
})
export type PreviewCounts = z.infer<typeof PreviewCounts>

/** What of a preview can be listed by itself: each of these is a count of it. */
export const PREVIEW_LISTS = ['later', 'earlier', 'breachesAdded', 'breachesRemoved', 'flipped'] as const
export type PreviewList = (typeof PREVIEW_LISTS)[number]

export const RulePreview = z.object({
  /**
   * `moves`: so it will be once the draft is published. `would`: open claims keep the profile of their submission day; so it would be
   * if they were judged by the draft.
   */
  effect: z.enum(['moves', 'would']),
  counts: PreviewCounts,
  /** One page of what was asked for, by the names of claims; what else changes on them is left out. */
  claims: z.array(ClaimPreview),
  /** Of the first that is not listed any more; null = that was all. */
  next: z.int().min(0).nullable(),
})
export type RulePreview = z.infer<typeof RulePreview>

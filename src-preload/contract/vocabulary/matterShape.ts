import { z } from 'zod'
import { PARTNER_REQUEST_REASONS } from './actWords.ts'
import { Instant, UserId } from './idShapes.ts'
import { NO_MATTERS } from './noMatters.ts'
import { CRITERIA, DECISION_REASONS, NEED_INFO_REASONS, VERDICTS } from './words.ts'

/** The last request for information (T4). */
export const InfoRequest = z.object({
  requestedAt: Instant,
  reasons: z.array(z.enum(NEED_INFO_REASONS)),
  /** Ids of the items that are to be proved; empty = the whole claim. */
  items: z.array(z.string().min(1).max(64)),
  /** The partner may take these items off the claim instead of proving them (S-53). */
  mayRemoveItems: z.boolean(),
  /** The partner wrote without resubmitting: a comment alone answers nothing. */
  commentedAt: Instant.nullable(),
  /** When the resubmission arrived at the hub; null = open. */
  answeredAt: Instant.nullable(),
})
export type InfoRequest = z.infer<typeof InfoRequest>

/** The partner asked to have its claim rejected (T9). */
export const PartnerRequest = z.object({
  askedAt: Instant,
  reason: z.enum(PARTNER_REQUEST_REASONS),
  /** The comment in which it asks. */
  commentId: z.string().min(1).max(64),
})
export type PartnerRequest = z.infer<typeof PartnerRequest>

/** The last rejection (T6, T8, T9, T10). */
export const Rejection = z.object({
  at: Instant,
  reasons: z.array(z.enum(DECISION_REASONS)),
  /** Who decided; null = the customer. A dispute of it is decided by somebody else where the policy says so. */
  byUserId: UserId.nullable(),
  /** How each criterion stood when it was decided; verdict null = open. Empty where no reviewer judged, or the hub did not keep it. */
  judged: z
    .array(
      z.object({
        criterion: z.enum(CRITERIA),
        item: z.string().min(1).max(64).nullable(),
        verdict: z.enum(VERDICTS).nullable(),
      }),
    )
    .default([]),
})
export type Rejection = z.infer<typeof Rejection>

/** The last dispute (T12). */
export const Dispute = z.object({
  openedAt: Instant,
  justification: z.string().max(4000).nullable(),
  /** Ids of the papers that came with it. */
  documentIds: z.array(z.string().min(1).max(64)),
  /** Null = not decided yet. */
  decidedAt: Instant.nullable(),
})
export type Dispute = z.infer<typeof Dispute>

/** What the customer was told and said (T10, T11, S-59). Silence is consent. */
export const Consent = z.object({
  /** When the notice went out; null = not yet. */
  noticedAt: Instant.nullable(),
  decision: z.enum(['none', 'accepted', 'declined']),
  decidedAt: Instant.nullable(),
  /** Of a denial: whether it came while the window was open. Null = there is none. */
  inWindow: z.boolean().nullable(),
})
export type Consent = z.infer<typeof Consent>

/** Somebody asked the team lead to look at the claim. Ends by the lead's word or by a decision. */
export const Escalation = z.object({
  at: Instant,
  byUserId: UserId,
  reason: z.string().max(2000),
})
export type Escalation = z.infer<typeof Escalation>

/** The last word of a lead to whoever held the claim then. */
export const Nudge = z.object({
  at: Instant,
  byUserId: UserId,
  toUserId: UserId,
  reason: z.string().max(2000),
})
export type Nudge = z.infer<typeof Nudge>

export const ClaimMatters = z
  .object({
    infoRequest: InfoRequest.nullable(),
    /** How often information was asked for. */
    infoRounds: z.int().min(0),
    partnerRequest: PartnerRequest.nullable(),
    rejection: Rejection.nullable(),
    dispute: Dispute.nullable(),
    /** How often the partner has disputed. */
    disputes: z.int().min(0),
    consent: Consent.nullable(),
    /** The first review of a contested claim is done (C-21); null = not, or not contested. */
    firstReviewedAt: Instant.nullable(),
    /** Who was the first to decide, hold or ask something about it. Left out = nobody yet, or nobody knows. */
    firstReviewerId: UserId.optional(),
    /** Since when the claim waits for arbitration; null = it does not. */
    heldSince: Instant.nullable(),
    /** Items that the partner of an approved claim holds no longer, since an arbitration went to another one. Left out = none. */
    endedItems: z.array(z.object({ item: z.string().min(1).max(64), at: Instant })).optional(),
    /** Left out = nobody asked for the lead's attention, or it was given. */
    escalation: Escalation.optional(),
    /** Left out = nobody was nudged. */
    nudge: Nudge.optional(),
  })
  .default(NO_MATTERS)
export type ClaimMatters = z.infer<typeof ClaimMatters>

import { z } from 'zod'
import {
  CASE_ANSWERS,
  CASE_ASKS,
  CASE_STATES,
  CONTESTED_UNITS,
  DISSOLVE_REASONS,
  LEAVE_REASONS,
  OUTREACH_KINDS,
  PARTY_ROLES,
} from './arbitrationWords.ts'
import { Clock } from './clockShape.ts'
import { CaseId, ClaimId, Instant, OperationId, Revision, Sha256, TenantId, UserId } from './idShapes.ts'
import { PolicyVersion } from './policyVersion.ts'
import { PROGRAMS } from './words.ts'

const Name = z.string().min(1).max(255)

/** The one thing of a customer that a case is about. */
export const ContestedThing = z.object({
  /** Its exclusivity key: at most one living case of a customer has it. */
  key: z.string().min(1).max(400),
  unit: z.enum(CONTESTED_UNITS),
  program: z.enum(PROGRAMS),
  productId: z.string().min(1).max(64),
  /** Of the product or workload. */
  name: Name,
  subscriptionId: z.string().nullable(),
  /** No subscription is known yet: that of the product stands for it. */
  isProvisional: z.boolean(),
})
export type ContestedThing = z.infer<typeof ContestedThing>

/** One line of a party's log (S-128). Its words are the claim's comment of that id. */
export const OutreachEntry = z.object({
  /** The operation that wrote it. */
  entryId: OperationId,
  kind: z.enum(OUTREACH_KINDS),
  /** Everything that was asked at once; empty when the party was only told. */
  asks: z.array(z.enum(CASE_ASKS)),
  at: Instant,
  byUserId: UserId,
  byName: Name,
  commentId: z.string().min(1).max(64),
  /** Null when the party was only told. */
  dueAt: Instant.nullable(),
  /** Null = it has not. After `dueAt` it is decided on file. */
  answeredAt: Instant.nullable(),
  answer: z.enum(CASE_ANSWERS).nullable(),
})
export type OutreachEntry = z.infer<typeof OutreachEntry>

/** A claim in a case. */
export const CaseParty = z.object({
  claimId: ClaimId,
  mpnId: z.string(),
  partnerName: Name,
  role: z.enum(PARTY_ROLES),
  /** Ids of its items that are the contested thing; the claim's other items are no matter of the case. */
  items: z.array(z.string().min(1).max(64)),
  since: Instant,
  /** When it was first told by a comment that another partner holds or claims the same (S-130); null = it was not. */
  toldAt: Instant.nullable(),
  /** When its own proof was reviewed for the first time (S-129); null = not yet. */
  firstReviewedAt: Instant.nullable(),
  /** Oldest first. */
  outreach: z.array(OutreachEntry),
  /** Null = it is a party still. */
  left: z.object({ at: Instant, reason: z.enum(LEAVE_REASONS) }).nullable(),
})
export type CaseParty = z.infer<typeof CaseParty>

/** Whom a vote was about, and on what papers. */
export const JudgedParty = z.object({
  claimId: ClaimId,
  /** In order, each once. */
  documents: z.array(Sha256),
})
export type JudgedParty = z.infer<typeof JudgedParty>

/** What one lead would decide, given without knowing what another one would. */
export const CaseVote = z.object({
  userId: UserId,
  name: Name,
  at: Instant,
  /** Null = sealed for this reader: it is another's, and nobody else has voted on the same papers yet. */
  said: z
    .object({
      /** Null = nobody of them. */
      winner: ClaimId.nullable(),
      reason: z.string().min(1).max(8000),
    })
    .nullable(),
  /** Every party of the case then, in the order of their claim ids. A vote on other parties or papers than today's counts no more. */
  judged: z.array(JudgedParty),
})
export type CaseVote = z.infer<typeof CaseVote>

/** What the holder of a thing loses once its winner is approved, with the words that were written for it when the case was decided. */
export const PendingEnd = z.object({
  claimId: ClaimId,
  items: z.array(z.string().min(1).max(64)).min(1),
  comment: z.string().min(1).max(8000),
})
export type PendingEnd = z.infer<typeof PendingEnd>

export const CaseOutcome = z.object({
  at: Instant,
  by: z.object({ userId: UserId, name: Name }),
  /** Null = nobody holds the thing afterwards. */
  winner: ClaimId.nullable(),
  /** The rung of the ladder that decided; null = the lead's discretion. */
  rung: z.string().min(1).max(64).nullable(),
  reason: z.string().min(1).max(8000),
  /** Associations that last until the winner is approved, which it cannot be yet. */
  pendingEnds: z.array(PendingEnd).default([]),
})
export type CaseOutcome = z.infer<typeof CaseOutcome>

/** Several partners hold or claim the same thing of one customer, as the hub keeps it and a workstation stores it. */
export const ArbitrationCase = z.object({
  caseId: CaseId,
  tenantId: TenantId,
  customerName: Name,
  contested: ContestedThing,
  state: z.enum(CASE_STATES),
  stateChangedAt: Instant,
  openedAt: Instant,
  /** When an answer came, or ran out, last; null = neither did. */
  wokenAt: Instant.nullable(),
  revision: Revision,
  /** The profile of the claim that opened it, and the calendar of its clocks. */
  policy: PolicyVersion,
  calendar: PolicyVersion,
  /** Of the case as a whole; the first review of each challenger has a clock of its claim. */
  clocks: z.array(Clock),
  /** In the order in which they came; who left stays. */
  parties: z.array(CaseParty),
  /** The lead who was the first to do something about it; null = nobody has. */
  lead: z.object({ userId: UserId, name: Name }).nullable(),
  /** Oldest first, those that count no more as well. Where there are any, two leads have to vote before it is decided. */
  votes: z.array(CaseVote),
  /** Who decides where two votes differ: named by whoever voted first. Null = nobody has. */
  resolver: z.object({ userId: UserId, name: Name }).nullable().default(null),
  outcome: CaseOutcome.nullable(),
  /** Null = it was not dissolved. */
  dissolved: z.enum(DISSOLVE_REASONS).nullable(),
  /** From which the order is drawn in which a person sees the parties, so that nobody stands first by right. */
  orderSeed: z.int().min(0),
  /** False = this reader sees that it is contested and how the case stands: logs, votes and outcome are left out. */
  isWhole: z.boolean(),
})
export type ArbitrationCase = z.infer<typeof ArbitrationCase>

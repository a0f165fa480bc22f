import { z } from 'zod'
import { ActionView, CommandOutcome, PendingOperation } from './claims.ts'
import { command, query } from './method.ts'
import { ArbitrationCase, CaseVote } from './vocabulary/arbitrationShape.ts'
import {
  CASE_ASKS,
  CASE_VIEWS,
  OUTREACH_KINDS,
  PARTY_ROLES,
  VOTE_PHASES,
} from './vocabulary/arbitrationWords.ts'
import { Block } from './vocabulary/blockShape.ts'
import { CaseChoice, CaseChoices, CaseDraft, LetterName } from './vocabulary/caseDecisionShape.ts'
import { Clock } from './vocabulary/clockShape.ts'
import { CaseId, ClaimId, Instant, OperationId, Revision, Sha256, UserId } from './vocabulary/idShapes.ts'
import { LadderSuggestion, OutcomeBlock } from './vocabulary/ladderShape.ts'
import { DEFERRALS } from './vocabulary/ladderWords.ts'
import { ClaimSummary } from './vocabulary/queueShape.ts'
import { VersionComparison } from './vocabulary/versionShape.ts'
import { CaseBoard, SharedEvidence } from './caseBoard.ts'

const standing = ArbitrationCase.pick({
  caseId: true,
  customerName: true,
  contested: true,
  state: true,
  revision: true,
}).shape

/** A case by what it is about and how it stands: enough wherever it is only mentioned. */
export const CaseStanding = z.strictObject(standing)
export type CaseStanding = z.infer<typeof CaseStanding>

/** One row of the queue of cases. */
export const CaseSummary = z.strictObject({
  ...standing,
  openedAt: Instant,
  wokenAt: Instant.nullable(),
  lead: ArbitrationCase.shape.lead,
  /** Of the case as a whole; null when none runs. */
  clock: Clock.nullable(),
  parties: z.array(
    z.strictObject({
      claimId: ClaimId,
      partnerName: z.string(),
      role: z.enum(PARTY_ROLES),
      hasLeft: z.boolean(),
    }),
  ),
  firstReviews: z.strictObject({
    /** Challengers whose proof nobody has reviewed yet. */
    outstanding: z.int().min(0),
    /** The one of theirs that is due first; null when none runs. */
    clock: Clock.nullable(),
  }),
  /** Asks that nobody has answered yet, and the first of their due instants. */
  asks: z.strictObject({ open: z.int().min(0), dueAt: Instant.nullable() }),
  isWhole: z.boolean(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const CaseDetail = z.strictObject({
  case: ArbitrationCase,
  /** In the order of the case's parties. */
  claims: z.array(
    z.strictObject({
      claimId: ClaimId,
      /** The claim as the queue shows it; null = it is not on this workstation. */
      summary: ClaimSummary.nullable(),
      /** Of a challenger's first review (S-129); null when it does not run. */
      firstReview: Clock.nullable(),
      /** What this person may do about this party now, and why not; none where the claim is not here. */
      actions: z.array(ActionView),
    }),
  ),
  /** Other living cases of the customer between the same claims: what is asked or decided here often goes for them too. */
  alongside: z.array(z.strictObject({ ...standing, votePhase: z.enum(VOTE_PHASES) })),
  voting: z.strictObject({
    phase: z.enum(VOTE_PHASES),
    /** By their role; whoever may can ask for a second opinion by it. */
    mayVote: z.boolean(),
    /** Oldest first. */
    votes: z.array(
      z.strictObject({
        ...CaseVote.pick({ userId: true, name: true, at: true, said: true }).shape,
        isMine: z.boolean(),
        /** False = it was cast on other parties or papers than those of now. */
        counts: z.boolean(),
      }),
    ),
    /** Whom this person may name to decide where two votes differ; none where somebody was named. */
    resolvers: z.array(z.strictObject({ userId: UserId, name: z.string() })),
  }),
  /** A decision of this workstation that the hub has not confirmed yet; null = none is on its way. */
  pending: PendingOperation.nullable(),
  /** What this person has begun to decide; null = nothing. */
  draft: CaseDraft.nullable(),
})
export type CaseDetail = z.infer<typeof CaseDetail>

const PartyDocument = z.strictObject({ claimId: ClaimId, sha256: Sha256 })

/** What a lead's choices would mean for each claim, as it stands here now. */
export const OutcomeView = z.strictObject({
  cases: z.array(
    z.strictObject({
      ...CaseStanding.shape,
      winner: ClaimId.nullable(),
      /** Of the ladder; null = it cannot be climbed while claims are missing. */
      suggestion: LadderSuggestion.nullable(),
      /** The lead departs from what the ladder told clearly, or it told nothing. */
      needsReason: z.boolean(),
      /** Why the winner is not approved at once; null = it is, or nobody won. */
      deferred: z.enum(DEFERRALS).nullable(),
    }),
  ),
  /** What stands in the way of the outcome as a whole; empty = nothing. */
  blocks: z.array(OutcomeBlock),
  /** Every living party, in the order of their claim ids. */
  claims: z.array(
    z.strictObject({
      claimId: ClaimId,
      partnerName: z.string(),
      revision: Revision,
      /** What stands in the way of what this claim would undergo. */
      blocks: z.array(Block),
    }),
  ),
  /** One for each act; a claim without one is left as it is. */
  letters: z.array(
    z.strictObject({
      ...LetterName.shape,
      /** Names of the items that it is about; empty = the whole claim. */
      items: z.array(z.string()),
      /** ISO 639-1: English where the partner's language has no templates. */
      language: z.string().length(2),
      text: z.string(),
    }),
  ),
})
export type OutcomeView = z.infer<typeof OutcomeView>

/** To one party in words of its own: nobody learns who the others are. It becomes an operation on its claim. */
const letter = z.strictObject({
  claimId: ClaimId,
  revision: Revision,
  commandId: OperationId,
  comment: z.string().trim().max(8000),
})
const asks = z.array(z.enum(CASE_ASKS)).max(CASE_ASKS.length)
/** Until the answer is due; null = as the profile has it. A claim under review always goes by the profile. */
const businessDays = z.int().min(1).max(60).nullable()
const MOST_PARTIES = 50

/** What is decided or voted about cases. */
const deciding = {
  commandId: OperationId,
  cases: z
    .array(z.strictObject({ ...CaseChoice.shape, revision: Revision }))
    .min(1)
    .max(20),
  /** Why, for the record; no partner reads it. */
  reason: z.string().trim().min(1).max(8000),
  /** Every party with the revision that was seen. */
  claims: z
    .array(z.strictObject({ claimId: ClaimId, revision: Revision }))
    .min(2)
    .max(MOST_PARTIES),
}
const decided = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('accepted'),
    operationId: OperationId,
    holdUntil: Instant.nullable(),
  }),
  z.strictObject({ outcome: z.literal('blocked') }),
  z.strictObject({ outcome: z.literal('stale') }),
])

/** What a party would get if it were written to now. */
export const PartyLetter = z.strictObject({
  claimId: ClaimId,
  /** Of the claim that the letter was drafted from. */
  revision: Revision,
  /** ISO 639-1; English where the partner's has no templates. */
  language: z.string(),
  text: z.string(),
  /** Null = it is told, and has nothing to answer. */
  dueAt: Instant.nullable(),
  /** What stands in the way of sending just this. */
  blocks: z.array(Block),
})
export type PartyLetter = z.infer<typeof PartyLetter>

/** In the order asked; null = the claim is not on this workstation. */
const approached = z.strictObject({
  outcomes: z.array(z.strictObject({ claimId: ClaimId, outcome: CommandOutcome.nullable() })),
})

/** Where several partners hold or claim the same. */
export const arbitration = {
  /** Due first first. `counts` are those of all views, whichever was asked for. */
  'arbitration.list': query(
    z.strictObject({
      view: z.enum(CASE_VIEWS),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({
      total: z.int().min(0),
      rows: z.array(CaseSummary),
      counts: z.strictObject({ open: z.int().min(0), mine: z.int().min(0), decided: z.int().min(0) }),
    }),
  ),
  'arbitration.case': query(z.strictObject({ caseId: CaseId }), CaseDetail),
  'arbitration.board': query(z.strictObject({ caseId: CaseId }), CaseBoard),
  /** What the papers of different parties have in common, as far as they were read here; what weighs most first. */
  'arbitration.shared': query(
    z.strictObject({ caseId: CaseId }),
    z.strictObject({
      found: z.array(SharedEvidence).max(100),
      /** Papers that were not read yet: nothing is said of them. */
      unread: z.array(z.strictObject({ claimId: ClaimId, sha256: Sha256 })),
      /** Claims that this person judges before the machine is seen: nothing is said of them either. */
      heldBack: z.array(ClaimId),
    }),
  ),
  /** What papers of two parties say otherwise, word by word. Nothing of one claim comes to stand with the other. */
  'arbitration.compare': query(
    z.strictObject({ caseId: CaseId, before: PartyDocument, after: PartyDocument }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('compared'), comparison: VersionComparison }),
      /** One of the two is not on this machine, or no living party's. */
      z.strictObject({ outcome: z.literal('missing') }),
    ]),
  ),
  /** Every case in which a claim is or was a party, living ones first. */
  'arbitration.ofClaim': query(
    z.strictObject({ claimId: ClaimId }),
    z.strictObject({
      cases: z.array(
        z.strictObject({
          ...standing,
          role: z.enum(PARTY_ROLES),
          /** Ids of the claim's items that are contested in it. */
          items: z.array(z.string()),
          hasLeft: z.boolean(),
        }),
      ),
    }),
  ),
  /** What these choices would mean, with the letters as the templates have them. What is in the way is said of those that were written anew. */
  'arbitration.plan': query(
    CaseDraft.extend({
      choices: CaseChoices.min(1),
      /** What stands in the way of voting so, and no letters. */
      isVote: z.boolean(),
      /** Of a vote: who is named. */
      resolver: UserId.nullable(),
    }),
    OutcomeView,
  ),
  /**
   * Decides these cases for all of their claims at once: one operation, which waits for the undo time as every decision does.
   * `blocked`: see `arbitration.plan` for what is in the way. `stale`: a case or a claim is not as it was seen.
   */
  'arbitration.decide': command(
    z.strictObject({
      ...deciding,
      letters: z
        .array(z.strictObject({ ...LetterName.shape, comment: z.string().trim().max(8000) }))
        .max(100),
    }),
    decided,
  ),
  /** Says what one would decide about these cases, sealed until another lead has: one operation, as a decision is. */
  'arbitration.vote': command(
    z.strictObject({
      ...deciding,
      /** Who decides where another lead votes otherwise; null = somebody was named before. */
      resolver: UserId.nullable(),
    }),
    decided,
  ),
  /** Keeps what was begun; null = it was sent or thrown away. */
  'arbitration.keepDraft': command(
    z.strictObject({ caseId: CaseId, draft: CaseDraft.nullable() }),
    z.strictObject({}),
  ),
  /** Asks parties for more, all of it at once, by a day (S-128). Waits for the undo time, as a decision does. */
  'arbitration.ask': command(
    z.strictObject({
      caseId: CaseId,
      letters: z
        .array(letter.extend({ asks: asks.min(1) }))
        .min(1)
        .max(MOST_PARTIES),
      businessDays,
    }),
    approached,
  ),
  /** Tells parties that others hold or claim the same (S-130). Leaves at once. */
  'arbitration.tell': command(
    z.strictObject({ caseId: CaseId, letters: z.array(letter).min(1).max(MOST_PARTIES) }),
    approached,
  ),
  /** Each letter as the templates have it, in its partner's language. Parties whose claim, profile or calendar is not here have none. */
  'arbitration.draftLetters': query(
    z.strictObject({
      caseId: CaseId,
      kind: z.enum(OUTREACH_KINDS),
      /** `asks` are those of an ask; a party that is told has none. */
      parties: z.array(z.strictObject({ claimId: ClaimId, asks })).max(MOST_PARTIES),
      businessDays,
    }),
    z.strictObject({ letters: z.array(PartyLetter) }),
  ),
}

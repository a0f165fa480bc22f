import { z } from 'zod'
import { command, query } from './method.ts'
import { Block } from './vocabulary/blockShape.ts'
import { CheckReport, Finding } from './vocabulary/checkShape.ts'
import { ClaimDocument, ClaimRecord } from './vocabulary/claimShape.ts'
import { PARTNER_REQUEST_REASONS } from './vocabulary/actWords.ts'
import { CalendarRule } from './vocabulary/calendarShape.ts'
import { AdvisoryCheck } from './vocabulary/qualityShape.ts'
import { Clock, ClockSegment } from './vocabulary/clockShape.ts'
import { ClaimId, Instant, OperationId, Revision, UserId } from './vocabulary/idShapes.ts'
import { DayReading, DetailWord, ReadDays, ReadFact } from './vocabulary/handWordShape.ts'
import { OwnEvidence, OwnEvidencePlace } from './vocabulary/ownEvidenceShape.ts'
import { PolicyProfile } from './vocabulary/policyShape.ts'
import { DecisionDraft } from './vocabulary/draftShape.ts'
import { Recheck } from './vocabulary/recheckShape.ts'
import { ReviewerVerdict } from './vocabulary/queueShape.ts'
import { VersionPair } from './vocabulary/versionShape.ts'
import {
  CLAIM_CHECKS,
  CLAIM_STATES,
  COMMENT_VISIBILITIES,
  CRITERIA,
  DECISION_REASONS,
  DECISIONS,
  DETAIL_CHECKS,
  OPERATION_KINDS,
  SENT_KINDS,
  OUTBOX_STATES,
  TIMERS,
  VERDICTS,
} from './vocabulary/words.ts'

export {
  ClaimFilter,
  ClaimPage,
  FoundText,
  ClaimSummary,
  ReviewerVerdict,
  VerdictChips,
} from './vocabulary/queueShape.ts'

/** One line of the checks panel: what the machine found, what the reviewer said, what counts. */
export const CriterionView = z.strictObject({
  criterion: z.enum(CRITERIA),
  /** The item's id for products; null = the whole claim. */
  item: z.string().nullable(),
  /** Null until the documents were checked. */
  machine: Finding.nullable(),
  reviewer: ReviewerVerdict.nullable(),
  /** The reviewer's verdict, else the machine's met or not applicable; null = open, and blocks approval. */
  effective: z.enum(VERDICTS).nullable(),
  /** Set where the check was right too seldom of late: what it found has to be confirmed. Null = it counts by itself. */
  advisory: AdvisoryCheck.pick({ level: true, since: true }).nullable().default(null),
})
export type CriterionView = z.infer<typeof CriterionView>

export const DocumentView = z.strictObject({
  ...ClaimDocument.shape,
  /** `local`: the bytes are on this machine and can be read offline. */
  availability: z.enum(['local', 'missing']),
  /** Path on the app's own origin; answers 404 while the document is missing. */
  url: z.string(),
})
export type DocumentView = z.infer<typeof DocumentView>

/** An operation of this workstation that the hub has not confirmed yet, or that met a conflict. */
export const PendingOperation = z.strictObject({
  operationId: OperationId,
  claimId: ClaimId,
  kind: z.enum(SENT_KINDS),
  state: z.enum(OUTBOX_STATES),
  madeAt: Instant,
  /** Until then it may be undone and nobody else sees it; null = leaves at once. */
  holdUntil: Instant.nullable(),
})
export type PendingOperation = z.infer<typeof PendingOperation>

/** Whether an action is open to this user now, and why not. */
export const ActionView = z.strictObject({
  action: z.enum(OPERATION_KINDS),
  blocks: z.array(Block),
})
export type ActionView = z.infer<typeof ActionView>

export const ClaimDetail = z.strictObject({
  claim: ClaimRecord,
  documents: z.array(DocumentView),
  /** `waiting`: documents are still coming or being read. `failed`: the checker could not run; see the log. */
  checkStatus: z.enum(['waiting', 'ready', 'failed']),
  /** Null until the first check ran. */
  report: CheckReport.nullable(),
  /** What the newest check says otherwise than the one before; null = it was the first. */
  recheck: Recheck.nullable(),
  /** In the order of the checks panel; products once per item. */
  criteria: z.array(CriterionView),
  actions: z.array(ActionView),
  pending: z.array(PendingOperation),
  /** The profile that the claim is judged by; null until the hub has given it: the claim is then read-only. */
  policy: PolicyProfile.nullable(),
  /** Item ids and look-ups that are older than the profile allows (domain.md section 1.5). */
  staleLookups: z.strictObject({
    subscriptions: z.array(z.string()),
    partner: z.boolean(),
    domains: z.array(z.string()),
  }),
  /** Product ids that the catalogue of this version does not have. */
  unknownProducts: z.array(z.string()),
  /** What this person had begun to say here and not sent; null = nothing. It outlives leases and restarts. */
  draft: z.strictObject({ draft: DecisionDraft, savedAt: Instant }).nullable(),
  /** What reviewers found on the papers by themselves, in the order in which they did. */
  ownEvidence: z.array(OwnEvidence).default([]),
  /** Details of the association that a person verified or denied, and days that a person read on the papers. */
  detailWords: z.array(DetailWord).default([]),
  readDays: z.array(ReadDays).default([]),
  /** Which of the documents stands for which older one of the same claim. */
  versions: z.array(VersionPair).default([]),
  /**
   * The claim is in the sample that is judged before the machine is seen; null = it is not. `hidden`: until every criterion has the
   * reviewer's word nothing of the machine is here. `shown`: how the votes stood to it.
   */
  blind: z
    .discriminatedUnion('state', [
      z.strictObject({ state: z.literal('hidden'), voted: z.int(), of: z.int() }),
      z.strictObject({ state: z.literal('shown'), agreed: z.int(), of: z.int() }),
    ])
    .nullable()
    .default(null),
  /** This person was drawn to look at a decision on it again: what is here is the claim before that. Null = they were not, or have. */
  secondReview: z.strictObject({ sampleId: z.uuid(), decisionId: OperationId }).nullable().default(null),
  /** Items whose proof is missing while everything else holds, and which the partner may take off the claim; usually none. */
  removableItems: z.array(z.string()).default([]),
  /** What has to be judged and looked up again by each field that edits of this claim changed (S-52); a field once. */
  touched: z
    .array(
      z.strictObject({
        field: z.string(),
        criteria: z.array(z.enum(CRITERIA)),
        checks: z.array(z.enum(CLAIM_CHECKS)),
      }),
    )
    .default([]),
  /** Other claims of the same customer on which work is to be done and which nobody holds. */
  siblings: z.array(
    z.strictObject({
      claimId: ClaimId,
      claimName: z.string(),
      partnerName: z.string(),
      state: z.enum(CLAIM_STATES),
      revision: Revision,
    }),
  ),
  /** What stands ready for the reviewer to confirm: no answer in time (T6), or what the partner asked for (T9). */
  proposal: z
    .strictObject({
      reasons: z.array(z.enum(DECISION_REASONS)),
      partnerRequestReason: z.enum(PARTNER_REQUEST_REASONS).nullable(),
    })
    .nullable(),
})
export type ClaimDetail = z.infer<typeof ClaimDetail>

/** The answer to every command on a claim. */
export const CommandOutcome = z.discriminatedUnion('outcome', [
  /** Durable on this machine. `holdUntil`: until then it can be undone; null = it leaves at once, or stays local. */
  z.strictObject({
    outcome: z.literal('accepted'),
    operationId: OperationId,
    holdUntil: Instant.nullable(),
  }),
  /** The claim changed since it was shown: look again. */
  z.strictObject({ outcome: z.literal('stale'), currentRevision: Revision }),
  z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
])
export type CommandOutcome = z.infer<typeof CommandOutcome>

const onClaim = { claimId: ClaimId, revision: Revision, commandId: OperationId }

export const DecisionInput = z.strictObject({
  ...onClaim,
  decision: z.enum(DECISIONS),
  /** At least one for request info; exactly one primary for reject; none for approve. */
  reasons: z.array(z.enum(DECISION_REASONS)).max(20),
  /** Goes to the partner. Needed for request info and reject. */
  comment: z.string().trim().max(8000),
  /** Of a request: ids of the items to be proved or removed; empty = the whole claim. */
  items: z.array(z.string().min(1).max(64)).max(200),
  /** Of a request: the partner may take the items off the claim instead. */
  mayRemoveItems: z.boolean(),
  /** Of a rejection on the partner's request; null otherwise. */
  partnerRequestReason: z.enum(PARTNER_REQUEST_REASONS).nullable(),
  /** Of a rejection: for the lead, never for the partner; empty = none. */
  note: z.string().trim().max(2000),
  /** Pages of the proof that nobody looked at before it was made, for the audit log. Left out where nothing measured them. */
  unseenPages: z.int().min(0).max(1_000_000).optional(),
  /** Of a request: the reviewer was shown that this was asked and answered before, and asks again. Left out = no. */
  repeatConfirmed: z.boolean().optional(),
})
export type DecisionInput = z.infer<typeof DecisionInput>

/** A clock in the pieces that make it up: they follow each other without a gap. */
export const ClockExplanation = z.strictObject({
  clock: Clock,
  /** How many days the clock is long, of which kind. */
  length: z.int(),
  unit: z.enum(['calendar_days', 'business_days']),
  segments: z.array(ClockSegment),
  calendar: CalendarRule.pick({ id: true, version: true, zone: true }),
})
export type ClockExplanation = z.infer<typeof ClockExplanation>

/** A place of a text to the partner that must not leave as it stands. */
export const TextFinding = z.strictObject({
  kind: z.enum(['names_rival', 'repeats_internal_note', 'cites_held_criterion']),
  /** In UTF-16 units. Of a citation: all that has to go. */
  start: z.int().min(0),
  end: z.int().min(0),
  /** What stands there; of a citation its sentence. */
  quote: z.string(),
  /** Of a citation: the criterion that holds, the item (null = all of it), and the reason if the whole block goes with it. */
  criterion: z.enum(CRITERIA).nullable(),
  item: z.string().nullable(),
  reason: z.enum(DECISION_REASONS).nullable(),
})
export type TextFinding = z.infer<typeof TextFinding>

/** What was asked for before and answered, and is to be asked for once more. */
export const RepeatedAsk = z.strictObject({
  reasons: z.array(z.enum(DECISION_REASONS)),
  askedAt: Instant,
  answeredAt: Instant,
  /** What came since: names of papers, what the partner wrote, names of fields that it changed. */
  papers: z.array(z.string()),
  comments: z.array(z.strictObject({ at: Instant, text: z.string() })),
  fields: z.array(z.string()),
})
export type RepeatedAsk = z.infer<typeof RepeatedAsk>

/** A text that a reviewer may put into a comment. */
export const Snippet = z.strictObject({ snippet: z.string(), title: z.string(), text: z.string() })
export type Snippet = z.infer<typeof Snippet>

export const claims = {
  'claims.open': query(z.strictObject({ claimId: ClaimId }), ClaimDetail),
  'claims.startReview': command(z.strictObject(onClaim), CommandOutcome),
  /** Confirms or sets a criterion; `verdict` null takes the reviewer's word back. Local until the decision carries it. */
  'claims.setVerdict': command(
    z.strictObject({
      ...onClaim,
      criterion: z.enum(CRITERIA),
      item: z.string().nullable(),
      verdict: z.enum(VERDICTS).nullable(),
      reason: z.string().trim().max(2000).nullable(),
    }),
    CommandOutcome,
  ),
  /** The command's id becomes the evidence's own. Local, as verdicts are. */
  'claims.addEvidence': command(z.strictObject({ ...onClaim, evidence: OwnEvidencePlace }), CommandOutcome),
  /** One's own alone. */
  'claims.removeEvidence': command(z.strictObject({ ...onClaim, evidenceId: OperationId }), CommandOutcome),
  /** A person's word on a detail, with how it was verified; null takes it back. Local, as verdicts are. */
  'claims.setDetail': command(
    z.strictObject({
      ...onClaim,
      check: z.enum(DETAIL_CHECKS),
      verdict: DetailWord.shape.verdict.nullable(),
      note: z.string().trim().max(2000),
    }),
    CommandOutcome,
  ),
  /** Days that a person read on the papers; it changes no verdict. Local, as verdicts are. */
  'claims.readDays': command(
    z.strictObject({ ...onClaim, reading: DayReading, evidenceId: OperationId.nullable() }),
    CommandOutcome,
  ),
  'claims.forgetDays': command(z.strictObject({ ...onClaim, fact: ReadFact }), CommandOutcome),
  'claims.decide': command(DecisionInput, CommandOutcome),
  'claims.comment': command(
    z.strictObject({
      ...onClaim,
      text: z.string().trim().min(1).max(8000),
      visibility: z.enum(COMMENT_VISIBILITIES),
      /** The comment that it answers, of the same visibility; null = a new thread. */
      inReplyTo: z.string().min(1).max(64).nullable(),
    }),
    CommandOutcome,
  ),
  /** T15: several partners claim the same; the comment tells this one (S-130). */
  'claims.hold': command(
    z.strictObject({ ...onClaim, comment: z.string().trim().max(8000) }),
    CommandOutcome,
  ),
  /** T18: a lead takes a decision back while its window is open. */
  'claims.reopen': command(
    z.strictObject({ ...onClaim, reason: z.string().trim().max(2000) }),
    CommandOutcome,
  ),
  /** The claim is mine for the length of a lease, which is renewed while I work on it. Leaves at once. */
  'claims.take': command(z.strictObject(onClaim), CommandOutcome),
  /** Gives a claim back to the queue. Leaves at once. */
  'claims.release': command(z.strictObject(onClaim), CommandOutcome),
  /** Gives a claim to a named colleague; team leads also what is not theirs. Leaves at once. */
  'claims.handOver': command(
    z.strictObject({ ...onClaim, toUserId: UserId, note: z.string().trim().max(2000) }),
    CommandOutcome,
  ),
  /** Takes the free claim that is due first. Needs the hub: nobody else may be given the same. */
  'claims.takeNext': command(
    z.strictObject({ commandId: OperationId }),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('taken'), claimId: ClaimId }),
      z.strictObject({ outcome: z.literal('none') }),
      z.strictObject({ outcome: z.literal('offline') }),
      z.strictObject({ outcome: z.literal('blocked'), blocks: z.array(Block) }),
    ]),
  ),
  /** A sign of work on this claim: the window says so while the reviewer reads, writes or scrolls. Renews their lease. */
  'claims.working': command(z.strictObject({ claimId: ClaimId }), z.strictObject({})),
  /** Keeps what was begun to be said; null = it was sent or thrown away. */
  'claims.keepDraft': command(
    z.strictObject({ claimId: ClaimId, draft: DecisionDraft.nullable() }),
    z.strictObject({}),
  ),
  /** The letter to the partner as the templates have it, for the reviewer to read and change. */
  'claims.draftLetter': query(
    DecisionInput.pick({
      claimId: true,
      reasons: true,
      items: true,
      mayRemoveItems: true,
      partnerRequestReason: true,
    }).extend({ decision: z.enum([...DECISIONS, 'hold_for_arbitration']) }),
    z.strictObject({ language: z.string(), text: z.string() }),
  ),
  /** What stands in the way of a text to the partner, before it is sent; the act itself asks the same again. */
  'claims.guardText': query(
    DecisionInput.pick({ claimId: true, reasons: true, items: true, note: true }).extend({
      act: z.enum([...DECISIONS, 'hold_for_arbitration', 'comment', 'case_ask', 'case_tell']),
      text: z.string().max(8000),
    }),
    z.strictObject({ findings: z.array(TextFinding), repeated: RepeatedAsk.nullable() }),
  ),
  /** Texts for comments, in the partner's language. */
  'claims.snippets': query(
    z.strictObject({ claimId: ClaimId }),
    z.strictObject({ language: z.string(), snippets: z.array(Snippet) }),
  ),
  /** Null = this claim has no such clock, or the calendar has not come from the hub yet. */
  'claims.explainClock': query(
    z.strictObject({ claimId: ClaimId, timer: z.enum(TIMERS) }),
    z.strictObject({ explanation: ClockExplanation.nullable() }),
  ),
}

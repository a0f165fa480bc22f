/**
 * The closed word lists of the field. Plain values: the pure domain may use them at run time.
 * Sources: domain.md sections 1 to 4; flag and signature kinds follow the labelling rules.
 */

/**
 * The public status of a claim (S-24 to S-30). `editing` is the partner's draft and never reviewable. `unknown`: the feed said a
 * word that this version does not know; the claim is shown read-only, with the word as it came.
 */
export const CLAIM_STATES = [
  'editing',
  'submitted',
  'under_review',
  'partner_action_required',
  'approved',
  'rejected',
  'unknown',
] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

/** What the public status hides: who waits for whom inside it. */
export const CLAIM_SUB_STATES = [
  'queued',
  'assigned',
  'in_review',
  'awaiting_arbitration',
  'resubmitted',
  'dispute_review',
  'open',
  'commented_not_resubmitted',
  'overdue',
  'consent_open',
  'consent_closed',
  'sent_for_incentive_assessment',
  'disputable',
  'dispute_window_closed',
  'final',
] as const
export type ClaimSubState = (typeof CLAIM_SUB_STATES)[number]

/** The programmes of CPOR (S-05). `UNKNOWN`: the feed named another one; the claim is read-only. */
export const PROGRAMS = ['OSA_SELL', 'OSU_M365', 'OSU_BIZAPPS', 'REVENUE_ASSOCIATION', 'UNKNOWN'] as const
export type Program = (typeof PROGRAMS)[number]

/** S-02, S-71. `UNKNOWN` as in `PROGRAMS`. */
export const SOLUTION_AREAS = ['MICROSOFT_365', 'BUSINESS_APPLICATIONS', 'UNKNOWN'] as const
export type SolutionArea = (typeof SOLUTION_AREAS)[number]

export const ACTIVITIES = ['PRESALES', 'USAGE', 'REVENUE_ASSOCIATION'] as const
export type Activity = (typeof ACTIVITIES)[number]

export const PURCHASE_CHANNELS = ['VOLUME_LICENSING', 'WEB_DIRECT', 'CSP'] as const
export type PurchaseChannel = (typeof PURCHASE_CHANNELS)[number]

/** In the order in which a reviewer reads them; lists and chips keep it. Criteria A, B, C, E, D of domain.md section 3. */
export const CRITERIA = [
  'usablePoe',
  'customerAcknowledgment',
  'dates',
  'products',
  'serviceDescription',
] as const
export type Criterion = (typeof CRITERIA)[number]

export const VERDICTS = ['met', 'not_met', 'cannot_tell', 'not_applicable'] as const
export type Verdict = (typeof VERDICTS)[number]

export const CLAIM_CHECKS = [
  'psd',
  'matrix',
  'contacts',
  'subscription',
  'domain_tenant',
  'exclusivity',
] as const
export type ClaimCheckName = (typeof CLAIM_CHECKS)[number]

/** The details of an association (S-126). That others claim the same is what a case settles: it is no detail of one of them. */
export const DETAIL_CHECKS = [
  'psd',
  'matrix',
  'contacts',
  'subscription',
  'domain_tenant',
] as const satisfies readonly ClaimCheckName[]
export type DetailCheck = (typeof DETAIL_CHECKS)[number]

/** What a person may read off the papers by hand. */
export const READ_FACTS = ['acknowledged', 'statement', 'engagement'] as const

export const SIGNATURE_KINDS = [
  'cryptographic',
  'esign_stamp',
  'drawn',
  'image',
  'seal',
  'typed',
  'initials',
  'email',
  'none',
] as const
export type SignatureKind = (typeof SIGNATURE_KINDS)[number]

export const PARTIES = ['customer', 'partner', 'other', 'unknown'] as const
export type Party = (typeof PARTIES)[number]

export const DOCUMENT_STATUSES = ['read', 'partly', 'could_not_check'] as const
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number]

/** How a piece of evidence was read off the document. */
export const EVIDENCE_METHODS = [
  'text',
  'annotation',
  'field',
  'ocr',
  'vector',
  'image',
  'cms',
  'mail_header',
  'docx',
] as const
export type EvidenceMethod = (typeof EVIDENCE_METHODS)[number]

export const FLAG_SEVERITIES = ['high', 'medium', 'low'] as const
export type FlagSeverity = (typeof FLAG_SEVERITIES)[number]

/** What evidence is known again by: the look of a page, the picture of a signature, the words. */
export const PRINT_KINDS = ['page', 'signature', 'text'] as const
export type PrintKind = (typeof PRINT_KINDS)[number]
/** How evidence of two claims is the same. */
export const REUSE_KINDS = ['bytes', ...PRINT_KINDS] as const
export type ReuseKind = (typeof REUSE_KINDS)[number]

export const ROLES = ['reviewer', 'arbitration_lead', 'team_lead', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** The three decisions on one claim. Holding for arbitration concerns several claims and is an act of its own. */
export const DECISIONS = ['approve', 'request_info', 'reject'] as const
export type DecisionKind = (typeof DECISIONS)[number]

/** What a workstation may ask the hub to do. Each is one operation with its own id. */
export const OPERATION_KINDS = [
  'start_review',
  ...DECISIONS,
  'hold_for_arbitration',
  'reopen',
  'comment',
  'take',
  'release',
  'hand_over',
  'case_ask',
  'case_tell',
  'escalate',
  'settle_escalation',
  'nudge',
] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

/** What is done to a case as a whole: to all of its claims at once, or to none. */
export const CASE_OPERATION_KINDS = ['case_decide', 'case_vote'] as const
export type CaseOperationKind = (typeof CASE_OPERATION_KINDS)[number]

/** What is said about a decision that was made: none moves its claim, and the partner reads none of it. */
export const QUALITY_OPERATION_KINDS = ['second_review', 'coaching_note', 'dismiss_twins'] as const
export type QualityOperationKind = (typeof QUALITY_OPERATION_KINDS)[number]

/** Everything that a workstation sends to the hub. */
export const SENT_KINDS = [...OPERATION_KINDS, ...CASE_OPERATION_KINDS, ...QUALITY_OPERATION_KINDS] as const
export type SentKind = (typeof SENT_KINDS)[number]

/** Need-info reasons, one for each criterion (S-31 to S-35). */
export const NEED_INFO_REASONS = [
  'POE_MISSING_ALL',
  'POE_MISSING_CUSTOMER_ACK',
  'POE_MISSING_OR_OLD_DATES',
  'POE_MISSING_PRODUCTS',
  'POE_MISSING_PARTNER_SERVICE',
] as const
export type NeedInfoReason = (typeof NEED_INFO_REASONS)[number]

/** A rejection carries exactly one of these (S-41) and any number of details. */
export const PRIMARY_REJECT_REASONS = [
  'REJ_PARTNER_REQUEST',
  'REJ_CUSTOMER_DECLINE',
  'REJ_INSUFFICIENT_POE',
] as const
export type PrimaryRejectReason = (typeof PRIMARY_REJECT_REASONS)[number]

/** S-48 to S-51 and the reasons without a public label. */
export const REJECT_DETAILS = [
  'REJ_MISSING_CONSENT_ON_POE',
  'REJ_MISSING_PRODUCTS',
  'REJ_NO_PARTNER_RESPONSE',
  'REJ_POE_UNAVAILABLE',
  'REJ_COMPETING_CLAIM',
  'REJ_DETAILS_MISMATCH',
  'REJ_SUBSCRIPTION_INELIGIBLE',
  'REJ_OUT_OF_PROGRAM',
] as const
export type RejectDetail = (typeof REJECT_DETAILS)[number]

export const DECISION_REASONS = [...NEED_INFO_REASONS, ...PRIMARY_REJECT_REASONS, ...REJECT_DETAILS] as const
export type DecisionReason = (typeof DECISION_REASONS)[number]

/** What another claim of the same customer is to a claim; the closest first. */
export const KINSHIPS = ['replaced', 'replacing', 'competing', 'same_partner', 'other_partner'] as const
export type Kinship = (typeof KINSHIPS)[number]

/** Clocks that run on a claim (domain.md section 2.4). */
export const TIMERS = [
  'pickup',
  'review',
  'decision_target',
  'partner_response',
  'consent',
  'dispute_window',
  'dispute_review',
  'arbitration_first_review',
  'arbitration',
] as const
export type Timer = (typeof TIMERS)[number]

/** What a stretch of a clock's time was. Only `running` counts against it. */
export const CLOCK_SEGMENT_KINDS = ['running', 'waiting_for_partner', 'weekend', 'holiday'] as const
export type ClockSegmentKind = (typeof CLOCK_SEGMENT_KINDS)[number]

/** Before now and the due instant, still to come, past the due instant. */
export const CLOCK_PHASES = ['elapsed', 'ahead', 'overdue'] as const
export type ClockPhase = (typeof CLOCK_PHASES)[number]

export const COMMENT_SIDES = ['partner', 'reviewer', 'system'] as const
export type CommentSide = (typeof COMMENT_SIDES)[number]

export const COMMENT_VISIBILITIES = ['partner_visible', 'internal'] as const
export type CommentVisibility = (typeof COMMENT_VISIBILITIES)[number]

/** Who did something in a claim's life. */
export const HISTORY_SIDES = ['partner', 'reviewer', 'customer', 'system'] as const
export type HistorySide = (typeof HISTORY_SIDES)[number]

export const HISTORY_KINDS = [
  'created',
  'submitted',
  'edited',
  'resubmitted',
  'review_started',
  'information_requested',
  'rejection_proposed',
  'rejection_asked',
  'approved',
  'rejected',
  'reopened',
  'disputed',
  'dispute_window_closed',
  'commented',
  'document_added',
  'customer_notified',
  'customer_accepted',
  'customer_declined',
  'consent_closed',
  'sent_for_incentive_assessment',
  'held_for_arbitration',
  'arbitration_ended',
  'party_asked',
  'party_told',
  'disassociated',
  'cancelled',
  'taken',
  'released',
  'handed_over',
  'lease_ended',
  'clocks_moved',
  'escalated',
  'escalation_settled',
  'nudged',
] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

/** Why a command is refused before it becomes an operation. A refusal is an answer, not an error. */
export const BLOCK_REASONS = [
  'role_may_not',
  'not_in_this_state',
  'review_not_started',
  'poe_missing',
  'criterion_open',
  'open_arbitration',
  'reason_missing',
  'primary_reason_missing',
  'comment_missing',
  'verdict_reason_missing',
  'operation_pending',
  'unknown_content',
  'offline_too_long',
  'second_look',
  'field_not_editable',
  'form_incomplete',
  'items_missing',
  'item_not_claimed',
  'partner_has_not_asked',
  'partner_request_reason_missing',
  'reason_not_yours',
  'response_not_overdue',
  'direct_rejection_note_missing',
  'four_eyes',
  'window_closed',
  'window_open',
  'dispute_empty',
  'dispute_limit',
  'not_disputable',
  'not_under_this_policy',
  'thread_visibility',
  'comment_unknown',
  'held_by_other',
  'not_held_by_you',
  'nobody_to_hand_to',
  'conflict_of_interest',
  'names_rival',
  'repeats_internal_note',
  'cites_held_criterion',
  'repeat_unconfirmed',
  'case_closed',
  'ask_missing',
  'already_asked',
  'item_lost',
  'nothing_to_arbitrate',
  'escalated_already',
  'not_escalated',
  'held_by_nobody',
  'nudged_today',
] as const
export type BlockReason = (typeof BLOCK_REASONS)[number]

/** Why the hub could not apply an operation (trust.md Y6). */
export const CONFLICT_REASONS = [
  'decided_elsewhere',
  'withdrawn',
  'document_replaced',
  'reassigned',
  'role_lost',
  'clock_expired',
  'four_eyes_self',
  'claim_deleted',
  'schema_too_old',
  'claim_changed',
  'not_allowed',
  'conflict_of_interest',
  'case_moved_on',
] as const
export type ConflictReason = (typeof CONFLICT_REASONS)[number]

/** What a person may do with a conflict. Nothing is dropped but by `let_go`, and that is kept too. */
export const CONFLICT_CHOICES = ['let_go', 'send_again', 'redo', 'take_and_redo', 'hand_over'] as const
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number]

/** Places of an operation on its way to the hub. `held` still can be undone. */
export const OUTBOX_STATES = ['held', 'waiting', 'sending', 'applied', 'conflict'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/** What ends a snooze before its day: a document that was not there, or a word of the partner. */
export const WAKE_REASONS = ['new_document', 'answer'] as const
export type WakeReason = (typeof WAKE_REASONS)[number]

/** Acts that may be done to many claims at once: those that need no words of their own for each. */
export const BULK_ACTS = ['take', 'release', 'approve'] as const
export type BulkAct = (typeof BULK_ACTS)[number]

/** What is done about who works on a claim and who looks at it, on one or on many. */
export const TEAM_ACTS = ['hand_over', 'escalate', 'settle_escalation', 'nudge'] as const
export type TeamAct = (typeof TEAM_ACTS)[number]

/** Classes of claims that stand before another one in the queue; each of them stands in one alone. */
export const RANK_PARTS = ['overdue', 'next_day', 'next_week', 'later', 'paused', 'same_instant'] as const
export type RankPartName = (typeof RANK_PARTS)[number]

/**
 * What a newer version of a paper is to the older one. `same_look`: its pages look alike, which says nothing of single words. Only where
 * every word is the same does one of the other three say so.
 */
export const VERSION_LIKENESSES = [
  'same_file',
  'same_words',
  'same_words_scanned',
  'same_look',
  'changed',
] as const
export type VersionLikeness = (typeof VERSION_LIKENESSES)[number]

/** `moved`: the same words stand elsewhere. */
export const CHANGE_KINDS = ['added', 'removed', 'changed', 'moved'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

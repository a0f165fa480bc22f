import { WORKED_ON } from '../assignment/lease.ts'
import type { ClaimAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type {
  ClaimState,
  ClaimSubState,
  HistoryKind,
  HistorySide,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { TransitionId } from './transitionIds.ts'

export type { TransitionId } from './transitionIds.ts'

/** One row of the transition table. Hub, workstation and tests read this one and no other. */
export interface Transition {
  readonly id: TransitionId
  readonly act: ClaimAct
  readonly side: HistorySide
  /** Empty = the claim does not exist yet. */
  readonly from: readonly ClaimState[]
  /** Only from these sub-states; null = from any. */
  readonly within: readonly ClaimSubState[] | null
  /** `same` = the status stays; `gone` = the claim ceases to exist. */
  readonly to: ClaimState | 'same' | 'gone'
  /** Null = it stays, or hangs on the profile or on what is open (see `subStateAfter`). */
  readonly subState: ClaimSubState | null
  readonly history: HistoryKind
}

type Row = Omit<Transition, 'within' | 'subState'> & Partial<Pick<Transition, 'within' | 'subState'>>
const row = (one: Row): Transition => ({ within: null, subState: null, ...one })

const REVIEWED: readonly ClaimSubState[] = ['in_review', 'resubmitted', 'awaiting_arbitration']
const UNDECIDED: readonly ClaimState[] = ['submitted', 'under_review', 'partner_action_required']
const PUBLIC: readonly ClaimState[] = [...UNDECIDED, 'approved', 'rejected']

const PARTNER: readonly Transition[] = [
  row({ id: 'T1', act: 'create', side: 'partner', from: [], to: 'editing', history: 'created' }),
  row({
    id: 'T2',
    act: 'submit',
    side: 'partner',
    from: ['editing'],
    to: 'submitted',
    subState: 'queued',
    history: 'submitted',
  }),
  row({
    id: 'T5',
    act: 'resubmit',
    side: 'partner',
    from: ['partner_action_required'],
    to: 'under_review',
    history: 'resubmitted',
  }),
  row({
    id: 'T9a',
    act: 'ask_rejection',
    side: 'partner',
    from: UNDECIDED,
    to: 'same',
    history: 'rejection_asked',
  }),
  row({
    id: 'T12',
    act: 'dispute',
    side: 'partner',
    from: ['rejected'],
    within: ['disputable'],
    to: 'under_review',
    subState: 'dispute_review',
    history: 'disputed',
  }),
  row({
    id: 'T14',
    act: 'edit',
    side: 'partner',
    from: ['editing', 'submitted', 'partner_action_required'],
    to: 'same',
    history: 'edited',
  }),
  row({
    id: 'T14',
    act: 'add_document',
    side: 'partner',
    from: ['editing', 'submitted', 'partner_action_required', 'approved'],
    to: 'same',
    history: 'document_added',
  }),
  row({
    id: 'T14',
    act: 'partner_comment',
    side: 'partner',
    from: ['editing', ...PUBLIC],
    to: 'same',
    history: 'commented',
  }),
  row({
    id: 'T16',
    act: 'disassociate',
    side: 'partner',
    from: ['approved'],
    to: 'rejected',
    subState: 'final',
    history: 'disassociated',
  }),
  row({ id: 'T17', act: 'cancel', side: 'partner', from: ['editing'], to: 'gone', history: 'cancelled' }),
]

/** A claim that somebody may be working on. */
const REVIEWER: readonly Transition[] = [
  row({ id: 'T3a', act: 'take', side: 'reviewer', from: WORKED_ON, to: 'same', history: 'taken' }),
  row({ id: 'T3b', act: 'release', side: 'reviewer', from: WORKED_ON, to: 'same', history: 'released' }),
  row({ id: 'T3c', act: 'hand_over', side: 'reviewer', from: WORKED_ON, to: 'same', history: 'handed_over' }),
  row({
    id: 'T3',
    act: 'start_review',
    side: 'reviewer',
    from: ['submitted'],
    to: 'under_review',
    history: 'review_started',
  }),
  row({
    id: 'T3',
    act: 'start_review',
    side: 'reviewer',
    from: ['under_review'],
    within: ['resubmitted'],
    to: 'under_review',
    subState: 'in_review',
    history: 'review_started',
  }),
  row({
    id: 'T4',
    act: 'request_info',
    side: 'reviewer',
    from: ['under_review'],
    within: REVIEWED,
    to: 'partner_action_required',
    subState: 'open',
    history: 'information_requested',
  }),
  row({
    id: 'T7',
    act: 'approve',
    side: 'reviewer',
    from: ['under_review'],
    within: REVIEWED,
    to: 'approved',
    subState: 'consent_open',
    history: 'approved',
  }),
  row({
    id: 'T8',
    act: 'reject',
    side: 'reviewer',
    from: ['under_review'],
    within: REVIEWED,
    to: 'rejected',
    history: 'rejected',
  }),
  // From the queue a rejection only carries out what the partner asked for.
  row({
    id: 'T9',
    act: 'reject',
    side: 'reviewer',
    from: ['submitted'],
    to: 'rejected',
    history: 'rejected',
  }),
  row({
    id: 'T6',
    act: 'reject',
    side: 'reviewer',
    from: ['partner_action_required'],
    to: 'rejected',
    history: 'rejected',
  }),
  row({
    id: 'T13',
    act: 'approve',
    side: 'reviewer',
    from: ['under_review'],
    within: ['dispute_review'],
    to: 'approved',
    subState: 'consent_open',
    history: 'approved',
  }),
  row({
    id: 'T13',
    act: 'reject',
    side: 'reviewer',
    from: ['under_review'],
    within: ['dispute_review'],
    to: 'rejected',
    history: 'rejected',
  }),
  row({
    id: 'T13',
    act: 'request_info',
    side: 'reviewer',
    from: ['under_review'],
    within: ['dispute_review'],
    to: 'partner_action_required',
    subState: 'open',
    history: 'information_requested',
  }),
  row({
    id: 'T15',
    act: 'hold_for_arbitration',
    side: 'reviewer',
    from: ['under_review'],
    within: ['in_review', 'resubmitted', 'dispute_review'],
    to: 'same',
    subState: 'awaiting_arbitration',
    history: 'held_for_arbitration',
  }),
  row({
    id: 'T18',
    act: 'reopen',
    side: 'reviewer',
    from: ['approved'],
    within: ['consent_open'],
    to: 'under_review',
    subState: 'in_review',
    history: 'reopened',
  }),
  row({
    id: 'T18',
    act: 'reopen',
    side: 'reviewer',
    from: ['rejected'],
    within: ['disputable'],
    to: 'under_review',
    subState: 'in_review',
    history: 'reopened',
  }),
  // Rejected only where nothing is left of the association (domain.md section 4.5).
  row({
    id: 'T19',
    act: 'end_association',
    side: 'reviewer',
    from: ['approved'],
    to: 'same',
    history: 'disassociated',
  }),
  // A party that may add to its claim only on request gets it back for that; one that holds its association keeps it (section 4.4).
  row({
    id: 'T15b',
    act: 'case_ask',
    side: 'reviewer',
    from: ['under_review'],
    within: [...REVIEWED, 'dispute_review'],
    to: 'partner_action_required',
    subState: 'open',
    history: 'party_asked',
  }),
  row({
    id: 'T15b',
    act: 'case_ask',
    side: 'reviewer',
    from: ['partner_action_required', 'approved'],
    to: 'same',
    history: 'party_asked',
  }),
  row({
    id: 'T15c',
    act: 'case_tell',
    side: 'reviewer',
    from: [...UNDECIDED, 'approved'],
    to: 'same',
    history: 'party_told',
  }),
  row({ id: 'T20', act: 'escalate', side: 'reviewer', from: UNDECIDED, to: 'same', history: 'escalated' }),
  row({
    id: 'T20a',
    act: 'settle_escalation',
    side: 'reviewer',
    from: PUBLIC,
    to: 'same',
    history: 'escalation_settled',
  }),
  row({ id: 'T20b', act: 'nudge', side: 'reviewer', from: WORKED_ON, to: 'same', history: 'nudged' }),
  row({ id: 'T14', act: 'comment', side: 'reviewer', from: PUBLIC, to: 'same', history: 'commented' }),
]

const CUSTOMER: readonly Transition[] = [
  row({
    id: 'T10',
    act: 'decline',
    side: 'customer',
    from: [...UNDECIDED, 'approved'],
    to: 'rejected',
    subState: 'final',
    history: 'customer_declined',
  }),
  row({
    id: 'T10a',
    act: 'accept',
    side: 'customer',
    from: [...UNDECIDED, 'approved'],
    to: 'same',
    history: 'customer_accepted',
  }),
]

/** What clocks bring about, and what acts on other claims do. */
const BY_ITSELF: readonly Transition[] = [
  row({
    id: 'T15a',
    act: 'arbitration_over',
    side: 'system',
    // A profile may send an answer back to the pickup: it waits for the decision there as well.
    from: ['submitted', 'under_review', 'partner_action_required'],
    within: ['queued', 'assigned', 'awaiting_arbitration', 'open', 'commented_not_resubmitted', 'overdue'],
    to: 'same',
    history: 'arbitration_ended',
  }),
  row({ id: 'T3d', act: 'lease_over', side: 'system', from: WORKED_ON, to: 'same', history: 'lease_ended' }),
  row({
    id: 'T6a',
    act: 'response_overdue',
    side: 'system',
    from: ['partner_action_required'],
    within: ['open', 'commented_not_resubmitted'],
    to: 'same',
    subState: 'overdue',
    history: 'rejection_proposed',
  }),
  row({
    id: 'T11',
    act: 'consent_over',
    side: 'system',
    from: ['approved'],
    within: ['consent_open'],
    to: 'same',
    subState: 'consent_closed',
    history: 'consent_closed',
  }),
  row({
    id: 'T11a',
    act: 'hand_off',
    side: 'system',
    from: ['approved'],
    within: ['consent_closed'],
    to: 'same',
    subState: 'sent_for_incentive_assessment',
    history: 'sent_for_incentive_assessment',
  }),
  row({
    id: 'T12a',
    act: 'dispute_window_over',
    side: 'system',
    from: ['rejected'],
    within: ['disputable'],
    to: 'same',
    subState: 'dispute_window_closed',
    history: 'dispute_window_closed',
  }),
]

export const TRANSITIONS: readonly Transition[] = [...PARTNER, ...REVIEWER, ...CUSTOMER, ...BY_ITSELF]

export interface Status {
  readonly state: ClaimState
  readonly subState: ClaimSubState | null
}

/** Null when the table has no such move from here. `status` null = the claim does not exist yet. */
export function transitionFor(status: Status | null, act: ClaimAct): Transition | null {
  return TRANSITIONS.find((one) => one.act === act && fits(one, status)) ?? null
}

function fits({ from, within }: Transition, status: Status | null): boolean {
  if (status === null) return from.length === 0
  if (!from.includes(status.state)) return false
  return within === null || (status.subState !== null && within.includes(status.subState))
}

import type {
  ClaimState,
  ClaimSubState,
  HistoryKind,
  OperationKind,
} from '../../../src-preload/contract/vocabulary/words.ts'

/** One row of the transition table of domain.md section 2.2, as far as a reviewer drives it. */
export interface Transition {
  readonly id: 'T3' | 'T4' | 'T7' | 'T8'
  readonly kind: Exclude<OperationKind, 'comment'>
  readonly from: ClaimState
  readonly to: ClaimState
  readonly subState: ClaimSubState
  readonly history: HistoryKind
}

export const TRANSITIONS: readonly Transition[] = [
  {
    id: 'T3',
    kind: 'start_review',
    from: 'submitted',
    to: 'under_review',
    subState: 'in_review',
    history: 'review_started',
  },
  {
    id: 'T4',
    kind: 'request_info',
    from: 'under_review',
    to: 'partner_action_required',
    subState: 'open',
    history: 'information_requested',
  },
  {
    id: 'T7',
    kind: 'approve',
    from: 'under_review',
    to: 'approved',
    subState: 'consent_open',
    history: 'approved',
  },
  {
    id: 'T8',
    kind: 'reject',
    from: 'under_review',
    to: 'rejected',
    subState: 'disputable',
    history: 'rejected',
  },
]

/** Null when the table has no such move. A comment never moves a claim. */
export function transitionFor(state: ClaimState, kind: OperationKind): Transition | null {
  return TRANSITIONS.find((row) => row.from === state && row.kind === kind) ?? null
}

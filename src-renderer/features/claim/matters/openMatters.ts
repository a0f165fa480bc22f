import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'

/** What stands between the parties, in the order in which a reviewer has to know it. */
export const MATTERS = [
  'partner_request',
  'info_request',
  'dispute',
  'arbitration',
  'rejection',
  'approval',
  'consent',
] as const
export type Matter = (typeof MATTERS)[number]

type Claim = Pick<ClaimRecord, 'state' | 'subState' | 'matters' | 'competingClaims'>

/** The matters that still count for the claim as it stands; what is over is in the history. */
export function openMatters(claim: Claim): readonly Matter[] {
  return MATTERS.filter((matter) => counts(matter, claim))
}

function counts(matter: Matter, { state, matters, competingClaims }: Claim): boolean {
  const isUndecided = state === 'submitted' || state === 'under_review' || state === 'partner_action_required'
  switch (matter) {
    case 'partner_request':
      return isUndecided && matters.partnerRequest !== null
    case 'info_request':
      // A request that was never answered is why a claim was rejected.
      return matters.infoRequest !== null && (isUndecided || matters.infoRequest.answeredAt === null)
    case 'dispute':
      return matters.dispute !== null && (isUndecided || state === 'rejected')
    case 'arbitration':
      return isUndecided && (matters.heldSince !== null || competingClaims > 0)
    case 'rejection':
      return state === 'rejected'
    case 'approval':
      return state === 'approved'
    case 'consent':
      return (
        matters.consent !== null &&
        (matters.consent.noticedAt !== null || matters.consent.decision !== 'none')
      )
  }
}

/**
 * Where the customer's consent stands (C-1 to C-3): `told` before an approval, `pending` while the window is open, `silent` once
 * it closed without a word, and the three times at which a customer can have declined.
 */
export const CONSENT_STAGES = [
  'told',
  'pending',
  'silent',
  'accepted',
  'declined_before',
  'declined_in',
  'declined_after',
] as const
export type ConsentStage = (typeof CONSENT_STAGES)[number]

/** Null = the customer has not been told and has said nothing. */
export function consentStage({
  state,
  subState,
  matters,
  history,
}: Pick<ClaimRecord, 'state' | 'subState' | 'matters' | 'history'>): ConsentStage | null {
  const { consent } = matters
  if (consent === null) return null
  if (consent.decision === 'accepted') return 'accepted'
  if (consent.decision === 'declined') {
    if (consent.inWindow === true) return 'declined_in'
    const wasApproved = history.some(
      ({ kind, at }) => kind === 'approved' && (consent.decidedAt === null || at <= consent.decidedAt),
    )
    return wasApproved ? 'declined_after' : 'declined_before'
  }
  if (state === 'approved') return subState === 'consent_open' ? 'pending' : 'silent'
  return consent.noticedAt === null ? null : 'told'
}

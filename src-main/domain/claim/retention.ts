import type { ClaimState } from '../../../src-preload/contract/vocabulary/words.ts'

/**
 * How long a decided claim stays on a workstation where its profile says nothing. Ninety days is as far back as anything here reads
 * decided claims (checks tried on the past, the precision of checks), and a month more for what is disputed late. The hub keeps all.
 */
export const CLOSED_CLAIM_DAYS = 120

/** How long claims stay with somebody whom the hub gives none any more: a week, so that a role taken away by mistake costs no work. */
export const SHUT_OUT_DAYS = 7

const DAY_MS = 86_400_000

/** From when on a claim is not to lie on a workstation any more, in epoch milliseconds; null = it is open. */
export function leavesAt(
  claim: { readonly state: ClaimState; readonly stateChangedAtMs: number },
  days: number,
): number | null {
  const isClosed = claim.state === 'approved' || claim.state === 'rejected'
  return isClosed ? claim.stateChangedAtMs + days * DAY_MS : null
}

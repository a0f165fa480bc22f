import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { HistoryKind } from '../../../src-preload/contract/vocabulary/words.ts'

/** A wait for the partner: from the request until the resubmission arrived at the hub. */
export interface PartnerWait {
  readonly from: number
  /** Null while the request is open. */
  readonly to: number | null
}

/** When the things happened that clocks count from; epoch milliseconds, null = not yet. */
export interface ClaimTimeline {
  readonly firstSubmittedAt: number
  readonly lastSubmittedAt: number
  /** The last begin of a review, by a reviewer or by reopening (T3, T18). */
  readonly reviewStartedAt: number | null
  readonly approvedAt: number | null
  readonly rejectedAt: number | null
  readonly disputedAt: number | null
  /** The claim was decided once: the clock of the whole decision has done its work. */
  readonly wasDecided: boolean
  readonly partnerWaits: readonly PartnerWait[]
}

/** What a timeline needs to know of an entry. */
type Event = Pick<HistoryEntry, 'kind' | 'at'> & Partial<Pick<HistoryEntry, 'toState'>>

/** Reads a timeline off the history. Entries may come in any order; a comment alone ends no wait. */
export function timelineOf(submittedAt: string, history: readonly Event[]): ClaimTimeline {
  const entries = [...history].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const lastAt = (...kinds: HistoryKind[]): number | null => {
    const entry = entries.findLast(({ kind }) => kinds.includes(kind))
    return entry === undefined ? null : Date.parse(entry.at)
  }
  const firstSubmittedAt = Date.parse(submittedAt)
  return {
    firstSubmittedAt,
    lastSubmittedAt: lastAt('submitted', 'resubmitted') ?? firstSubmittedAt,
    reviewStartedAt: firstReviewAfterDecision(entries),
    approvedAt: lastAt('approved'),
    rejectedAt: lastAt('rejected', 'customer_declined', 'disassociated'),
    disputedAt: lastAt('disputed'),
    wasDecided: entries.some(({ kind }) => DECIDED.includes(kind)),
    partnerWaits: partnerWaitsOf(entries),
  }
}

/** Entries by which a claim was decided, by whomever. */
export const DECIDED: readonly HistoryKind[] = ['approved', 'rejected', 'customer_declined', 'disassociated']
const BEGINS: readonly HistoryKind[] = ['review_started', 'reopened']

/** A review that is taken up again after an answer goes on; only a decision ends it, and a reopening begins another. */
function firstReviewAfterDecision(entries: readonly Event[]): number | null {
  const decided = entries.findLastIndex(({ kind }) => DECIDED.includes(kind))
  const begun =
    entries.slice(decided + 1).find(({ kind }) => BEGINS.includes(kind)) ??
    entries.findLast(({ kind }) => BEGINS.includes(kind))
  return begun === undefined ? null : Date.parse(begun.at)
}

function partnerWaitsOf(entries: readonly Event[]): PartnerWait[] {
  const waits: PartnerWait[] = []
  let from: number | null = null
  for (const { kind, at, toState } of entries) {
    // What a party of a case is asked while it holds its association stops no clock of its claim.
    const isAsked = kind === 'party_asked' && toState === 'partner_action_required'
    if (isAsked || kind === 'information_requested') from ??= Date.parse(at)
    if (from !== null && (kind === 'resubmitted' || DECIDED.includes(kind))) {
      waits.push({ from, to: Date.parse(at) })
      from = null
    }
  }
  return from === null ? waits : [...waits, { from, to: null }]
}

import type { PartnerRequestReason } from '../../../src-preload/contract/vocabulary/actWords.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { CaseAsk } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { Activity, DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'
import type { LetterLanguage } from './languages.ts'
import type { Shortfall } from './shortfalls.ts'

/**
 * All that a letter may know. Notes, comments, other claims and other partners are not among it, so no letter can give them away.
 * Instants are epoch milliseconds, days are ISO days.
 */
export type LetterFacts =
  | ApprovalFacts
  | RequestFacts
  | ReminderFacts
  | RejectionFacts
  | HoldFacts
  | CaseAskFacts
  | EndFacts

export interface LetterItem {
  readonly id: string
  readonly name: string
}

/** The claim as its partner stated it. */
export interface LetterClaim {
  readonly claimId: string
  readonly claimName: string
  readonly customer: string
  readonly partner: string
  readonly tenantId: string
  readonly activities: readonly Activity[]
  readonly items: readonly LetterItem[]
  /** The day of the first submission, from which the age of an acknowledgment counts (S-33). */
  readonly submittedOn: string
}

interface OfEveryLetter {
  readonly claim: LetterClaim
  readonly language: LetterLanguage
  /** IANA zone of the team's calendar: due days end there, and the letter names it. */
  readonly zone: string
}

export interface ConsentFacts {
  /** The end of the customer's window; null = it is over. */
  readonly until: number | null
  /** The customer may decline after the window as well. */
  readonly mayDeclineLater: boolean
}

export interface ApprovalFacts extends OfEveryLetter {
  readonly decision: 'approve'
  readonly consent: ConsentFacts
  /** Which data the partner gets to see (C-17). */
  readonly dataAccess: PolicyProfile['dataAccess']
}

/** Why the claim falls short, in both kinds of letter that say so. */
interface ReasonFacts {
  readonly reasons: readonly DecisionReason[]
  /** Ids of the items that it is about; empty = all of the claim. */
  readonly items: readonly string[]
  readonly shortfalls: readonly Shortfall[]
  /** How old an acknowledgment may be at the submission. */
  readonly maxAgeMonths: number
}

export interface RequestFacts extends OfEveryLetter, ReasonFacts {
  readonly decision: 'request_info'
  /** The partner may take the items off the claim instead of proving them (S-53). */
  readonly mayRemoveItems: boolean
  /** When the answer is due (S-18). */
  readonly dueAt: number
}

/** The partner wrote and did not resubmit: what was asked is said once more. */
export interface ReminderFacts extends OfEveryLetter, ReasonFacts {
  readonly decision: 'ask_remaining'
  readonly mayRemoveItems: boolean
  /** The day of the partner's comment; null = there is none. */
  readonly commentedOn: string | null
  /** Of the request that is still open. */
  readonly dueAt: number
}

/** The request that ran out (S-50). */
export interface UnansweredFacts {
  readonly askedOn: string
  /** Null = not known any more. */
  readonly dueAt: number | null
  /** The partner wrote without resubmitting. */
  readonly hasCommented: boolean
}

export interface DisputeFacts {
  /** How often a claim may be disputed; null = as often as the window is open. */
  readonly max: number | null
  /** How often this one still may; null as above. */
  readonly remaining: number | null
  /** No window opens: the last dispute was used (C-18). */
  readonly isFinal: boolean
  readonly window: PolicyProfile['clocks']['disputeWindow']
  /** The end of the window; null = none opens. */
  readonly until: number | null
  /** Within how many business days a dispute is answered (S-40). */
  readonly reviewBusinessDays: number
  /** A rejection that the partner asked for may be disputed too. */
  readonly afterPartnerRequest: boolean
}

export interface RejectionFacts extends OfEveryLetter, ReasonFacts {
  readonly decision: 'reject'
  /** Why the partner asked for it (S-43); null = it did not say, or did not ask. */
  readonly partnerRequest: PartnerRequestReason | null
  /** Null = no request ran out. */
  readonly unanswered: UnansweredFacts | null
  readonly dispute: DisputeFacts
}

export interface HoldFacts extends OfEveryLetter {
  readonly decision: 'hold_for_arbitration'
  /** The one whose claim is new, or the one who is associated already. */
  readonly party: 'challenger' | 'incumbent'
  /** Ids of the contested items; empty = all of the claim. */
  readonly items: readonly string[]
  /** When the party's papers are due; null = it is told and not asked. */
  readonly dueAt: number | null
  /** Within how many business days the first review is done all the same (S-129). */
  readonly firstReviewBusinessDays: number
  /** The incumbent may end its association itself (T16). */
  readonly mayDisassociate: boolean
}

/** An arbitration ends the association, or a part of it. */
export interface EndFacts extends OfEveryLetter {
  readonly decision: 'end_association'
  /** Ids of the items whose association ends. */
  readonly items: readonly string[]
  /** Nothing is left of the association: the claim is rejected, and that may be disputed. */
  readonly isAll: boolean
  readonly dispute: DisputeFacts
}

/** What a lead asks of one party of an arbitration (S-128). Nothing of the other parties is in it, so no letter can name them. */
export interface CaseAskFacts extends OfEveryLetter {
  readonly decision: 'case_ask'
  readonly party: HoldFacts['party']
  /** Ids of the contested items; empty = all of the claim. */
  readonly items: readonly string[]
  readonly asks: readonly CaseAsk[]
  /** An approved claim stays so: its partner answers by papers and comments, and has nothing to resubmit. */
  readonly isApproved: boolean
  readonly dueAt: number
  /** The incumbent may end its association itself (T16). */
  readonly mayDisassociate: boolean
}

import type { ClaimId, Instant, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { LadderSuggestion } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { Deferral } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { PartnerRequest } from '../../../src-preload/contract/vocabulary/matterShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { Role } from '../../../src-preload/contract/vocabulary/words.ts'
import type { CommandOf } from '../claim/commands.ts'
import type { Status } from '../claim/transitions.ts'
import type { PartyStanding } from './standing.ts'
import type { Voting } from './votes.ts'

/** What a party claims of the contested things, and how its claim stands there. */
export interface ContestedItem {
  /** As `exclusivityKeyOf` has it: the same for all parties. */
  readonly key: string
  readonly item: string
  readonly standing: Pick<PartyStanding, 'criteria' | 'details' | 'hasPoe'>
}

/** One claim of an arbitration. An approved one holds what is contested; the others would like to. */
export interface CaseParty extends Status {
  readonly claimId: ClaimId
  readonly contested: readonly ContestedItem[]
  /** Ids of items that earlier cases did not give to it and that it has still to take off; neither contested now nor among the others. */
  readonly toDrop: readonly string[]
  /** Ids of its other items. */
  readonly otherItems: readonly string[]
  /** When it was told in the comments that others claim the same (S-130); null = not yet. */
  readonly toldAt: Instant | null
  /** Who reviewed it first; null = nobody, or nobody knows. */
  readonly firstReviewerId: UserId | null
  /** The partner asked to have the claim rejected (T9); null = it did not. */
  readonly partnerRequest: Pick<PartnerRequest, 'reason'> | null
  /** Something of it is contested in another arbitration as well. */
  readonly isInOtherCase: boolean
  /** Its own profile. */
  readonly policy: Pick<PolicyProfile, 'edit' | 'arbitration'>
}

export interface ArbitrationCase {
  readonly parties: readonly CaseParty[]
  /** What the ladder said of each contested thing; one that is not here was not compared. */
  readonly suggestions: readonly { readonly key: string; readonly suggestion: LadderSuggestion }[]
  /** Of each contested thing on which somebody voted. */
  readonly votings: readonly Voting[]
}

/** What a lead decides. `claimId` null = nobody: no party's proof is sufficient. */
export interface LeadOutcome {
  readonly lead: { readonly userId: UserId; readonly role: Role }
  readonly winners: readonly { readonly key: string; readonly claimId: ClaimId | null }[]
  /** Why; empty only where every winner is the one that the ladder told clearly. */
  readonly reason: string
}

type Unwritten<Act extends 'approve' | 'reject' | 'request_info' | 'end_association'> = Omit<
  CommandOf<Act>,
  'comment'
>

/** An act of the outcome, by the names of the transition table; what it says to the partner is written later. */
export type OutcomeAct =
  | Unwritten<'approve'>
  | Unwritten<'reject'>
  | Unwritten<'request_info'>
  | Unwritten<'end_association'>

export interface OutcomePlan {
  /** At most one act for each claim, in the order of their ids; claims that are not here are left as they are. All or none is done. */
  readonly acts: readonly { readonly claimId: ClaimId; readonly act: OutcomeAct }[]
  /** Associations that end once their winner is approved. */
  readonly later: readonly {
    readonly claimId: ClaimId
    readonly key: string
    readonly items: readonly string[]
  }[]
  /** Winners that cannot be approved yet. Until they are, who holds the item holds it. */
  readonly deferred: readonly { readonly key: string; readonly claimId: ClaimId; readonly why: Deferral }[]
}

export const keysOf = ({ parties }: ArbitrationCase): string[] =>
  [...new Set(parties.flatMap(({ contested }) => contested.map(({ key }) => key)))].toSorted()

/** Who gets something; undefined = the lead has not said. */
export const winnerOf = ({ winners }: LeadOutcome, key: string): ClaimId | null | undefined =>
  winners.find((one) => one.key === key)?.claimId

/** Out of the race by its own will, or because its claim is rejected already, as that of a holder that ended its association. */
export const hasWithdrawn = (party: CaseParty): boolean =>
  party.partnerRequest !== null || party.state === 'rejected'

import type { PartnerRequestReason } from '../../../../src-preload/contract/vocabulary/actWords.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { TrafficPaper } from './trafficBook.ts'

interface OnClaim {
  readonly claimId: ClaimId
  /** As the planner saw it. */
  readonly revision: number
}

/** One thing that partners or customers of the traffic do. */
export type TrafficEvent =
  | {
      readonly act: 'create'
      readonly claimId: ClaimId
      readonly revision: 0
      readonly claim: Readonly<Record<string, unknown>>
    }
  | (OnClaim & { readonly act: 'add_document'; readonly paper: TrafficPaper })
  | (OnClaim & { readonly act: 'submit' })
  | (OnClaim & { readonly act: 'resubmit' | 'partner_comment'; readonly text: string })
  | (OnClaim & { readonly act: 'edit'; readonly changes: Readonly<Record<string, unknown>> })
  | (OnClaim & {
      readonly act: 'ask_rejection'
      readonly reason: PartnerRequestReason
      readonly text: string
    })
  | (OnClaim & { readonly act: 'dispute'; readonly text: string; readonly paper: TrafficPaper | null })
  | (OnClaim & { readonly act: 'decline'; readonly text: string })

export type TrafficAct = TrafficEvent['act']
/** What is done to a claim that is there. */
export type ActOnClaim = Exclude<TrafficAct, 'create'>

/** Names an event on the claim as it was: what was refused once is refused again while nothing changes. */
export const eventKey = ({
  act,
  claimId,
  revision,
}: Pick<TrafficEvent, 'act' | 'claimId' | 'revision'>): string => `${act} ${claimId} ${revision}`

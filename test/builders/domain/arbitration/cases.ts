import type {
  ArbitrationCase,
  CaseParty,
  ContestedItem,
  LeadOutcome,
} from '../../../../src-main/domain/arbitration/outcome.ts'
import { ClaimId, Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { LadderSuggestion } from '../../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { ComparedRung } from '../../../../src-preload/contract/vocabulary/ladderWords.ts'
import { SEED_2020 } from '../../policy.ts'
import { judged } from './standings.ts'

/** What the parties of a plain case contend for. */
export const TEAMS = 'workload m365.teams'
export const EXCHANGE = 'workload m365.exchange'

/** Something contested, with a proof in order; `item` is named after what it is. */
export const contested = (key = TEAMS, standing: Partial<ContestedItem['standing']> = {}): ContestedItem => ({
  key,
  item: key.replace('workload m365.', ''),
  standing: { criteria: judged(), details: [{ check: 'matrix', verdict: 'met' }], hasPoe: true, ...standing },
})

/** A claim that waits for the outcome; its partner was told. */
export const aChallenger = (claimId: string, wishes: Partial<CaseParty> = {}): CaseParty => ({
  claimId: ClaimId.parse(claimId),
  state: 'under_review',
  subState: 'awaiting_arbitration',
  contested: [contested()],
  toDrop: [],
  otherItems: [],
  toldAt: Instant.parse('2026-11-10T09:00:00Z'),
  firstReviewerId: UserId.parse('rita'),
  partnerRequest: null,
  isInOtherCase: false,
  policy: SEED_2020,
  ...wishes,
})

/** The claim whose association holds what is contested. */
export const aHolder = (wishes: Partial<CaseParty> = {}): CaseParty =>
  aChallenger('holder', { state: 'approved', subState: 'consent_closed', toldAt: null, ...wishes })

/** By recency; `unsettled`: rungs above that could not tell. */
export const clearly = (claimId: string, unsettled: ComparedRung[] = []): LadderSuggestion => ({
  kind: 'clear',
  rung: 'recency',
  claimId: ClaimId.parse(claimId),
  unsettled,
})

export const aCase = (
  parties: readonly CaseParty[],
  suggestions: Readonly<Record<string, LadderSuggestion>> = {},
): ArbitrationCase => ({
  parties,
  suggestions: Object.entries(suggestions).map(([key, suggestion]) => ({ key, suggestion })),
  votings: [],
})

/** What Lea, an arbitration lead, decides; `null` = nobody. */
export const anOutcome = (
  winners: Readonly<Record<string, string | null>>,
  reason = 'The newer proof names the workload.',
): LeadOutcome => ({
  lead: { userId: UserId.parse('lea'), role: 'arbitration_lead' },
  winners: Object.entries(winners).map(([key, claimId]) => ({
    key,
    claimId: claimId === null ? null : ClaimId.parse(claimId),
  })),
  reason,
})

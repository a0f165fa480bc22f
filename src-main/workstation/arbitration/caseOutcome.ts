import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseChoice } from '../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type { CaseId, ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { LadderSuggestion } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { detailsOf } from '../../domain/arbitration/details.ts'
import type { ArbitrationCase as WhatIsDecided, LeadOutcome } from '../../domain/arbitration/outcome.ts'
import { outcomeParty, type OutcomeSide } from '../../domain/arbitration/outcomeParty.ts'
import { judgedNow, votingOf } from '../../domain/arbitration/votes.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { listCasesOf } from '../../store/arbitrationRepo.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { AppError } from '../appError.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { type ClaimAtHand, getClaimAtHand } from '../claims/claimAtHand.ts'
import type { Acting } from '../claims/guards.ts'
import { detailsSaid } from '../claims/handWordsAtHand.ts'
import { getCase } from './getCase.ts'
import { boardOf } from './boardOf.ts'

/** A party of what is decided, with all that this workstation knows of its claim. */
export interface SideAtHand extends OutcomeSide {
  readonly atHand: ClaimAtHand
  readonly policy: PolicyProfile
}

/** The cases that are decided together, as they stand here now. */
export interface CasesAtHand {
  readonly cases: readonly (ArbitrationCase & { readonly suggestion: LadderSuggestion | null })[]
  /** In the order of their claim ids. */
  readonly sides: readonly SideAtHand[]
}

/** Throws not_found where a case, a claim of it or its profile is not here: what cannot be seen cannot be decided. */
export function casesAtHand(store: ReadStore, caseIds: readonly CaseId[], acting: Acting): CasesAtHand {
  const { actor, hubNow } = acting
  const cases = caseIds.map((caseId) => {
    const one = getCase(store, caseId, actor.userId)
    const { ladder } = boardOf(store, one, { userId: actor.userId, hubNow, role: actor.role })
    return { ...one, suggestion: ladder?.outcome === 'compared' ? ladder.suggestion : null }
  })
  const ids = [
    ...new Set(cases.flatMap(({ parties }) => livingParties(parties).map(({ claimId }) => claimId))),
  ]
  return { cases, sides: ids.toSorted().map((claimId) => sideAtHand(store, cases, claimId, acting)) }
}

function sideAtHand(
  store: ReadStore,
  cases: readonly ArbitrationCase[],
  claimId: ClaimId,
  { actor }: Acting,
): SideAtHand {
  if (findClaim(store, claimId) === null)
    throw new AppError('not_found', 'A claim of this case is not on this workstation.')
  const atHand = claimFor(store, getClaimAtHand(store, claimId), actor.userId)
  const { record, policy, criteria, report } = atHand
  if (policy === null) throw new AppError('not_found', 'The policy of a claim has not come from the hub yet.')
  const said = detailsSaid(store, atHand)
  const contested = cases.flatMap(({ parties }) =>
    parties.filter((party) => party.claimId === claimId).flatMap(({ items }) => items),
  )
  return {
    atHand,
    claim: record,
    cases: listCasesOf(store, claimId),
    verdicts: criteria.map(({ criterion, item, effective }) => ({ criterion, item, verdict: effective })),
    details: record.form.items
      .filter(({ id }) => contested.includes(id))
      .flatMap((item) =>
        detailsOf({ form: record.form, lookups: record.lookups, item }, report, said).map((one) => ({
          ...one,
          item: item.id,
        })),
      ),
    policy,
  }
}

/** What the rules look at. */
export function whatIsDecided({ cases, sides }: CasesAtHand): WhatIsDecided {
  const decided = cases.map(({ caseId }) => caseId)
  return {
    parties: sides.map((side) => outcomeParty(side, decided)),
    suggestions: cases.flatMap(({ contested: { key }, suggestion }) =>
      suggestion === null ? [] : [{ key, suggestion }],
    ),
    votings: cases.map((one) =>
      votingOf(
        one,
        judgedNow(one, (claimId) =>
          sides
            .filter(({ claim }) => claim.form.claimId === claimId)
            .flatMap(({ claim }) => claim.documents.map(({ sha256 }) => sha256)),
        ),
      ),
    ),
  }
}

export function outcomeOf(
  { cases }: CasesAtHand,
  { choices, reason }: { readonly choices: readonly CaseChoice[]; readonly reason: string },
  { actor }: Acting,
): LeadOutcome {
  return {
    lead: actor,
    winners: cases.flatMap(({ caseId, contested }) => {
      const choice = choices.find((one) => one.caseId === caseId)
      return choice === undefined ? [] : [{ key: contested.key, claimId: choice.winner }]
    }),
    reason,
  }
}

import type { CaseDetail, CaseStanding, CaseSummary } from '../../../src-preload/contract/arbitration.ts'
import type { ActionView } from '../../../src-preload/contract/claims.ts'
import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { Clock } from '../../../src-preload/contract/vocabulary/clockShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { isLivingCase, openAsks, outstandingReviews } from '../../domain/arbitration/caseState.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { findCaseDraft } from '../../store/caseDecisionsRepo.ts'
import { listCasesBeside } from '../../store/arbitrationRepo.ts'
import { listClocks } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import type { Asker } from '../../store/queueConditions.ts'
import { listSummaries } from '../../store/queueRepo.ts'
import { rowsFor } from '../queueHandlers.ts'
import { phaseAtHand, type Voter, votingView } from './votingAtHand.ts'

export function standingOf(one: ArbitrationCase): CaseStanding {
  const { caseId, customerName, contested, state, revision } = one
  return { caseId, customerName, contested, state, revision }
}

/** @param now epoch milliseconds. */
export function summaryOf(store: ReadStore, one: ArbitrationCase, now: number): CaseSummary {
  const waiting = outstandingReviews(one)
  const reviews = firstReviewsOf(store, waiting)
  const asks = openAsks(one, now)
  return {
    ...standingOf(one),
    openedAt: one.openedAt,
    wokenAt: one.wokenAt,
    lead: one.lead,
    clock: isLivingCase(one.state) ? (one.clocks[0] ?? null) : null,
    parties: one.parties.map(({ claimId, partnerName, role, left }) => ({
      claimId,
      partnerName,
      role,
      hasLeft: left !== null,
    })),
    firstReviews: { outstanding: waiting.length, clock: earliest([...reviews.values()]) },
    asks: { open: asks.length, dueAt: asks.map(({ dueAt }) => dueAt).toSorted()[0] ?? null },
    isWhole: one.isWhole,
  }
}

/** What of a case hangs on who asks. */
interface OfPerson extends Voter {
  readonly actionsOn: (claimId: ClaimId) => ActionView[]
  readonly pending: CaseDetail['pending']
}

/** A case with its claims as they stand here now. */
export function detailOf(
  store: ReadStore,
  one: ArbitrationCase,
  asker: Asker,
  { actionsOn, pending, ...voter }: OfPerson,
): CaseDetail {
  const ids = one.parties.map(({ claimId }) => claimId)
  const rows = rowsFor(store, listSummaries(store, ids, asker), asker)
  const reviews = firstReviewsOf(store, outstandingReviews(one))
  return {
    case: one,
    claims: ids.map((claimId) => {
      const summary = rows.find((row) => row.claimId === claimId) ?? null
      const actions = summary === null ? [] : actionsOn(claimId)
      return { claimId, summary, firstReview: reviews.get(claimId) ?? null, actions }
    }),
    alongside: listCasesBeside(store, one)
      .filter((other) => hasSameParties(one, other))
      .map((other) => ({ ...standingOf(other), votePhase: phaseAtHand(store, other, voter.person) })),
    voting: votingView(store, one, voter),
    pending,
    draft: findCaseDraft(store, one.caseId, asker.userId),
  }
}

function hasSameParties(one: ArbitrationCase, other: ArbitrationCase): boolean {
  const idsOf = ({ parties }: ArbitrationCase) => livingParties(parties).map(({ claimId }) => claimId)
  return idsOf(one).toSorted().join() === idsOf(other).toSorted().join()
}

/** Of each challenger whose proof was not reviewed yet the clock of its claim that says by when it must be. */
function firstReviewsOf(store: ReadStore, waiting: readonly CaseParty[]): ReadonlyMap<ClaimId, Clock> {
  const clocks = listClocks(
    store,
    waiting.map(({ claimId }) => claimId),
  )
  return new Map(
    [...clocks].flatMap(([claimId, running]) => {
      const clock = running.find(({ timer }) => timer === 'arbitration_first_review')
      return clock === undefined ? [] : [[claimId, clock] as const]
    }),
  )
}

/** Paused ones have no instant and come last. */
function earliest(clocks: readonly Clock[]): Clock | null {
  const [first] = clocks.toSorted((a, b) => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'))
  return first ?? null
}

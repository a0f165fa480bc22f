import type { CriterionView } from '../../../src-preload/contract/claims.ts'
import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { Calendar } from '../../../src-preload/contract/vocabulary/calendarShape.ts'
import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { shownAssignment, type WaitingHold } from '../../domain/assignment/shownAssignment.ts'
import { shownClaim } from '../../domain/claim/shownState.ts'
import type { ClaimSituation } from '../../domain/claim/situation.ts'
import type { Claimant } from '../../domain/letter/guards/rivals.ts'
import { casesOfClaim } from '../../domain/arbitration/caseOfClaim.ts'
import { itemsToDrop } from '../../domain/arbitration/itemsToDrop.ts'
import { contestedItems } from '../../domain/arbitration/caseState.ts'
import { listCasesOf } from '../../store/arbitrationRepo.ts'
import { findOwnRevision, listSaid, type SaidAct } from '../../store/answeredRepo.ts'
import { findReport } from '../../store/checksRepo.ts'
import { findClaim, type StoredClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listWaiting, type WaitingOperation } from '../../store/outboxRepo.ts'
import { findCalendar, findPolicy } from '../../store/referenceRepo.ts'
import { listClaimants } from '../../store/siblingsRepo.ts'
import { listVerdicts } from '../../store/verdictsRepo.ts'
import { AppError } from '../appError.ts'
import { advisoryChecks } from '../checks/advisoryChecks.ts'
import { criteriaViews } from '../checks/criteriaViews.ts'
import { waitingHolds } from './waitingHolds.ts'

/**
 * A claim with all that this workstation knows of it: what a screen shows and what a guard judges. Its record shows a review that
 * was begun here, and who was said here to work on it, before the hub's own word is here; and nothing else.
 */
export interface ClaimAtHand extends StoredClaim {
  /** Of the hub's picture that is here; what the record's own revision has more are this workstation's acts alone. */
  readonly hubRevision: number
  readonly report: CheckReport | null
  readonly criteria: readonly CriterionView[]
  readonly waiting: readonly WaitingOperation[]
  /** What waits, and what the hub has taken and the feed not brought yet. */
  readonly said: readonly SaidAct[]
  /** The claim's own profile; null until the hub has given it. */
  readonly policy: PolicyProfile | null
  /** Who else claims something of this customer, as far as the feed has brought it here. */
  readonly others: readonly Claimant[]
  /** Every case in which it is or was a party, as far as the feed has brought them here. */
  readonly cases: readonly ArbitrationCase[]
  /** Epoch milliseconds at which the review was begun that shows before the hub has confirmed it; null = none does. */
  readonly ownStartAt: number | null
  /** What is here is the claim before a decision on which this person has still to say a second word: nothing may be done with it. */
  readonly secondLook?: true
}

/** Throws not_found when the feed never brought it or took it away. */
export function getClaimAtHand(store: ReadStore, claimId: ClaimId): ClaimAtHand {
  const stored = findClaim(store, claimId)
  if (stored === null) throw new AppError('not_found', 'This claim is not in the queue of this workstation.')
  const report = findReport(store, claimId, stored.checkKey)
  const said = listVerdicts(store, claimId, stored.checkKey)
  const acts = listSaid(store, claimId)
  return {
    checkKey: stored.checkKey,
    hubRevision: stored.record.revision,
    ...shownRecord(withOwnRevision(store, stored), acts, waitingHolds(store, acts)),
    report,
    criteria: criteriaViews(stored.record.form, report, said, advisoryChecks(store, stored.record.policy)),
    waiting: listWaiting(store, claimId),
    said: acts,
    policy: findPolicy(store, stored.record.policy),
    others: listClaimants(store, claimId),
    cases: listCasesOf(store, claimId),
  }
}

const withOwnRevision = (store: ReadStore, { record, checkKey }: StoredClaim): StoredClaim => ({
  checkKey,
  record: { ...record, revision: findOwnRevision(store, record.form.claimId) ?? record.revision },
})

function shownRecord(
  { record }: StoredClaim,
  acts: readonly SaidAct[],
  holds: readonly WaitingHold[],
): Pick<ClaimAtHand, 'record' | 'ownStartAt'> {
  const kinds = acts.map(({ kind }) => kind)
  const start = acts.find(({ kind }) => kind === 'start_review')
  const { state, subState, clocks } = shownClaim(record, kinds, start?.startedReview ?? null)
  const shows = state !== record.state || subState !== record.subState
  return {
    record: { ...record, state, subState, clocks: [...clocks], assignedTo: shownAssignment(record, holds) },
    ownStartAt: shows ? (start?.madeAt ?? null) : null,
  }
}

/** The calendar that the claim's clocks were reckoned with; null where it names none, or until the hub has given it. */
export function findOwnCalendar(store: ReadStore, { calendar }: ClaimRecord): Calendar | null {
  return calendar === null ? null : findCalendar(store, calendar)
}

/** What the guards of the domain look at. */
/** @param now epoch milliseconds by the hub's clock: an ask that has run out may be made again. */
export function situationOf({ record, criteria, others, cases }: ClaimAtHand, now: number): ClaimSituation {
  const { state, subState, documents, form, matters, clocks, comments, unknown, assignedTo } = record
  return {
    state,
    subState,
    documents: documents.length,
    items: form.items.map(({ id }) => id),
    program: form.program,
    criteria: criteria.map(({ criterion, item, effective }) => ({ criterion, item, verdict: effective })),
    matters,
    clocks,
    assignedTo,
    comments,
    unsayable: { own: form, others, comments },
    contested: contestedItems(cases, form.claimId),
    rivals: record.competingClaims,
    cases: casesOfClaim(cases, form.claimId, now),
    toDrop: itemsToDrop(cases, form.claimId, record),
    hasUnknownWords: unknown !== null,
  }
}

import type { BoardParty, CaseBoard } from '../../../src-preload/contract/caseBoard.ts'
import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { DetailWord, ReadDays } from '../../../src-preload/contract/vocabulary/handWordShape.ts'
import {
  type ClaimCheckName,
  DETAIL_CHECKS,
  type DetailCheck,
  READ_FACTS,
  type Role,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { arbitrationOf } from '../../domain/arbitration/arbitrationPolicy.ts'
import { boardOrder } from '../../domain/arbitration/boardOrder.ts'
import { climb } from '../../domain/arbitration/ladder.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { partyStandingOf } from '../../domain/arbitration/partyStanding.ts'
import { readByHand } from '../../domain/arbitration/readByHand.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { type Known, openDetails, type PartyStanding } from '../../domain/arbitration/standing.ts'
import { monthsBefore, utcDayOf } from '../../domain/clocks/utcDays.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findPolicy } from '../../store/referenceRepo.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { documentNames } from '../checks/documentNames.ts'
import { type ClaimAtHand, getClaimAtHand } from '../claims/claimAtHand.ts'
import { daysRead, detailsSaid } from '../claims/handWordsAtHand.ts'
import { ownEvidenceAtHand } from '../claims/ownEvidenceAtHand.ts'
import { documentViews } from '../documents/documentViews.ts'

interface Onlooker {
  readonly userId: UserId
  /** Epoch milliseconds by the hub's clock. */
  readonly hubNow: number
  readonly role: Role
}

/** Whom a board compares, in which order, and as of which day. */
export interface BoardScene {
  readonly parties: readonly CaseParty[]
  /** Days of UTC. */
  readonly today: string
  /** The case is closed: who holds the thing is said by the roles, since the outcome changed the claims. */
  readonly isClosed: boolean
}

/** A case as its lead compares it: what each living party has to show, and what the ladder says of all of them. */
export const boardOf = (store: ReadStore, one: ArbitrationCase, onlooker: Onlooker): CaseBoard =>
  boardFor(store, one, onlooker, {
    parties: boardOrder(livingParties(one.parties), one.orderSeed, onlooker.userId),
    today: utcDayOf(new Date(onlooker.hubNow).toISOString()),
    isClosed: false,
  })

/** The same board for other parties of the case, or as of another day. */
export function boardFor(
  store: ReadStore,
  one: ArbitrationCase,
  { userId, role }: Pick<Onlooker, 'userId' | 'role'>,
  { parties, today, isClosed }: BoardScene,
): CaseBoard {
  const missing = parties.filter(({ claimId }) => findClaim(store, claimId) === null)
  const here = parties.filter((party) => !missing.includes(party))
  const sides = here.map((party) => sideOf(store, party, { userId, today, isClosed }))
  return {
    caseId: one.caseId,
    revision: one.revision,
    parties: sides.map(({ shown }) => shown),
    missing: missing.map(({ claimId }) => claimId),
    ladder: missing.length > 0 ? null : climbedBy(store, one, sides, today),
    // As of verdicts: who may approve may say what an approval rests on.
    mayVerify: roleMay(role, 'approve'),
    today,
  }
}

interface Side {
  readonly standing: PartyStanding
  readonly shown: BoardParty
}

interface Looking extends Pick<BoardScene, 'today' | 'isClosed'> {
  readonly userId: UserId
}

/** By the profile of the claim that opened the case: one case has one ladder. */
function climbedBy(
  store: ReadStore,
  one: ArbitrationCase,
  sides: readonly Side[],
  today: string,
): CaseBoard['ladder'] {
  const policy = arbitrationOf(findPolicy(store, one.policy) ?? {})
  return climb(
    sides.map(({ standing }) => standing),
    { policy, today },
  )
}

function sideOf(store: ReadStore, party: CaseParty, looking: Looking): Side {
  const { claimId } = party
  const claim = claimFor(store, getClaimAtHand(store, claimId), looking.userId)
  const here: PartyHere = {
    claim,
    party,
    item: contestedItem(claim.record.form.items, party),
    details: detailsSaid(store, claim),
    days: daysRead(store, claim),
  }
  const now = standingHere(store, here, looking.today)
  const standing = looking.isClosed ? { ...now, isIncumbent: party.role !== 'challenger' } : now
  return { standing, shown: shownParty(store, here, standing) }
}

/** What people verified and read by hand of a party's claim. */
interface ByHand {
  readonly details: readonly DetailWord[]
  readonly days: readonly ReadDays[]
}

interface PartyHere extends ByHand {
  readonly claim: ClaimAtHand
  readonly party: CaseParty
  readonly item: ClaimItem
}

function standingHere(store: ReadStore, here: PartyHere, today: string): PartyStanding {
  const { claim, item, details, days } = here
  const { record, report, criteria, policy } = claim
  return partyStandingOf({
    claim: record,
    item,
    report,
    said: {
      verdicts: criteria.flatMap(({ criterion, item: of, reviewer }) =>
        reviewer === null ? [] : [{ criterion, item: of, verdict: reviewer.verdict }],
      ),
      details,
      evidence: ownEvidenceAtHand(store, record),
      read: readByHand(days, item.id),
    },
    advisory: criteria.flatMap(({ criterion, advisory }) => (advisory === null ? [] : [criterion])),
    policy: policy ?? HELD_FROM_APPROVAL,
    today,
  })
}

/** Until the hub has given the claim's profile. */
const HELD_FROM_APPROVAL: Pick<PolicyProfile, 'associationHeldFrom'> = { associationHeldFrom: 'approval' }

/** A claim that names the contested thing twice is compared by the first of its items. */
function contestedItem(items: readonly ClaimItem[], { items: contested, claimId }: CaseParty): ClaimItem {
  const [first] = items.filter(({ id }) => contested.includes(id))
  const item = first ?? items[0]
  if (item === undefined) throw new Error(`Claim ${claimId} has no item`)
  return item
}

function shownParty(
  store: ReadStore,
  { claim, party, item, details, days }: PartyHere,
  standing: PartyStanding,
): BoardParty {
  const { record, report, policy } = claim
  const { form, state, subState } = record
  const submitted = utcDayOf(form.submittedAt)
  return {
    claimId: party.claimId,
    partnerName: party.partnerName,
    role: party.role,
    claimName: form.claimName,
    state,
    subState,
    checker: report?.checker ?? null,
    criteria: standing.criteria.map((one) => ({ ...one, evidence: [...one.evidence] })),
    unverified: openDetails(standing),
    item: item.id,
    details: standing.details.flatMap(({ check, verdict }) =>
      isDetail(check) ? [{ check, verdict, word: details.find((one) => one.check === check) ?? null }] : [],
    ),
    submittedAt: form.submittedAt,
    window: policy && { from: monthsBefore(submitted, policy.poe.maxAgeMonths), to: submitted },
    acknowledged: valueOf(standing.acknowledged),
    engagement: valueOf(standing.engagement),
    statement: valueOf(standing.statement),
    untold: READ_FACTS.filter((fact) => !standing[fact].isKnown),
    readDays: [...days],
    readings: readingsOf(report),
    documents: partyPapers(store, record, report),
    own: ownEvidenceAtHand(store, record),
  }
}

const valueOf = <Value>(known: Known<Value>): Value | null => (known.isKnown ? known.value : null)

const isDetail = (check: ClaimCheckName): check is DetailCheck => DETAIL_CHECKS.some((one) => one === check)

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** A month alone is no day that could be chosen. */
function readingsOf(report: ClaimAtHand['report']): string[] {
  const own = (report?.dates ?? []).filter(({ role }) => role === 'customer_signature')
  return [...new Set(own.flatMap(({ readings }) => readings).filter((day) => ISO_DAY.test(day)))].toSorted()
}

export function partyPapers(
  store: ReadStore,
  record: ClaimAtHand['record'],
  report: ClaimAtHand['report'],
): BoardParty['documents'] {
  const names = documentNames(record.documents)
  return documentViews(store, record).map((view, at) => {
    const name = names[at] ?? view.fileName
    const checked = report?.documents.find(({ file }) => file === name)
    return { ...view, name, pages: checked?.pages ?? null, inner: checked?.inner ?? [] }
  })
}

/** The claims of a case whose papers are not checked here yet: they go before all others. */
export const uncheckedOf = ({ parties }: CaseBoard): ClaimId[] =>
  parties.filter(({ checker }) => checker === null).map(({ claimId }) => claimId)

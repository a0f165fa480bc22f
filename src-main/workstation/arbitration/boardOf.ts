import type { BoardParty, CaseBoard } from '../../../src-preload/contract/arbitration.ts'
import type { ArbitrationCase, CaseParty } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimItem } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import { arbitrationOf } from '../../domain/arbitration/arbitrationPolicy.ts'
import { boardOrder } from '../../domain/arbitration/boardOrder.ts'
import { climb } from '../../domain/arbitration/ladder.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { partyStandingOf } from '../../domain/arbitration/partyStanding.ts'
import { openDetails, type PartyStanding } from '../../domain/arbitration/standing.ts'
import { monthsBefore, utcDayOf } from '../../domain/clocks/utcDays.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findPolicy } from '../../store/referenceRepo.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { documentNames } from '../checks/documentNames.ts'
import { type ClaimAtHand, getClaimAtHand } from '../claims/claimAtHand.ts'
import { ownEvidenceAtHand } from '../claims/ownEvidenceAtHand.ts'
import { documentViews } from '../documents/documentViews.ts'

interface Onlooker {
  readonly userId: UserId
  /** Epoch milliseconds by the hub's clock. */
  readonly hubNow: number
}

/** A case as its lead compares it: what each living party has to show, and what the ladder says of all of them. */
export function boardOf(store: ReadStore, one: ArbitrationCase, { userId, hubNow }: Onlooker): CaseBoard {
  const today = new Date(hubNow).toISOString().slice(0, 10)
  const living = boardOrder(livingParties(one.parties), one.orderSeed, userId)
  const missing = living.filter(({ claimId }) => findClaim(store, claimId) === null)
  const here = living.filter((party) => !missing.includes(party))
  const sides = here.map((party) => sideOf(store, party, { userId, today }))
  return {
    caseId: one.caseId,
    revision: one.revision,
    parties: sides.map(({ shown }) => shown),
    missing: missing.map(({ claimId }) => claimId),
    ladder: missing.length > 0 ? null : climbedBy(store, one, sides, today),
    today,
  }
}

interface Side {
  readonly standing: PartyStanding
  readonly shown: BoardParty
}

interface Looking {
  readonly userId: UserId
  readonly today: string
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
  const claim = claimFor(store, getClaimAtHand(store, party.claimId), looking.userId)
  const standing = standingHere(store, claim, party, looking.today)
  return { standing, shown: shownParty(store, claim, party, standing) }
}

/** Nothing is known of what a person read where the machine could not, nor of details that a person verified: both are asked later. */
function standingHere(store: ReadStore, claim: ClaimAtHand, party: CaseParty, today: string): PartyStanding {
  const { record, report, criteria, policy } = claim
  const item = contestedItem(record.form.items, party)
  return partyStandingOf({
    claim: record,
    item,
    report,
    said: {
      verdicts: criteria.flatMap(({ criterion, item: of, reviewer }) =>
        reviewer === null ? [] : [{ criterion, item: of, verdict: reviewer.verdict }],
      ),
      details: [],
      evidence: ownEvidenceAtHand(store, record),
      read: {},
    },
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
  { record, report, policy }: ClaimAtHand,
  party: CaseParty,
  standing: PartyStanding,
): BoardParty {
  const { form, state, subState } = record
  const submitted = utcDayOf(form.submittedAt)
  const { acknowledged, engagement } = standing
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
    submittedAt: form.submittedAt,
    window: policy && { from: monthsBefore(submitted, policy.poe.maxAgeMonths), to: submitted },
    acknowledged: acknowledged.isKnown ? acknowledged.value : null,
    engagement: engagement.isKnown ? engagement.value : null,
    documents: partyPapers(store, record, report),
    own: ownEvidenceAtHand(store, record),
  }
}

function partyPapers(
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

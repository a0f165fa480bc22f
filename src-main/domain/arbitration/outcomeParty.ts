import type { ArbitrationCase as KnownCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { CaseId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import {
  type ClaimCheckName,
  CRITERIA,
  type Verdict,
} from '../../../src-preload/contract/vocabulary/words.ts'
import type { JudgedCriterion } from '../checks/effectiveVerdict.ts'
import { isLivingCase } from './caseState.ts'
import { itemsToDrop } from './itemsToDrop.ts'
import type { CaseParty, ContestedItem } from './outcome.ts'
import { livingParties } from './parties.ts'

/** A claim of the cases that are decided together, with what was judged of it. */
export interface OutcomeSide {
  readonly claim: Pick<ClaimRecord, 'form' | 'state' | 'subState' | 'documents' | 'matters' | 'history'>
  /** The cases that weigh on it: in which it is a party, and those that went against it. */
  readonly cases: readonly KnownCase[]
  /** Effective verdicts: null = open. */
  readonly verdicts: readonly JudgedCriterion[]
  /** Of each contested item (S-126). */
  readonly details: readonly {
    readonly item: string
    readonly check: ClaimCheckName
    readonly verdict: Verdict | null
  }[]
  /** Its own profile. */
  readonly policy: Pick<PolicyProfile, 'edit' | 'arbitration'>
}

/** A party of the outcome, the same at the hub and on a workstation. @param decided ids of the cases that are decided now. */
export function outcomeParty(side: OutcomeSide, decided: readonly CaseId[]): CaseParty {
  const { claim, cases, policy } = side
  const { form, matters, state, subState } = claim
  const own = memberships(side)
  const now = own.filter(({ one }) => decided.includes(one.caseId))
  const contested = now.flatMap(({ one, party }) =>
    party.items.map((item) => ({ key: one.contested.key, item, standing: standingOf(side, item) })),
  )
  const toDrop = itemsToDrop(cases, form.claimId, claim).filter((id) => !named(contested, id))
  return {
    claimId: form.claimId,
    state,
    subState,
    contested,
    toDrop,
    otherItems: form.items.map(({ id }) => id).filter((id) => !named(contested, id) && !toDrop.includes(id)),
    toldAt: lastTold(now.map(({ party }) => party.toldAt)),
    firstReviewerId: matters.firstReviewerId ?? null,
    partnerRequest: matters.partnerRequest,
    isInOtherCase: own.length > now.length,
    policy,
  }
}

const named = (contested: readonly ContestedItem[], id: string): boolean =>
  contested.some(({ item }) => item === id)

/** The living cases in which it is a party. */
const memberships = ({ cases, claim }: OutcomeSide) =>
  cases
    .filter(({ state }) => isLivingCase(state))
    .flatMap((one) =>
      livingParties(one.parties)
        .filter(({ claimId }) => claimId === claim.form.claimId)
        .map((party) => ({ one, party })),
    )

/** Told once is told of one case: each has others in it. */
const lastTold = (told: readonly CaseParty['toldAt'][]): CaseParty['toldAt'] =>
  told.includes(null)
    ? null
    : (told
        .flatMap((at) => at ?? [])
        .toSorted()
        .at(-1) ?? null)

function standingOf({ claim, verdicts, details }: OutcomeSide, item: string): ContestedItem['standing'] {
  return {
    hasPoe: claim.documents.length > 0,
    criteria: CRITERIA.map((criterion) => {
      const place = criterion === 'products' ? item : null
      const judged = verdicts.find((one) => one.criterion === criterion && one.item === place)
      return { criterion, verdict: judged?.verdict ?? null, evidence: [] }
    }),
    details: details.filter((one) => one.item === item),
  }
}

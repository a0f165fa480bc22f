import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { casesOfClaim } from '../../domain/arbitration/caseOfClaim.ts'
import { itemsToDrop } from '../../domain/arbitration/itemsToDrop.ts'
import { contestedItems } from '../../domain/arbitration/caseState.ts'
import { CRITERIA } from '../../../src-preload/contract/vocabulary/words.ts'
import type { JudgedCriterion } from '../../domain/checks/effectiveVerdict.ts'
import type { ClaimSituation } from '../../domain/claim/situation.ts'
import type { Claimant } from '../../domain/letter/guards/rivals.ts'
import type { StoredClaim } from '../store/claimRows.ts'

/**
 * A claim as the guards look at it. `judged`: the verdicts that came with a decision; none for every other act. `others`: who else claims
 * of the same customer, where something is said to the partner. `cases`: those in which it is a party and those that were decided
 * against it, where they matter to the act.
 */
export function situationOf(
  claim: StoredClaim,
  judged: readonly JudgedCriterion[] = [],
  others: readonly Claimant[] = [],
  { cases, now }: { readonly cases: readonly ArbitrationCase[]; readonly now: number } = NO_CASES,
): ClaimSituation {
  const { form, matters, clocks, comments, documents, state, subState, assignedTo } = claim
  return {
    state,
    subState,
    documents: documents.length,
    items: form.items.map(({ id }) => id),
    program: form.program,
    criteria: everyCriterion(claim, judged),
    matters,
    clocks,
    assignedTo,
    comments,
    unsayable: { own: form, others, comments },
    isMigrated: claim.isMigrated,
    contested: contestedItems(cases, form.claimId),
    cases: casesOfClaim(cases, form.claimId, now),
    toDrop: itemsToDrop(cases, form.claimId, claim),
    // What came through intake was read with the words of this version.
    hasUnknownWords: false,
  }
}

const NO_CASES = { cases: [], now: 0 }

/** What was sent, and every criterion of the claim that was not sent, as open: leaving one out settles nothing. */
function everyCriterion({ form }: StoredClaim, sent: readonly JudgedCriterion[]): JudgedCriterion[] {
  const needed = CRITERIA.flatMap((criterion) => {
    const judged: readonly (string | null)[] =
      criterion === 'products' ? form.items.map(({ id }) => id) : [null]
    return judged.map((item) => ({ criterion, item }))
  })
  const missing = needed.filter(
    ({ criterion, item }) => !sent.some((one) => one.criterion === criterion && one.item === item),
  )
  return [...sent, ...missing.map((one) => ({ ...one, verdict: null }))]
}

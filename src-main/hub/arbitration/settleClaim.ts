import type { CaseAnswer } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { basisName, type BasisOf } from '../claims/clockBasis.ts'
import { type NamedThing, namedThings } from '../claims/exclusivityKey.ts'
import type { HubClaim } from '../claims/hubClaim.ts'
import { listCasesEndingLater } from '../store/arbitrationRepo.ts'
import { answerAsks, updateCase } from '../store/arbitrationWrites.ts'
import type { ClaimKey } from '../store/claimsRepo.ts'
import type { Tx } from '../store/database.ts'
import { settleCases, type Thing } from './settleCases.ts'

/** What an act made of a claim. */
export interface ClaimMoved {
  readonly before: HubClaim
  /** Null = it is gone. */
  readonly after: HubClaim | null
  /** The act is an answer to what the partner may have been asked; null = it is none. */
  readonly answer: CaseAnswer | null
  /** ISO. */
  readonly at: string
}

/**
 * What follows from an act on a claim for the cases on what it names, or named. Most acts change nothing there and ask nothing.
 * @returns the claims whose rivals may be others now, perhaps this one among them.
 */
export async function settleClaim(
  tx: Tx,
  { before, after, answer, at }: ClaimMoved,
  basisOf: BasisOf,
): Promise<ClaimKey[]> {
  if (partOf(before) === 'none' && partOf(after) === 'none') return []
  const { tenantId } = before.form.customer
  const answered = answer === null ? 0 : await answerAsks(tx, keyOf(before), answer, at)
  if (answered === 0 && !isOtherwise(before, after)) return []
  await lapseEnds(tx, { before, after }, basisOf)
  const named = [...namedThings(before), ...(after === null ? [] : namedThings(after))]
  return settleCases(tx, thingsOf(tenantId, named), { basisOf, at })
}

/**
 * The winner of a case is out before it could be approved: what was to end with its approval goes on, and who holds the thing stands
 * in the way of others as before.
 */
async function lapseEnds(
  tx: Tx,
  { before, after }: Pick<ClaimMoved, 'before' | 'after'>,
  basisOf: BasisOf,
): Promise<void> {
  const { tenantId, claimId } = keyOf(before)
  const asked = after === null || partOf(after) === 'none' ? [] : namedThings(after)
  const gone = namedThings(before).filter(
    ({ contested }) => !asked.some((still) => still.contested.key === contested.key),
  )
  for (const one of await listCasesEndingLater(tx, thingsOf(tenantId, gone))) {
    const { outcome } = one
    if (outcome?.winner !== claimId) continue
    const holdsOn = (party: ClaimId) => outcome.pendingEnds.some((pending) => pending.claimId === party)
    const parties = one.parties.map((party) => (holdsOn(party.claimId) ? { ...party, left: null } : party))
    const lapsed = { ...one, parties, outcome: { ...outcome, pendingEnds: [] }, revision: one.revision + 1 }
    await updateCase(tx, lapsed, { clocksBasis: basisName(basisOf(one.policy)), lookAt: null })
  }
}

/** Each thing once, in one order, so that two who settle the same wait for each other. */
export function thingsOf(tenantId: Thing['tenantId'], named: readonly NamedThing[]): Thing[] {
  const things = new Map(named.map(({ contested }) => [contested.key, contested]))
  return [...things.values()]
    .map((contested) => ({ tenantId, key: contested.key, contested }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const keyOf = ({ form }: HubClaim): ClaimKey => ({ tenantId: form.customer.tenantId, claimId: form.claimId })

/** Whether what the cases go by is other than it was. */
function isOtherwise(before: HubClaim, after: HubClaim | null): boolean {
  if (after === null || partOf(before) !== partOf(after)) return true
  if (before.matters.firstReviewedAt !== after.matters.firstReviewedAt) return true
  const { form, lookups } = before
  if (form.mpnId !== after.form.mpnId || form.partnerCompanyName !== after.form.partnerCompanyName)
    return true
  if (form === after.form && lookups === after.lookups) return false
  return nameList(before) !== nameList(after) || lastDays(before) !== lastDays(after)
}

const nameList = (claim: HubClaim): string =>
  namedThings(claim)
    .map(({ itemId, contested }) => `${itemId} ${contested.key}`)
    .join()

const lastDays = ({ lookups }: HubClaim): string =>
  lookups.subscriptions.map(({ itemId, status, endsOn }) => `${itemId} ${status} ${endsOn}`).join()

/** What a claim is to what it names, as far as its status says it. */
function partOf(claim: HubClaim | null): string {
  switch (claim?.state) {
    case undefined:
    case 'editing':
    case 'rejected':
    case 'unknown':
      return 'none'
    case 'submitted':
    case 'under_review':
      return 'asks'
    case 'partner_action_required':
      return 'is asked'
    case 'approved':
      return `holds ${claim.subState}`
  }
}

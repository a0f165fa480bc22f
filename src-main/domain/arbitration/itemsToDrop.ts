import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClaimState } from '../../../src-preload/contract/vocabulary/words.ts'

/** What of a claim tells whether it came back since a case went against it. Instants in ISO. */
export interface Returning {
  readonly state: ClaimState
  /** When it came back from its partner last, whatever it was asked since; null = it never did. */
  readonly answeredAt: string | null
  /** Of its last rejection; null = there was none. */
  readonly rejectedAt: string | null
}

/**
 * Whether a claim has yet to drop what it did not get (domain.md section 4.5): until it is back from its partner, or its rejection was
 * disputed or reopened, it asks for nothing, so that the case just decided does not open again at once. If it comes back with the thing,
 * it asks for it anew.
 * @param lostAt ISO; null = no case went against it.
 */
export function hasToDrop({ state, answeredAt, rejectedAt }: Returning, lostAt: string | null): boolean {
  if (lostAt === null) return false
  const hasAnswered = answeredAt !== null && answeredAt > lostAt
  const isTakenUpAgain = rejectedAt !== null && rejectedAt >= lostAt && state !== 'rejected'
  return !hasAnswered && !isTakenUpAgain
}

/** Ids of the items of a claim that decided cases did not give to it and that it has not come back with. */
export function itemsToDrop(
  cases: readonly Pick<ArbitrationCase, 'state' | 'parties'>[],
  claimId: ClaimId,
  { state: now, matters: { rejection }, history }: Pick<ClaimRecord, 'state' | 'matters' | 'history'>,
): string[] {
  const claim: Returning = {
    state: now,
    answeredAt: history.findLast(({ kind }) => kind === 'resubmitted')?.at ?? null,
    rejectedAt: rejection?.at ?? null,
  }
  const lost = cases
    .filter(({ state }) => state === 'decided')
    .flatMap(({ parties }) => parties.filter((party) => party.claimId === claimId))
    .filter(({ left }) => left?.reason === 'lost' && hasToDrop(claim, left.at))
  return [...new Set(lost.flatMap(({ items }) => items))]
}

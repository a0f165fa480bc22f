import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Role } from '../../../src-preload/contract/vocabulary/words.ts'
import { sealedFor } from './votes.ts'

/** Leads and auditors see all of a case; a reviewer sees that a claim is contested, by whom, and how the case stands. */
export const seesWholeCase = (role: Role): boolean => role !== 'reviewer'

export interface CaseReader {
  readonly isWhole: boolean
  readonly userId: UserId
}

/** A case as somebody may see it. */
export function shownCase(one: ArbitrationCase, { isWhole, userId }: CaseReader): ArbitrationCase {
  if (isWhole) return sealedFor(one, userId)
  const parties = one.parties.map((party) => ({ ...party, outreach: [] }))
  return { ...one, parties, votes: [], resolver: null, outcome: null, isWhole: false }
}

/** Whether somebody who has dealings with these partners must not know of a case (R4). */
export const isCaseHidden = (
  { parties }: Pick<ArbitrationCase, 'parties'>,
  linked: readonly string[],
): boolean => parties.some(({ mpnId }) => linked.includes(mpnId))

import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { CaseAsk, PartyRole } from '../../../src-preload/contract/vocabulary/arbitrationWords.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { CaseId, ClaimId, Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { block, blocksWhere } from '../claim/block.ts'
import { isLivingCase, openAsks } from './caseState.ts'

/** What a living case is to one of its parties, as its guards look at it. */
export interface CaseOfClaim {
  readonly caseId: CaseId
  readonly role: PartyRole
  /** Ids of the contested items. */
  readonly items: readonly string[]
  readonly toldAt: Instant | null
  /** What this party was asked and may still answer. */
  readonly asked: readonly CaseAsk[]
}

/** The living cases in which a claim is a party. */
export function casesOfClaim(
  cases: readonly ArbitrationCase[],
  claimId: ClaimId,
  now: number,
): CaseOfClaim[] {
  return cases
    .filter(({ state }) => isLivingCase(state))
    .flatMap(({ caseId, parties }) =>
      parties
        .filter((party) => party.claimId === claimId && party.left === null)
        .map((party) => ({
          caseId,
          role: party.role,
          items: party.items,
          toldAt: party.toldAt,
          asked: openAsks({ parties: [party] }, now).flatMap(({ asks }) => asks),
        })),
    )
}

interface Approached {
  readonly caseId: CaseId
  readonly comment: string
}
type OfCases = { readonly cases?: readonly CaseOfClaim[] } | null

const isEmpty = (text: string): boolean => text.trim() === ''

/** What stands in the way of telling a party something: only of a case that it is in still, and in words. */
export function blocksOfTelling({ caseId, comment }: Approached, claim: OfCases): Block[] {
  const isIn = claim?.cases?.some((one) => one.caseId === caseId) === true
  return blocksWhere([!isIn, 'case_closed'], [isEmpty(comment), 'comment_missing'])
}

/** The same of asking it: for something, and not for what it has still to answer. */
export function blocksOfAsking(
  command: Approached & { readonly asks: readonly CaseAsk[] },
  claim: OfCases,
): Block[] {
  const asked = claim?.cases?.find(({ caseId }) => caseId === command.caseId)?.asked ?? []
  const isRepeated = command.asks.length > 0 && command.asks.every((ask) => asked.includes(ask))
  return [
    ...blocksOfTelling(command, claim),
    ...blocksWhere([command.asks.length === 0, 'ask_missing'], [isRepeated, 'already_asked']),
  ]
}

/** S-130: who is held learns why, by the comment of the hold or by one before it. */
export function blocksOfHolding(comment: string, claim: OfCases): Block[] {
  const cases = claim?.cases ?? []
  const wasTold = cases.length > 0 && cases.every(({ toldAt }) => toldAt !== null)
  return isEmpty(comment) && !wasTold ? [block('comment_missing')] : []
}

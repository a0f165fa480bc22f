import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { LetterName } from '../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { LadderSuggestion } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import { lettersOf, type PlannedLetter } from '../../domain/arbitration/outcomeLetters.ts'
import { planOutcome } from '../../domain/arbitration/outcomePlan.ts'
import type { Acting } from '../claims/guards.ts'
import type { Core } from '../core.ts'
import type { CaseDecision } from '../sync/operationRequest.ts'
import { actOnCases, type CaseRefusal, partyOf } from './actOnCases.ts'
import { type CasesAtHand, outcomeOf, whatIsDecided } from './caseOutcome.ts'
import { blocksOfSide } from './planCases.ts'

type Deciding = Input<'arbitration.decide'>

/** Decides cases for all of their claims. The hub carries it out whole or not at all. */
export const decideCases = (core: Core, input: Deciding): Output<'arbitration.decide'> =>
  actOnCases(core, input, (at, acting) => decisionFor(at, acting, input))

function decisionFor(at: CasesAtHand, acting: Acting, input: Deciding): CaseDecision | CaseRefusal {
  const plan = planOutcome(
    whatIsDecided(at),
    outcomeOf(at, { choices: input.cases, reason: input.reason }, acting),
  )
  if ('blocks' in plan) return 'blocked'
  const wanted = lettersOf(plan)
  const letters = wanted.flatMap((letter) => writtenFor(letter, input) ?? [])
  // What was written was written for other acts than these.
  if (letters.length !== wanted.length || letters.length !== input.letters.length) return 'stale'
  const commentOf = (letter: LetterName) => letterNamed(letter, letters)?.comment ?? ''
  if (at.sides.some((side) => blocksOfSide(side, wanted, { commentOf, acting }).length > 0)) return 'blocked'
  return {
    kind: 'case_decide',
    cases: at.cases.map(({ caseId, revision, suggestion }) => {
      const winner = input.cases.find((one) => one.caseId === caseId)?.winner ?? null
      return { caseId, caseRevision: revision, winner, rung: rungFor(suggestion, winner) }
    }),
    reason: input.reason,
    parties: at.sides.map(partyOf),
    letters,
  }
}

type Letter = CaseDecision['letters'][number]

const letterNamed = ({ claimId, act, isLater }: LetterName, letters: readonly Letter[]): Letter | undefined =>
  letters.find((one) => one.claimId === claimId && one.act === act && one.isLater === isLater)

function writtenFor({ claimId, act, isLater }: PlannedLetter, { letters }: Deciding): Letter | undefined {
  const letter = letterNamed({ claimId, act: act.act, isLater }, letters)
  return letter?.comment.trim() === '' ? undefined : letter
}

/** The rung that told of the winner; null where the lead decided otherwise, or nothing told. */
function rungFor(suggestion: LadderSuggestion | null, winner: ClaimId | null): string | null {
  return suggestion?.kind === 'clear' && suggestion.claimId === winner ? suggestion.rung : null
}

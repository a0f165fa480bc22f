import type { ArbitrationCase } from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import type { OutcomeBlockReason } from '../../../src-preload/contract/vocabulary/ladderWords.ts'
import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { isLivingCase } from '../../domain/arbitration/caseState.ts'
import type { OutcomePlan } from '../../domain/arbitration/outcome.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { isCaseHidden } from '../../domain/arbitration/shownCase.ts'
import type { CaseAct, OutcomeLetter } from '../api/caseDecision.ts'
import { reasonOfMover, reasonsOfChange } from '../operations/conflictReason.ts'
import type { Side } from './sidesOfOutcome.ts'

export interface Looking {
  readonly act: CaseAct
  /** Whether the person's role may do this at all. */
  readonly isAllowed: boolean
  /** Those of its cases that exist. */
  readonly cases: readonly ArbitrationCase[]
  readonly sides: readonly Side[]
  /** MPN ids of partners that this person is linked to. */
  readonly linked: readonly string[]
}

const when = (isSo: boolean, reason: ConflictReason): ConflictReason[] => (isSo ? [reason] : [])

/** What became of the cases, their parties, and the person since somebody decided or voted; empty = all is as that lead saw it. */
export function changesSince({ act, isAllowed, cases, sides, linked }: Looking): ConflictReason[] {
  const ofPerson = [
    ...when(!isAllowed, 'role_lost'),
    ...when(
      cases.some((one) => isCaseHidden(one, linked)),
      'conflict_of_interest',
    ),
  ]
  const ofCases = act.cases.flatMap((one) => changeOfCase(one, cases))
  // With a case that is over its claims moved as well: that follows from it, and tells less.
  const isOver = cases.length < act.cases.length || cases.some(({ state }) => !isLivingCase(state))
  const ofSides = isOver ? [] : sides.flatMap(changeOfSide)
  return [...ofPerson, ...ofCases, ...ofSides, ...when(isOtherParties(act, cases), 'case_moved_on')]
}

function changeOfCase(
  { caseId, ...seen }: CaseAct['cases'][number],
  cases: readonly ArbitrationCase[],
): ConflictReason[] {
  const now = cases.find((one) => one.caseId === caseId)
  if (now?.state === 'decided') return ['decided_elsewhere']
  if (now === undefined || !isLivingCase(now.state)) return ['case_moved_on']
  return when('caseRevision' in seen && now.revision !== seen.caseRevision, 'case_moved_on')
}

function changeOfSide({ claim, seen }: Side): ConflictReason[] {
  if (seen === undefined) return ['case_moved_on']
  const changes = reasonsOfChange(claim, seen)
  const isOver = claim.state === 'rejected' || claim.state === 'editing'
  return changes.length > 0 && isOver ? [reasonOfMover(claim), ...changes] : changes
}

function isOtherParties({ parties }: CaseAct, cases: readonly ArbitrationCase[]): boolean {
  const now = new Set(cases.flatMap((one) => livingParties(one.parties).map(({ claimId }) => claimId)))
  return now.size !== parties.length || parties.some(({ claimId }) => !now.has(claimId))
}

/** What the rules have against an outcome, by the name under which people know it in the tray. */
export function conflictOfBlock(reason: OutcomeBlockReason): ConflictReason {
  switch (reason) {
    case 'role_may_not':
      return 'role_lost'
    case 'four_eyes':
      return 'four_eyes_self'
    case 'winner_withdrew':
      return 'withdrawn'
    case 'too_few_parties':
    case 'winner_unknown':
    case 'review_not_started':
    case 'answer_pending':
    case 'party_not_told':
    // The workstation knows of votes as of everything else: what it did not know came since.
    case 'vote_missing':
    case 'votes_agree_otherwise':
    case 'votes_differ':
    case 'vote_cast':
    case 'votes_complete':
    case 'voter_resolves':
      return 'case_moved_on'
    case 'outcome_missing':
    case 'criterion_open':
    case 'details_open':
    case 'somebody_sufficient':
    case 'reason_missing':
    case 'resolver_missing':
      return 'not_allowed'
  }
}

/** The letters that a plan wants, and no others: those of another plan were written for something else. */
export function isWrittenFor(letters: readonly OutcomeLetter[], { acts, later }: OutcomePlan): boolean {
  const nameOf = (claimId: string, act: string, isLater: boolean) => `${claimId} ${act} ${String(isLater)}`
  const wanted = new Set([
    ...acts.map(({ claimId, act: { act } }) => nameOf(claimId, act, false)),
    ...later.map(({ claimId }) => nameOf(claimId, 'end_association', true)),
  ])
  const written = letters.map(({ claimId, act, isLater }) => nameOf(claimId, act, isLater))
  return wanted.size === new Set(written).size && written.every((one) => wanted.has(one))
}

import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { LetterName } from '../../../src-preload/contract/vocabulary/caseDecisionShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { lettersOf, type PlannedLetter } from '../../domain/arbitration/outcomeLetters.ts'
import { planOutcome } from '../../domain/arbitration/outcomePlan.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import type { LadderSuggestion } from '../../../src-preload/contract/vocabulary/ladderShape.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { removeCaseDraft } from '../../store/caseDecisionsRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { addOperation, hasOperation, type OutboxOperation } from '../../store/outboxRepo.ts'
import { actingNow } from '../claims/guards.ts'
import { decidedVerdicts } from '../claims/commands.ts'
import { announce, operationOf } from '../claims/makeOperation.ts'
import type { Core } from '../core.ts'
import type { CaseDecision } from '../sync/operationRequest.ts'
import { writeJournaled } from '../sync/writeJournaled.ts'
import { type CasesAtHand, casesAtHand, outcomeOf, type SideAtHand, whatIsDecided } from './caseOutcome.ts'
import { blocksOfSide } from './planCases.ts'

type Deciding = Input<'arbitration.decide'>
type Decided = Output<'arbitration.decide'>

/**
 * Decides cases for all of their claims: one operation, durable as every other (journal, outbox and audit in one transaction) before it is
 * accepted. The hub carries it out whole or not at all.
 */
export function decideCases(core: Core, input: Deciding): Decided {
  const made = writeJournaled(
    core,
    (store, note): { decided: Decided; operation: OutboxOperation | null } => {
      const { commandId: operationId } = input
      if (hasOperation(store, operationId))
        return { decided: { outcome: 'accepted', operationId, holdUntil: null }, operation: null }
      const prepared = prepare(core, store, input)
      if (typeof prepared === 'string') return { decided: { outcome: prepared }, operation: null }
      const { operation } = prepared
      addOperation(store, operation)
      const { byUserId: actor, madeAt: at, claimId, kind } = operation
      const caseIds = input.cases.map(({ caseId }) => caseId)
      appendAudit(store, { at, actor, act: kind, claimId, facts: { operationId, cases: caseIds.join(' ') } })
      for (const caseId of caseIds) removeCaseDraft(store, caseId, actor)
      note({ line: 'made', operation })
      const holdUntil = toInstantOrNull(operation.holdUntil)
      return { decided: { outcome: 'accepted', operationId, holdUntil }, operation }
    },
  )
  if (made.operation !== null) announce(core, made.operation)
  return made.decided
}

function prepare(
  core: Core,
  store: ReadStore,
  input: Deciding,
): { readonly operation: OutboxOperation } | 'blocked' | 'stale' {
  const acting = actingNow(core)
  const at = casesAtHand(
    store,
    input.cases.map(({ caseId }) => caseId),
    acting,
  )
  if (isOtherThanSeen(at, input)) return 'stale'
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
  const anchor = anchorOf(at, input)
  const { commandId, reason } = input
  const { record } = anchor.atHand
  const on = { claimId: record.form.claimId, revision: record.revision, commandId }
  const action: CaseDecision = {
    kind: 'case_decide',
    cases: at.cases.map(({ caseId, revision, suggestion }) => {
      const winner = input.cases.find((one) => one.caseId === caseId)?.winner ?? null
      return { caseId, caseRevision: revision, winner, rung: rungFor(suggestion, winner) }
    }),
    reason,
    parties: at.sides.map(partyOf),
    letters,
  }
  return { operation: operationOf(core, on, anchor.atHand, { action, acting, startedReview: null }) }
}

/** The operation stands on one of its claims: the winner's, so that its history leads there; where nobody wins, on the first. */
function anchorOf({ sides }: CasesAtHand, { cases }: Deciding): SideAtHand {
  const winners = cases.flatMap(({ winner }) => winner ?? [])
  const anchor = sides.find(({ claim }) => winners.includes(claim.form.claimId)) ?? sides[0]
  if (anchor === undefined) throw new Error('A case that was planned has no party')
  return anchor
}

function isOtherThanSeen({ cases, sides }: CasesAtHand, input: Deciding): boolean {
  const isSame = (claimId: ClaimId, revision: number) =>
    input.claims.some((seen) => seen.claimId === claimId && seen.revision === revision)
  return (
    cases.some(({ caseId, revision, parties }) => {
      const seen = input.cases.find((one) => one.caseId === caseId)
      return seen?.revision !== revision || livingParties(parties).length === 0
    }) ||
    sides.length !== input.claims.length ||
    sides.some(({ atHand: { record } }) => !isSame(record.form.claimId, record.revision))
  )
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

function partyOf({ atHand, details }: SideAtHand): CaseDecision['parties'][number] {
  const { record } = atHand
  return {
    claimId: record.form.claimId,
    claimRevision: record.revision,
    policy: record.policy,
    documentHashes: record.documents.map(({ sha256 }) => sha256).sort(),
    verdicts: decidedVerdicts(atHand),
    details: [...details],
  }
}

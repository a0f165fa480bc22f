import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { livingParties } from '../../domain/arbitration/parties.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { removeCaseDraft } from '../../store/caseDecisionsRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { addOperation, hasOperation, type OutboxOperation } from '../../store/outboxRepo.ts'
import { decidedVerdicts } from '../claims/commands.ts'
import { type Acting, actingNow } from '../claims/guards.ts'
import { announce, operationOf } from '../claims/makeOperation.ts'
import type { Core } from '../core.ts'
import type { CaseAct } from '../sync/operationRequest.ts'
import { writeJournaled } from '../sync/writeJournaled.ts'
import { type CasesAtHand, casesAtHand, type SideAtHand } from './caseOutcome.ts'

type Asked = Pick<Input<'arbitration.decide'>, 'commandId' | 'cases' | 'claims'>
type Answer = Output<'arbitration.decide'>
export type CaseRefusal = Exclude<Answer['outcome'], 'accepted'>

/**
 * An act on whole cases, durable as every other (journal, outbox and audit in one transaction) before it is accepted. What was begun about
 * the cases is done with it.
 * @param actionFor the act on the cases as they stand here now, or why there is none.
 */
export function actOnCases(
  core: Core,
  asked: Asked,
  actionFor: (at: CasesAtHand, acting: Acting) => CaseAct | CaseRefusal,
): Answer {
  const made = writeJournaled(core, (store, note): { answer: Answer; operation: OutboxOperation | null } => {
    const { commandId: operationId } = asked
    if (hasOperation(store, operationId))
      return { answer: { outcome: 'accepted', operationId, holdUntil: null }, operation: null }
    const operation = prepare(core, store, asked, actionFor)
    if (typeof operation === 'string') return { answer: { outcome: operation }, operation: null }
    addOperation(store, operation)
    const { byUserId: actor, madeAt: at, claimId, kind } = operation
    const caseIds = asked.cases.map(({ caseId }) => caseId)
    appendAudit(store, { at, actor, act: kind, claimId, facts: { operationId, cases: caseIds.join(' ') } })
    for (const caseId of caseIds) removeCaseDraft(store, caseId, actor)
    note({ line: 'made', operation })
    const holdUntil = toInstantOrNull(operation.holdUntil)
    return { answer: { outcome: 'accepted', operationId, holdUntil }, operation }
  })
  if (made.operation !== null) announce(core, made.operation)
  return made.answer
}

function prepare(
  core: Core,
  store: WriteStore,
  asked: Asked,
  actionFor: (at: CasesAtHand, acting: Acting) => CaseAct | CaseRefusal,
): OutboxOperation | CaseRefusal {
  const acting = actingNow(core)
  const caseIds = asked.cases.map(({ caseId }) => caseId)
  const at = casesAtHand(store, caseIds, acting)
  if (isOtherThanSeen(at, asked)) return 'stale'
  const action = actionFor(at, acting)
  if (typeof action === 'string') return action
  const { atHand } = anchorOf(at, asked)
  const { form, revision } = atHand.record
  const on = { claimId: form.claimId, revision, commandId: asked.commandId }
  return operationOf(core, on, atHand, { action, acting, startedReview: null })
}

/** The operation stands on one of its claims: the winner's, so that its history leads there; where nobody wins, on the first. */
function anchorOf({ sides }: CasesAtHand, { cases }: Asked): SideAtHand {
  const winners = cases.flatMap(({ winner }) => winner ?? [])
  const anchor = sides.find(({ claim }) => winners.includes(claim.form.claimId)) ?? sides[0]
  if (anchor === undefined) throw new Error('A case that was planned has no party')
  return anchor
}

function isOtherThanSeen({ cases, sides }: CasesAtHand, asked: Asked): boolean {
  const isSame = (claimId: ClaimId, revision: number) =>
    asked.claims.some((seen) => seen.claimId === claimId && seen.revision === revision)
  return (
    cases.some(({ caseId, revision, parties }) => {
      const seen = asked.cases.find((one) => one.caseId === caseId)
      return seen?.revision !== revision || livingParties(parties).length === 0
    }) ||
    sides.length !== asked.claims.length ||
    sides.some(({ atHand: { record } }) => !isSame(record.form.claimId, record.revision))
  )
}

/** A party as this person has it before their eyes. */
export function partyOf({ atHand, details }: SideAtHand): CaseAct['parties'][number] {
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

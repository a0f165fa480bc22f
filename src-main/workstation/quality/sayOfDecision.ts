import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { addOperation, hasOperation, type OutboxOperation } from '../../store/outboxRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { criteriaViews } from '../checks/criteriaViews.ts'
import { getClaimAtHand } from '../claims/claimAtHand.ts'
import { actingNow } from '../claims/guards.ts'
import { announce, operationOf } from '../claims/makeOperation.ts'
import type { Core } from '../core.ts'
import type { SaidOfDecision } from '../sync/operationRequest.ts'
import { writeJournaled } from '../sync/writeJournaled.ts'
import { forgetDraft, isUnderWay, pendingReviews } from './keptReviews.ts'

type Review = Input<'quality.sendReview'>
type Note = Input<'quality.sendNote'>
type Dismissal = Input<'twins.dismiss'>

interface Said {
  readonly claimId: ClaimId
  readonly action: SaidOfDecision
}

/** A second review of a decision that this person was drawn for: durable before it is accepted, and gone with the next round. */
export function sendReview(core: Core, input: Review): Output<'quality.sendReview'> {
  return say<'not_yours' | 'incomplete'>(core, input.commandId, (store) => {
    const { sampleId, decisionId, outcome, verdicts } = input
    const owed = pendingReviews(store, core.session.user().userId).find(
      (one) => one.sampleId === sampleId && one.decisionId === decisionId,
    )
    const record = owed === undefined ? undefined : findClaim(store, owed.claimId)?.record
    if (owed === undefined || record === undefined || isUnderWay(store, owed.claimId)) return 'not_yours'
    const name = (one: { criterion: string; item: string | null }) => `${one.criterion} ${one.item}`
    const wanted = criteriaViews(record.form, null, []).map(name).sort()
    if (verdicts.map(name).sort().join() !== wanted.join()) return 'incomplete'
    forgetDraft(store, core.session.user().userId, { sampleId, decisionId })
    const action = { kind: 'second_review', sampleId, decisionId, outcome, verdicts } as const
    return { claimId: owed.claimId, action }
  })
}

/** A lead's note to whoever made a decision. The hub looks whether they did. */
export function sendNote(core: Core, input: Note): Output<'quality.sendNote'> {
  const { commandId, claimId, ...note } = input
  return say<'not_yours' | 'says_nothing' | 'not_here'>(core, commandId, (store) => {
    if (!roleMay(core.session.user().role, 'coaching_note')) return 'not_yours'
    if (note.missed === '' && note.strength === '') return 'says_nothing'
    if (findClaim(store, claimId) === null) return 'not_here'
    return { claimId, action: { kind: 'coaching_note', ...note } }
  })
}

/** Why a lead finds it right that two near-identical claims were decided otherwise: said on the one that was not approved. */
export function sendDismissal(core: Core, input: Dismissal): Output<'twins.dismiss'> {
  const { commandId, claimId, ...said } = input
  return say<'not_yours' | 'not_here'>(core, commandId, (store) => {
    if (!roleMay(core.session.user().role, 'dismiss_twins')) return 'not_yours'
    if (findClaim(store, claimId) === null) return 'not_here'
    return { claimId, action: { kind: 'dismiss_twins', ...said } }
  })
}

function say<Refusal extends string>(
  core: Core,
  operationId: Review['commandId'],
  saidFor: (store: WriteStore) => Said | Refusal,
): { outcome: Refusal } | { outcome: 'accepted'; operationId: Review['commandId'] } {
  const made = writeJournaled(core, (store, note): OutboxOperation | Refusal | null => {
    if (hasOperation(store, operationId)) return null
    const said = saidFor(store)
    if (typeof said === 'string') return said
    const claim = getClaimAtHand(store, said.claimId)
    const on = { claimId: said.claimId, revision: claim.record.revision, commandId: operationId }
    const operation = operationOf(core, on, claim, {
      action: said.action,
      acting: actingNow(core),
      startedReview: null,
    })
    addOperation(store, operation)
    const { kind, byUserId: actor, madeAt: at, claimId } = operation
    appendAudit(store, { at, actor, act: kind, claimId, facts: { operationId, of: subjectOf(said.action) } })
    note({ line: 'made', operation })
    return operation
  })
  if (typeof made === 'string') return { outcome: made }
  if (made !== null) {
    announce(core, made)
    core.emit('quality.changed', {})
  }
  return { outcome: 'accepted', operationId }
}

const subjectOf = (action: SaidOfDecision): string =>
  action.kind === 'dismiss_twins' ? `${action.approvedId} ${action.otherId}` : action.decisionId

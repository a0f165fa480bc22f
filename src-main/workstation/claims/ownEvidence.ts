import type { CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { Input } from '../../../src-preload/contract/index.ts'
import type { AuditActName } from '../../../src-preload/contract/vocabulary/auditWords.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { block } from '../../domain/claim/block.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { addOwnEvidence, removeOwnEvidence } from '../../store/ownEvidenceRepo.ts'
import { AppError } from '../appError.ts'
import type { Core } from '../core.ts'
import type { ClaimAtHand } from './claimAtHand.ts'
import { isReadOnly } from './guards.ts'
import { type OnClaim, refusalOf } from './makeOperation.ts'

/**
 * A place that the reviewer found on the papers, for a criterion. Like the reviewer's verdicts it stays on this workstation; it names
 * the paper by its hash, so it never points at other bytes.
 */
export function addEvidence(core: Core, { evidence, ...on }: Input<'claims.addEvidence'>): CommandOutcome {
  return write(core, on, (store, claim) => {
    const { criterion, item, sha256 } = evidence
    if (!claim.criteria.some((view) => view.criterion === criterion && view.item === item))
      throw new AppError('bad_request', 'This claim has no such criterion.')
    if (!claim.record.documents.some((document) => document.sha256 === sha256))
      throw new AppError('bad_request', 'This claim has no such document.')
    const { userId: byUserId, name: byName } = core.session.user()
    const at = toInstant(core.ports.clock.now())
    addOwnEvidence(store, on.claimId, { ...evidence, evidenceId: on.commandId, byUserId, byName, at })
    note(core, store, on, 'add_evidence', { criterion, item, sha256, evidenceId: on.commandId })
  })
}

export function removeEvidence(
  core: Core,
  { evidenceId, ...on }: Input<'claims.removeEvidence'>,
): CommandOutcome {
  return write(core, on, (store) => {
    // Gone already: a repeat after the answer was lost.
    if (removeOwnEvidence(store, evidenceId, core.session.user().userId))
      note(core, store, on, 'remove_evidence', { evidenceId })
  })
}

function write(
  core: Core,
  on: OnClaim,
  run: (store: WriteStore, claim: ClaimAtHand) => void,
): CommandOutcome {
  const outcome = core.store.write((store): CommandOutcome => {
    const judged = refusalOf(store, on, (claim) => blocksOf(core, claim))
    if ('outcome' in judged) return judged.outcome
    run(store, judged.claim)
    return { outcome: 'accepted', operationId: on.commandId, holdUntil: null }
  })
  if (outcome.outcome === 'accepted') core.emit('claims.changed', { ids: [on.claimId] })
  return outcome
}

/** As of verdicts: who may approve may say what an approval rests on. */
function blocksOf(core: Core, claim: ClaimAtHand): Block[] {
  if (!roleMay(core.session.user().role, 'approve')) return [block('role_may_not')]
  return isReadOnly(claim) ? [block('unknown_content')] : []
}

function note(
  core: Core,
  store: WriteStore,
  { claimId }: OnClaim,
  act: AuditActName,
  facts: Parameters<typeof appendAudit>[1]['facts'],
): void {
  const actor = core.session.user().userId
  appendAudit(store, { at: core.ports.clock.now(), actor, act, claimId, facts })
}

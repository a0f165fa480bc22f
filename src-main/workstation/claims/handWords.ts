import type { CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { Input } from '../../../src-preload/contract/index.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { block } from '../../domain/claim/block.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { appendAudit, type AuditAct } from '../../store/auditRepo.ts'
import { putDetailWord, putReadDays, removeDetailWord, removeReadDays } from '../../store/handWordsRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { AppError } from '../appError.ts'
import type { Core } from '../core.ts'
import type { ClaimAtHand } from './claimAtHand.ts'
import { isReadOnly } from './guards.ts'
import { type OnClaim, refusalOf } from './makeOperation.ts'
import { ownEvidenceAtHand } from './ownEvidenceAtHand.ts'

/**
 * A person's word on a detail of the association, with how it was verified; null takes it back. Like the reviewer's verdicts it stays on
 * this workstation until a decision carries it.
 */
export function setDetail(core: Core, input: Input<'claims.setDetail'>): CommandOutcome {
  const { check, verdict, note, ...on } = input
  const lacksNote = verdict !== null && note === ''
  return write(core, on, lacksNote ? [block('verdict_reason_missing')] : [], (store, claim) => {
    if (verdict === null) removeDetailWord(store, on.claimId, check)
    else putDetailWord(store, on.claimId, claim.checkKey, { check, verdict, note, ...byNow(core) })
    return { act: 'detail', facts: { check, verdict } }
  })
}

/** The days that a person read where the machine could not, or could in several ways. It changes no verdict. */
export function readDays(core: Core, input: Input<'claims.readDays'>): CommandOutcome {
  const { reading, evidenceId, ...on } = input
  return write(core, on, [], (store, claim) => {
    const { record } = claim
    const isMarked = ownEvidenceAtHand(store, record).some((one) => one.evidenceId === evidenceId)
    if (evidenceId !== null && !isMarked)
      throw new AppError('bad_request', 'Nobody marked such a place on the papers of this claim.')
    if (reading.what === 'statement' && !record.form.items.some(({ id }) => id === reading.item))
      throw new AppError('bad_request', 'This claim has no such item.')
    putReadDays(store, on.claimId, claim.checkKey, { reading, evidenceId, ...byNow(core) })
    return { act: 'read_days', facts: { ...reading, evidenceId } }
  })
}

export function forgetDays(core: Core, { fact, ...on }: Input<'claims.forgetDays'>): CommandOutcome {
  return write(core, on, [], (store) => {
    removeReadDays(store, on.claimId, fact)
    return { act: 'forget_days', facts: fact }
  })
}

function byNow(core: Core) {
  const { userId: byUserId, name: byName } = core.session.user()
  return { byUserId, byName, at: toInstant(core.ports.clock.now()) }
}

type Done = Pick<AuditAct, 'act' | 'facts'>

function write(
  core: Core,
  on: OnClaim,
  lacks: readonly Block[],
  run: (store: WriteStore, claim: ClaimAtHand) => Done,
): CommandOutcome {
  const { claimId, commandId: operationId } = on
  const outcome = core.store.write((store): CommandOutcome => {
    const judged = refusalOf(store, on, (claim) => [...blocksOf(core, claim), ...lacks])
    if ('outcome' in judged) return judged.outcome
    const { act, facts } = run(store, judged.claim)
    const actor = core.session.user().userId
    appendAudit(store, { at: core.ports.clock.now(), actor, act, claimId, facts: { ...facts, operationId } })
    return { outcome: 'accepted', operationId, holdUntil: null }
  })
  if (outcome.outcome === 'accepted') core.emit('claims.changed', { ids: [claimId] })
  return outcome
}

/** As of verdicts: who may approve may say what an approval rests on. */
function blocksOf(core: Core, claim: ClaimAtHand): Block[] {
  if (!roleMay(core.session.user().role, 'approve')) return [block('role_may_not')]
  return isReadOnly(claim) ? [block('unknown_content')] : []
}

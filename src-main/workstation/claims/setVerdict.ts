import type { CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { Input } from '../../../src-preload/contract/index.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import { block } from '../../domain/claim/block.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { putChips } from '../../store/checksRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { listVerdicts, putVerdict, removeVerdict, type StoredVerdict } from '../../store/verdictsRepo.ts'
import { AppError } from '../appError.ts'
import { agreementOf, isFullyVoted } from '../../domain/checks/blindFirst.ts'
import { secondLookAt } from '../quality/keptReviews.ts'
import { isHidden, keepBlindVote } from '../checks/blindClaims.ts'
import { chipsOf, criteriaViews } from '../checks/criteriaViews.ts'
import type { Core } from '../core.ts'
import type { ClaimAtHand } from './claimAtHand.ts'
import { isReadOnly } from './guards.ts'
import { refusalOf } from './makeOperation.ts'

type SetVerdict = Input<'claims.setVerdict'>

/**
 * The reviewer's word on one criterion: confirms the machine's verdict, or sets another with a reason. Stays on this workstation;
 * the decision carries it to the hub.
 */
export function setVerdict(core: Core, input: SetVerdict): CommandOutcome {
  const outcome = core.store.write((store): CommandOutcome => {
    const { role, userId } = core.session.user()
    const judged = refusalOf(store, input, (claim) =>
      secondLookAt(store, claim.record.form.claimId, userId) !== null
        ? [block('second_look')]
        : roleMay(role, 'approve')
          ? blocksOfVerdict(claim, input, isHidden(store, claim, userId))
          : [block('role_may_not')],
    )
    if ('outcome' in judged) return judged.outcome
    record(core, store, judged.claim, input)
    return { outcome: 'accepted', operationId: input.commandId, holdUntil: null }
  })
  if (outcome.outcome === 'accepted') core.emit('claims.changed', { ids: [input.claimId] })
  return outcome
}

function machineVerdict(claim: ClaimAtHand, { criterion, item }: SetVerdict) {
  const view = claim.criteria.find(
    (candidate) => candidate.criterion === criterion && candidate.item === item,
  )
  if (view === undefined) throw new AppError('bad_request', 'This claim has no such criterion.')
  return view.machine?.verdict ?? null
}

/**
 * A verdict that differs from the machine's needs a reason: the machine's sentence no longer gives one. On a claim that this version
 * does not understand nothing is said at all.
 */
function blocksOfVerdict(claim: ClaimAtHand, input: SetVerdict, isBlind: boolean): Block[] {
  if (isReadOnly(claim)) return [block('unknown_content')]
  // To ask for a reason would tell that the machine says otherwise.
  if (isBlind) {
    machineVerdict(claim, input)
    return []
  }
  const differs = input.verdict !== null && input.verdict !== machineVerdict(claim, input)
  return differs && (input.reason ?? '') === '' ? [block('verdict_reason_missing')] : []
}

function record(core: Core, store: WriteStore, claim: ClaimAtHand, input: SetVerdict): void {
  const { claimId, criterion, item } = input
  const user = core.session.user()
  const at = core.ports.clock.now()
  if (input.verdict === null) removeVerdict(store, claimId, criterion, item)
  else
    putVerdict(
      store,
      claimId,
      claim.checkKey,
      user.userId,
      saidBy(claim, input, input.verdict, user.name, at),
    )
  const said = listVerdicts(store, claimId, claim.checkKey)
  const criteria = criteriaViews(claim.record.form, claim.report, said)
  putChips(store, claimId, chipsOf(criteria))
  const facts = { criterion, item, verdict: input.verdict, operationId: input.commandId }
  appendAudit(store, { at, actor: user.userId, act: 'verdict', claimId, facts })
  if (!isHidden(store, claim, user.userId) || !isFullyVoted(criteria) || claim.report === null) return
  // With the last vote the machine's word comes to light; how the votes stood to it is kept as of now.
  const { differing, ...vote } = agreementOf(criteria)
  keepBlindVote(store, claimId, user.userId, vote)
  appendAudit(store, { at, actor: user.userId, act: 'blind vote', claimId, facts: { ...vote, differing } })
}

function saidBy(
  claim: ClaimAtHand,
  input: SetVerdict,
  verdict: StoredVerdict['verdict'],
  byName: string,
  at: number,
): StoredVerdict {
  const act = verdict === machineVerdict(claim, input) ? 'confirmed' : 'set'
  const reason = input.reason === '' ? null : input.reason
  return { criterion: input.criterion, item: input.item, verdict, act, reason, byName, at: toInstant(at) }
}

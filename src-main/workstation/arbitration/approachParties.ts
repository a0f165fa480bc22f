import type { ActionView, CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { CaseId, ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { getClaimAtHand } from '../claims/claimAtHand.ts'
import { actingNow, blocksOfAct } from '../claims/guards.ts'
import { operate } from '../claims/makeOperation.ts'
import type { Core } from '../core.ts'
import type { OperationAction } from '../sync/operationRequest.ts'

type Letter = Input<'arbitration.tell'>['letters'][number]

/** One operation for each party, on its claim: what one of them may not be asked does not keep the others from it. */
export function askParties(
  core: Core,
  { caseId, letters, asks, businessDays }: Input<'arbitration.ask'>,
): Output<'arbitration.ask'> {
  return approach(core, { caseId, letters }, ({ comment }) => ({
    kind: 'case_ask',
    caseId,
    asks,
    businessDays,
    comment,
  }))
}

export function tellParties(core: Core, told: Input<'arbitration.tell'>): Output<'arbitration.tell'> {
  return approach(core, told, ({ comment }) => ({ kind: 'case_tell', caseId: told.caseId, comment }))
}

function approach(
  core: Core,
  { caseId, letters }: Input<'arbitration.tell'>,
  actionFor: (letter: Letter) => OperationAction,
): Output<'arbitration.tell'> {
  const outcomes = letters.map((letter) => {
    const { claimId, revision, commandId } = letter
    const isHere = core.store.read((store) => findClaim(store, claimId)) !== null
    const outcome: CommandOutcome | null = isHere
      ? operate(core, { claimId, revision, commandId }, () => actionFor(letter))
      : null
    return { claimId, outcome }
  })
  tellOfCase(core, caseId)
  return { outcomes }
}

/** What waits for the hub shows with the case. */
const tellOfCase = (core: Core, caseId: CaseId): void => core.emit('arbitration.changed', { ids: [caseId] })

/** What may be done about a party now. */
export function partyActions(core: Core, store: ReadStore, claimId: ClaimId): ActionView[] {
  const acting = actingNow(core)
  const claim = getClaimAtHand(store, claimId)
  return (['case_ask', 'case_tell'] as const).map((action) => ({
    action,
    blocks: blocksOfAct(action, claim, acting),
  }))
}

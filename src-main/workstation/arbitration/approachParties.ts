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

type Ask = Input<'arbitration.ask'>
type Tell = Input<'arbitration.tell'>

/** One operation for each party, on its claim: what one of them may not be asked does not keep the others from it. */
export const askParties = (core: Core, { caseId, letters, businessDays }: Ask): Output<'arbitration.ask'> =>
  approach(core, caseId, letters, ({ asks, comment }) => askOf({ caseId, asks, businessDays }, comment))

export const tellParties = (core: Core, { caseId, letters }: Tell): Output<'arbitration.tell'> =>
  approach(core, caseId, letters, ({ comment }) => tellOf(caseId, comment))

/** What leaves for the hub. */
export const askOf = (
  asked: Pick<Ask, 'caseId' | 'businessDays'> & Pick<Ask['letters'][number], 'asks'>,
  comment: string,
): OperationAction => ({ kind: 'case_ask', ...asked, comment })

export const tellOf = (caseId: CaseId, comment: string): OperationAction => ({
  kind: 'case_tell',
  caseId,
  comment,
})

function approach<Letter extends Tell['letters'][number]>(
  core: Core,
  caseId: CaseId,
  letters: readonly Letter[],
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

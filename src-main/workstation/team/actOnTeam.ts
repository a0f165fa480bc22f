import type { CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { LeftOut } from '../../../src-preload/contract/desk.ts'
import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { block } from '../../domain/claim/block.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { getClaimAtHand } from '../claims/claimAtHand.ts'
import { actingNow, blocksOfCommand } from '../claims/guards.ts'
import { operate } from '../claims/makeOperation.ts'
import type { Core } from '../core.ts'
import type { OperationAction } from '../sync/operationRequest.ts'

type Act = Input<'team.plan'>['act']

/** What is asked of one claim; blocks where the person that it shall go to is not known here or does not review. */
function actionOf(
  core: Core,
  act: Act,
  reason: string,
  toUserId: UserId | null,
): OperationAction | readonly Block[] {
  if (act !== 'hand_over') return { kind: act, reason }
  const person = [core.session.user(), ...core.session.colleagues()].find(({ userId }) => userId === toUserId)
  if (person === undefined || !roleMay(person.role, 'take')) return [block('nobody_to_hand_to')]
  return { kind: act, toUserId: person.userId, toName: person.name, note: reason }
}

const isRefused = (action: OperationAction | readonly Block[]): action is readonly Block[] =>
  Array.isArray(action)

/** The guards of each claim, asked before anything is done. */
export function planTeamAct(core: Core, { act, reason, claims }: Input<'team.plan'>): Output<'team.plan'> {
  const acting = actingNow(core)
  const able: ClaimId[] = []
  const leftOut: LeftOut[] = []
  core.store.read((store) => {
    for (const { claimId, toUserId } of claims) {
      const isHere = findClaim(store, claimId) !== null
      const claim = isHere ? claimFor(store, getClaimAtHand(store, claimId), acting.actor.userId) : null
      const action = actionOf(core, act, reason, toUserId)
      const blocks =
        claim === null
          ? []
          : isRefused(action)
            ? [...action]
            : blocksOfCommand(commandOf(action), claim, acting)
      if (claim !== null && blocks.length === 0) able.push(claimId)
      else leftOut.push({ claimId, claimName: claim?.record.form.claimName ?? claimId, blocks })
    }
  })
  return { able, leftOut }
}

/** One operation, one audit entry and one undo for each; what is refused does not stop the others. */
export function actOnTeam(core: Core, { act, reason, claims }: Input<'team.act'>): Output<'team.act'> {
  return {
    outcomes: claims.map(({ toUserId, ...on }) => {
      if (core.store.read((store) => findClaim(store, on.claimId)) === null)
        return { claimId: on.claimId, outcome: null }
      const action = actionOf(core, act, reason, toUserId)
      const outcome: CommandOutcome = isRefused(action)
        ? { outcome: 'blocked', blocks: [...action] }
        : operate(core, on, () => action, { isHeld: true })
      return { claimId: on.claimId, outcome }
    }),
  }
}

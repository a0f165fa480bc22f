import type { CommandOutcome } from '../../../src-preload/contract/claims.ts'
import type { LeftOut } from '../../../src-preload/contract/desk.ts'
import type { Input, Output } from '../../../src-preload/contract/index.ts'
import type { PlannedLoad } from '../../../src-preload/contract/team.ts'
import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { block } from '../../domain/claim/block.ts'
import { commandOf } from '../../domain/claim/commandOf.ts'
import { roleMay } from '../../domain/claim/roles.ts'
import { isAbsent } from '../../domain/forecast/pace.ts'
import { loadsAfter } from '../../domain/forecast/loads.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { claimFor } from '../checks/blindClaims.ts'
import { getClaimAtHand } from '../claims/claimAtHand.ts'
import { actingNow, blocksOfCommand } from '../claims/guards.ts'
import { operate } from '../claims/makeOperation.ts'
import type { Core } from '../core.ts'
import type { OperationAction } from '../sync/operationRequest.ts'
import { ANY_TIME, dayNow, teamAtWork } from './teamAtWork.ts'

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

/** The guards of each claim, asked before anything is done; and what those who give or get some would hold then. */
export function planTeamAct(core: Core, { act, reason, claims }: Input<'team.plan'>): Output<'team.plan'> {
  return core.store.read((store) => {
    const able: ClaimId[] = []
    const leftOut: LeftOut[] = []
    const moves = new Map<ClaimId, UserId>()
    for (const { claimId, toUserId } of claims) {
      const { claimName, blocks } = judged(core, store, claimId, actionOf(core, act, reason, toUserId))
      if (blocks === null || blocks.length > 0)
        leftOut.push({ claimId, claimName, blocks: [...(blocks ?? [])] })
      else {
        able.push(claimId)
        if (act === 'hand_over' && toUserId !== null) moves.set(claimId, toUserId)
      }
    }
    return { able, leftOut, loads: moves.size === 0 ? [] : loadsOf(core, store, moves) }
  })
}

/** `blocks` null = the claim is not here. */
function judged(
  core: Core,
  store: ReadStore,
  claimId: ClaimId,
  action: OperationAction | readonly Block[],
): { readonly claimName: string; readonly blocks: readonly Block[] | null } {
  if (findClaim(store, claimId) === null) return { claimName: claimId, blocks: null }
  const acting = actingNow(core)
  const claim = claimFor(store, getClaimAtHand(store, claimId), acting.actor.userId)
  const blocks = isRefused(action) ? action : blocksOfCommand(commandOf(action), claim, acting)
  return { claimName: claim.record.form.claimName, blocks }
}

/** Without a calendar nobody knows what waits for whom. */
function loadsOf(core: Core, store: ReadStore, moves: ReadonlyMap<ClaimId, UserId>): PlannedLoad[] {
  const team = teamAtWork(core, store)
  if (team === null) return []
  const people = [core.session.user(), ...core.session.colleagues()]
  return loadsAfter(team.workUntil(ANY_TIME), moves)
    .map((load) => ({
      ...load,
      name: people.find(({ userId }) => userId === load.userId)?.name ?? load.userId,
      isAway: team.colleagues.some(
        ({ user, room }) => user.userId === load.userId && isAbsent(room, dayNow(team)),
      ),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
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

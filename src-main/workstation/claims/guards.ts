import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import {
  type BlockReason,
  DECISIONS,
  type OperationKind,
  type SentKind,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { actBlocks } from '../../domain/claim/actBlocks.ts'
import { blocksOf } from '../../domain/claim/applyAct.ts'
import { block } from '../../domain/claim/block.ts'
import type { ClaimCommand } from '../../domain/claim/commands.ts'
import type { Actor, Setting } from '../../domain/claim/situation.ts'
import type { Core } from '../core.ts'
import { type ClaimAtHand, situationOf } from './claimAtHand.ts'

/** Who acts here, and when. */
export interface Acting {
  readonly actor: Extract<Actor, { side: 'reviewer' }>
  /** Epoch milliseconds of this machine's clock: when it was said. */
  readonly now: number
  /** The same by the hub's clock as far as that is known: what leases and clocks are held against (trust.md T1). It judges anew. */
  readonly hubNow: number
  /** The time of work without the hub is over. */
  readonly isOffTooLong: boolean
}

export function actingNow(core: Core): Acting {
  const { userId, role } = core.session.user()
  const now = core.ports.clock.now()
  const hubNow = now + (core.hubClock.offsetMs() ?? 0)
  return { actor: { side: 'reviewer', userId, role }, now, hubNow, isOffTooLong: core.offline.isOver() }
}

const DECIDING: readonly SentKind[] = [
  ...DECISIONS,
  'hold_for_arbitration',
  'reopen',
  'case_ask',
  'case_decide',
  'case_vote',
]

/** Waits for the undo time before it leaves, and nothing else is decided meanwhile. */
export const isDeciding = (kind: SentKind): boolean => DECIDING.includes(kind)

/** What stands in the way of an act before anything is said: what a button shows. */
export function blocksOfAct(act: OperationKind, claim: ClaimAtHand, acting: Acting): Block[] {
  const { actor, hubNow } = acting
  return guarded(act, claim, acting, (setting) => actBlocks(act, situationOf(claim, hubNow), actor, setting))
}

/** Why a command is refused here; the same rules as at the hub. */
export function blocksOfCommand(command: ClaimCommand, claim: ClaimAtHand, acting: Acting): Block[] {
  const { actor, hubNow } = acting
  return guarded(command.act, claim, acting, (setting) =>
    blocksOf(command, situationOf(claim, hubNow), actor, setting),
  )
}

/** Something of the claim is not known here: its profile, or words that it uses. */
export function isReadOnly({ policy, record }: ClaimAtHand): boolean {
  return policy === null || record.unknown !== null || record.state === 'unknown'
}

/** Null = nothing says by which rules the claim is judged. */
export function settingOf({ policy }: ClaimAtHand, now: number): Setting | null {
  return policy === null ? null : { policy, now }
}

function guarded(
  act: ClaimCommand['act'],
  claim: ClaimAtHand,
  { hubNow: now, isOffTooLong }: Acting,
  judge: (setting: Setting) => Block[],
): Block[] {
  if (isOffTooLong) return [block('offline_too_long')]
  if (claim.secondLook === true) return [block('second_look')]
  const setting = settingOf(claim, now)
  if (setting === null) return [block('unknown_content')]
  const isPending = act !== 'comment' && claim.said.some(({ kind }) => isDeciding(kind))
  const again = ONCE[act]
  const isSaid = again !== undefined && claim.said.some(({ kind }) => kind === act)
  return [...(isPending ? [block('operation_pending')] : []), ...(isSaid ? [block(again)] : judge(setting))]
}

/** What the record would refuse to hear twice, if the hub's picture of it held already what was said here. */
const ONCE: Partial<Readonly<Record<ClaimCommand['act'], BlockReason>>> = {
  escalate: 'escalated_already',
  settle_escalation: 'not_escalated',
  nudge: 'nudged_today',
}

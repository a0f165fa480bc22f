import type { Block } from '../../../src-preload/contract/vocabulary/blockShape.ts'
import type {
  BlockReason,
  ConflictChoice,
  ConflictReason,
  OperationKind,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { isHeldNow } from '../assignment/lease.ts'
import { actBlocks } from '../claim/actBlocks.ts'
import { blocksOf } from '../claim/applyAct.ts'
import { block } from '../claim/block.ts'
import type { ClaimCommand } from '../claim/commands.ts'
import type { Actor, ClaimSituation, Setting } from '../claim/situation.ts'

/** A conflict as a person stands before it. */
export interface MetConflict {
  readonly reason: ConflictReason
  readonly kind: OperationKind
  /** What was asked; null = its words are of another version and cannot be sent. */
  readonly command: ClaimCommand | null
  /** The claim as it is now; null = it is gone. */
  readonly claim: ClaimSituation | null
  /** Null = nothing says by which rules the claim is judged. */
  readonly setting: Setting | null
  readonly actor: Extract<Actor, { side: 'reviewer' }>
  /** This person made it, or leads the team. */
  readonly isTheirs: boolean
  /** The claim has just the documents on which it was said. */
  readonly hasSameDocuments: boolean
  /** A decision of this workstation on the claim is on its way. */
  readonly isPending: boolean
}

export interface OfferedChoice {
  readonly choice: ConflictChoice
  /** Why it is not open at present; empty = it is. */
  readonly blocks: readonly Block[]
}

/** What makes sense for each reason, the most likely first (trust.md Y6). The present claim says which of them can work. */
const CHOICES: Readonly<Record<ConflictReason, readonly ConflictChoice[]>> = {
  decided_elsewhere: ['let_go', 'redo'],
  withdrawn: ['let_go', 'redo'],
  document_replaced: ['redo', 'send_again', 'let_go'],
  claim_changed: ['redo', 'send_again', 'let_go'],
  reassigned: ['take_and_redo', 'redo', 'hand_over', 'let_go'],
  role_lost: ['hand_over', 'send_again', 'let_go'],
  clock_expired: ['redo', 'let_go'],
  four_eyes_self: ['hand_over', 'let_go'],
  claim_deleted: ['let_go'],
  schema_too_old: ['send_again', 'let_go'],
  not_allowed: ['redo', 'let_go'],
  conflict_of_interest: ['hand_over', 'let_go'],
  // What was written is kept with the conflict; where the case lives on under another state it may be said again.
  case_moved_on: ['send_again', 'let_go'],
}

/** Where the way back may open without the claim's changing: another role, a newer program. */
const MAY_OPEN_LATER: readonly ConflictReason[] = ['role_lost', 'schema_too_old']

/** Acts that can be begun again as a draft; of the others only the words themselves can be sent. */
const DRAFTED: readonly OperationKind[] = [
  'approve',
  'request_info',
  'reject',
  'hold_for_arbitration',
  'reopen',
]
export const isDrafted = (kind: OperationKind): boolean => DRAFTED.includes(kind)

/** Acts that carry words which a colleague could use. */
const WORDED: readonly OperationKind[] = [...DRAFTED, 'comment', 'hand_over', 'case_ask', 'case_tell']

/** Acts that were decided on what the claim said. */
const restsOnContent = isDrafted

/** What stands in the way of doing it again and can be put right while doing so. */
const MENDED_BY_REDOING: readonly BlockReason[] = [
  'criterion_open',
  'poe_missing',
  'review_not_started',
  'open_arbitration',
]
/** What stands in the way at present, and may not tomorrow. The rest makes no sense to offer. */
const PASSING: readonly BlockReason[] = ['held_by_other', 'operation_pending', 'unknown_content']

/** What the person who works here may do with a conflict now; never empty. */
export function conflictChoices(met: MetConflict): OfferedChoice[] {
  const offered = wantedFor(met).flatMap((choice): OfferedChoice[] => {
    const blocks = blocksOfChoice(choice, met)
    return blocks === null ? [] : [{ choice, blocks: met.isTheirs ? blocks : [block('role_may_not')] }]
  })
  const isOpen = ({ blocks }: OfferedChoice) => blocks.length === 0
  return [...offered.filter(isOpen), ...offered.filter((one) => !isOpen(one))]
}

function wantedFor({ reason, kind }: MetConflict): readonly ConflictChoice[] {
  if (isDrafted(kind)) return CHOICES[reason]
  const instead = CHOICES[reason].map((one) =>
    one === 'redo' || one === 'take_and_redo' ? 'send_again' : one,
  )
  return instead.filter((one, at) => instead.indexOf(one) === at)
}

/** Null = it makes no sense here. */
function blocksOfChoice(choice: ConflictChoice, met: MetConflict): readonly Block[] | null {
  if (choice === 'let_go') return []
  const { claim, setting } = met
  if (claim === null) return null
  if (setting === null) return [block('unknown_content')]
  const here = { ...met, claim, setting }
  switch (choice) {
    case 'redo':
      // A claim that went to somebody else is taken before it is worked on.
      return met.reason === 'reassigned' && !isHeldHere(here) ? null : blocksOfRedoing(here)
    case 'take_and_redo':
      return blocksOfTaking(here)
    case 'send_again':
      return blocksOfSending(here)
    case 'hand_over':
      return blocksOfHandingOver(here)
  }
}

interface Here extends MetConflict {
  readonly claim: ClaimSituation
  readonly setting: Setting
}

const pending = ({ isPending }: Here): Block[] => (isPending ? [block('operation_pending')] : [])

/** Whether the claim is in the hands of this very person. */
function isHeldHere({ claim, actor, setting }: Here): boolean {
  return isHeldNow(claim.assignedTo, setting.now) && claim.assignedTo?.userId === actor.userId
}

/** The act as it would be begun now; where a lead can reopen the claim first, that is a way too. */
function blocksOfRedoing(here: Here): readonly Block[] | null {
  const { kind, claim, actor, setting } = here
  const blocks = actBlocks(kind, claim, actor, setting).filter(
    ({ reason }) => !MENDED_BY_REDOING.includes(reason),
  )
  if (blocks.every(({ reason }) => PASSING.includes(reason))) return [...blocks, ...pending(here)]
  const isReopened = kind !== 'reopen' && actBlocks('reopen', claim, actor, setting).length === 0
  return isReopened ? pending(here) : null
}

function blocksOfTaking(here: Here): readonly Block[] | null {
  const { claim, actor, setting } = here
  if (isHeldHere(here)) return null
  const redoing = blocksOfRedoing(here)
  const taking = actBlocks('take', claim, actor, setting)
  if (redoing === null || !taking.every(({ reason }) => PASSING.includes(reason))) return null
  return [...redoing.filter(({ reason }) => reason !== 'held_by_other'), ...taking]
}

/** The same words once more: only while every guard passes on the claim as it is now. */
function blocksOfSending(here: Here): readonly Block[] | null {
  const { command, kind, claim, actor, setting, reason, hasSameDocuments } = here
  if (command === null || (restsOnContent(kind) && !hasSameDocuments)) return null
  const blocks = blocksOf(command, claim, actor, setting)
  if (blocks.length === 0) return pending(here)
  const mayOpen: readonly BlockReason[] = MAY_OPEN_LATER.includes(reason)
    ? [...PASSING, 'role_may_not']
    : ['held_by_other']
  return blocks.every((one) => mayOpen.includes(one.reason)) ? blocks : null
}

function blocksOfHandingOver(here: Here): readonly Block[] | null {
  const { claim, actor, setting, kind } = here
  if (!WORDED.includes(kind)) return null
  const blocks = actBlocks('hand_over', claim, actor, setting)
  if (blocks.some(({ reason }) => reason === 'not_in_this_state')) return null
  return [...blocks, ...pending(here)]
}

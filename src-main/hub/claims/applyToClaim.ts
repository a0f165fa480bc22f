import { randomUUID } from 'node:crypto'
import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { assignmentAfter, isAssignmentAct, leaseWithin } from '../../domain/assignment/lease.ts'
import { answerOf } from '../../domain/arbitration/answers.ts'
import { type ActDone, applyAct, type ActResult } from '../../domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../domain/claim/commands.ts'
import type { Actor, ClaimSituation } from '../../domain/claim/situation.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { settleClaim } from '../arbitration/settleClaim.ts'
import { countRivals } from '../store/arbitrationRepo.ts'
import { type ClaimKey, findClaim, listClaims } from '../store/claimsRepo.ts'
import {
  type ClaimChange,
  changeClaim,
  keyOf,
  removeClaim,
  resetClocks,
  touchClaims,
} from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import type { Rules } from '../policy/rules.ts'
import type { HubClaim } from './hubClaim.ts'
import { situationOf } from './situation.ts'

/** What whoever stores an act adds to what the rules say of it. */
export type Beside = Pick<
  ClaimChange,
  'assignedTo' | 'form' | 'lookups' | 'policy' | 'addedDocuments' | 'addedComments'
>

export interface Doing {
  readonly command: ClaimCommand
  readonly actor: Actor
  /** As the history shows it. */
  readonly actorName: string
  readonly situation: ClaimSituation
  readonly rules: Rules
  /** Epoch milliseconds: the hub decides time. */
  readonly now: number
  readonly beside: Beside
}

export type Applied =
  | { readonly outcome: 'done' /** Null = it is gone. */; readonly claim: HubClaim | null }
  | { readonly outcome: 'refused'; readonly blocks: Extract<ActResult, { blocks: unknown }>['blocks'] }

/**
 * Carries out an act on a claim that is locked in this transaction, with all that follows from it: history, clocks, what will
 * happen by itself, the cases of arbitration on what it names, and the rivals whose number of competitors changed.
 */
export async function applyToClaim(tx: Tx, claim: StoredClaim, doing: Doing): Promise<Applied> {
  const { command, actor, situation, rules, now } = doing
  const { policy } = rules.basisOf(doing.beside.policy ?? claim.policy)
  const result = applyAct(command, situation, actor, { policy, now })
  if ('blocks' in result) return { outcome: 'refused', blocks: result.blocks }
  const key = { tenantId: claim.form.customer.tenantId, claimId: claim.form.claimId }
  if (result.status === null) {
    await removeClaim(tx, key, 'cancelled')
    return { outcome: 'done', claim: null }
  }
  return {
    outcome: 'done',
    claim: await store(tx, claim, { doing, done: result, status: result.status }),
  }
}

interface Storing {
  readonly doing: Doing
  readonly done: ActDone
  readonly status: NonNullable<ActDone['status']>
}

async function store(tx: Tx, claim: StoredClaim, { doing, done, status }: Storing): Promise<HubClaim> {
  const { beside, rules, now, actorName, command } = doing
  const at = new Date(now).toISOString()
  const assignedTo = assignmentAfter(command, { ...doing.actor, name: actorName }, now)
  const holder = assignedTo === undefined ? claim.assignedTo : assignedTo
  const change: ClaimChange = {
    at,
    status,
    matters: done.matters,
    entries: entriesOf(done, actorName),
    assignedTo: leaseWithin(status.state, holder),
    keepsRevision: isAssignmentAct(command.act),
    ...beside,
  }
  const after = await changeClaim(tx, claim, change, rules.basisOf(beside.policy ?? claim.policy))
  const moved = { before: claim, after, answer: answerOf(command.act), at }
  const affected = await settleClaim(tx, moved, rules.basisOf)
  const { claimId } = keyOf(after)
  await tellRivals(tx, affected, { rules, now, own: claimId })
  // It may have been let go of by its own act.
  const isAffected = affected.some((key) => key.claimId === claimId)
  return isAffected ? ((await findClaim(tx, keyOf(after))) ?? after) : after
}

interface Telling {
  readonly rules: Rules
  /** Epoch milliseconds. */
  readonly now: number
  /** The claim whose act it was: that counted its revision up already. Null = nobody acted. */
  readonly own: ClaimId | null
}

/**
 * Claims whose rivals changed show that, in their number and in their clocks; one that waited for an arbitration which nothing is left
 * of goes back to its review (T15a).
 */
export async function tellRivals(
  tx: Tx,
  affected: readonly ClaimKey[],
  { rules, now, own }: Telling,
): Promise<void> {
  if (affected.length === 0) return
  const once = [...new Map(affected.map((key) => [key.claimId, key])).values()]
  const isOwn = ({ claimId }: ClaimKey) => claimId === own
  await touchClaims(
    tx,
    once.filter((key) => !isOwn(key)),
    rules.basisOf,
  )
  for (const claim of await listClaims(tx, once.filter(isOwn)))
    await resetClocks(tx, claim, rules.basisOf(claim.policy))
  const contested = await countRivals(tx, once)
  for (const key of once) if (!contested.has(key.claimId)) await letGo(tx, key, { rules, now })
}

async function letGo(tx: Tx, key: ClaimKey, { rules, now }: Pick<Telling, 'rules' | 'now'>): Promise<void> {
  const claim = await findClaim(tx, key)
  if (claim === undefined || claim.matters.heldSince === null) return
  await applyToClaim(tx, claim, {
    command: { act: 'arbitration_over' },
    actor: { side: 'system' },
    actorName: SYSTEM_NAME,
    situation: situationOf(claim),
    rules,
    now,
    beside: {},
  })
}

const entriesOf = ({ entries }: ActDone, actorName: string): HistoryEntry[] =>
  entries.map((entry) => ({
    ...entry,
    entryId: randomUUID(),
    actorName: entry.side === 'system' ? SYSTEM_NAME : actorName,
  }))

/** Under which name the hub stands in histories. */
export const SYSTEM_NAME = 'Proofdesk'

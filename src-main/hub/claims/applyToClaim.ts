import { randomUUID } from 'node:crypto'
import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { assignmentAfter, isAssignmentAct, leaseWithin } from '../../domain/assignment/lease.ts'
import { type ActDone, applyAct, type ActResult } from '../../domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../domain/claim/commands.ts'
import type { Actor, ClaimSituation } from '../../domain/claim/situation.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { type ClaimKey, listSharing } from '../store/claimsRepo.ts'
import { type ClaimChange, changeClaim, removeClaim, touchClaims } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import type { Rules } from '../policy/rules.ts'
import { isContending } from './exclusivityKey.ts'
import type { HubClaim } from './hubClaim.ts'

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
 * happen by itself, and the rivals whose number of competitors changed.
 */
export async function applyToClaim(tx: Tx, claim: StoredClaim, doing: Doing): Promise<Applied> {
  const { command, actor, situation, rules, now } = doing
  const { policy } = rules.basisOf(doing.beside.policy ?? claim.policy)
  const result = applyAct(command, situation, actor, { policy, now })
  if ('blocks' in result) return { outcome: 'refused', blocks: result.blocks }
  const key = { tenantId: claim.form.customer.tenantId, claimId: claim.form.claimId }
  if (result.status === null) {
    await removeClaim(tx, key, 'cancelled', rules.basisOf)
    return { outcome: 'done', claim: null }
  }
  return {
    outcome: 'done',
    claim: await store(tx, claim, key, { doing, done: result, status: result.status }),
  }
}

interface Storing {
  readonly doing: Doing
  readonly done: ActDone
  readonly status: NonNullable<ActDone['status']>
}

async function store(
  tx: Tx,
  claim: StoredClaim,
  key: ClaimKey,
  { doing, done, status }: Storing,
): Promise<HubClaim> {
  const { beside, rules, now, actorName, command } = doing
  const at = new Date(now).toISOString()
  const changesRivalry = isContending(claim.state) !== isContending(status.state) || beside.form !== undefined
  const before = changesRivalry ? await listSharing(tx, key) : []
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
  const others = changesRivalry ? [...before, ...(await listSharing(tx, key))] : []
  const rivals = new Map(others.map((other) => [other.claimId, other]))
  await touchClaims(tx, [...rivals.values()], rules.basisOf)
  return after
}

const entriesOf = ({ entries }: ActDone, actorName: string): HistoryEntry[] =>
  entries.map((entry) => ({
    ...entry,
    entryId: randomUUID(),
    actorName: entry.side === 'system' ? SYSTEM_NAME : actorName,
  }))

/** Under which name the hub stands in histories. */
export const SYSTEM_NAME = 'Proofdesk'

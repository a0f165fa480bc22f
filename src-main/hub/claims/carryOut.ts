import { randomUUID } from 'node:crypto'
import type { HistoryEntry } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import { assignmentAfter, leavesRevision, leaseWithin } from '../../domain/assignment/lease.ts'
import { answerOf } from '../../domain/arbitration/answers.ts'
import { type ActDone, applyAct, type ActResult } from '../../domain/claim/applyAct.ts'
import type { ClaimCommand } from '../../domain/claim/commands.ts'
import type { Actor, ClaimSituation } from '../../domain/claim/situation.ts'
import type { ClaimMoved } from '../arbitration/settleClaim.ts'
import type { Rules } from '../policy/rules.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { type ClaimChange, changeClaim, keyOf, removeClaim } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import { notePair } from '../store/fourEyesRepo.ts'
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

export interface Refused {
  readonly outcome: 'refused'
  readonly blocks: Extract<ActResult, { blocks: unknown }>['blocks']
}

/** What an act made of a claim that still exists. */
export type MovedClaim = ClaimMoved & { readonly after: HubClaim }

export type CarriedOut =
  | { readonly outcome: 'done' /** Null = it is gone. */; readonly moved: MovedClaim | null }
  | Refused

/** The act alone: whoever asks for it settles the cases afterwards (`settleClaims`), for all claims that it moved at once. */
export async function carryOut(tx: Tx, claim: StoredClaim, doing: Doing): Promise<CarriedOut> {
  const { command, actor, situation, rules, now } = doing
  const { policy } = rules.basisOf(doing.beside.policy ?? claim.policy)
  const result = applyAct(command, situation, actor, { policy, now })
  if ('blocks' in result) return { outcome: 'refused', blocks: result.blocks }
  if (result.status === null) {
    await removeClaim(tx, keyOf(claim), 'cancelled')
    return { outcome: 'done', moved: null }
  }
  return { outcome: 'done', moved: await store(tx, claim, { doing, done: result, status: result.status }) }
}

interface Storing {
  readonly doing: Doing
  readonly done: ActDone
  readonly status: NonNullable<ActDone['status']>
}

async function store(tx: Tx, claim: StoredClaim, { doing, done, status }: Storing): Promise<MovedClaim> {
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
    keepsRevision: leavesRevision(command.act),
    ...beside,
  }
  await noteDisputeChecked(tx, claim, doing)
  const after = await changeClaim(tx, claim, change, rules.basisOf(beside.policy ?? claim.policy))
  return { before: claim, after, answer: answerOf(command.act), at }
}

/** T13: who rejected and who decides the dispute are written down together, for each time that it comes to a decision. */
async function noteDisputeChecked(
  tx: Tx,
  claim: StoredClaim,
  { command, actor, rules, now, beside }: Doing,
): Promise<void> {
  const makerId = claim.matters.rejection?.byUserId ?? null
  const { policy } = rules.basisOf(beside.policy ?? claim.policy)
  if (claim.subState !== 'dispute_review' || makerId === null || !policy.dispute.fourEyes) return
  if (actor.side !== 'reviewer' || !DECIDING.some((act) => act === command.act)) return
  const { tenantId, claimId } = keyOf(claim)
  const pair = { makerId, checkerId: actor.userId, at: new Date(now) }
  await notePair(tx, { tenantId, kind: 'dispute', item: `${claimId} ${claim.revision}`, ...pair })
}

const DECIDING = ['approve', 'reject', 'request_info'] as const

const entriesOf = ({ entries }: ActDone, actorName: string): HistoryEntry[] =>
  entries.map((entry) => ({
    ...entry,
    entryId: randomUUID(),
    actorName: entry.side === 'system' ? SYSTEM_NAME : actorName,
  }))

/** Under which name the hub stands in histories. */
export const SYSTEM_NAME = 'Proofdesk'

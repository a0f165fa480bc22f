import type {
  ArbitrationCase,
  PendingEnd,
} from '../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ConflictReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { decidedCase } from '../../domain/arbitration/decidedCase.ts'
import type { OutcomeAct, OutcomePlan } from '../../domain/arbitration/outcome.ts'
import { planOutcome, writtenAct } from '../../domain/arbitration/outcomePlan.ts'
import { blocksOf } from '../../domain/claim/applyAct.ts'
import type { ClaimSituation } from '../../domain/claim/situation.ts'
import type { CaseDecision } from '../api/caseDecision.ts'
import type { OperationResult } from '../api/operations.ts'
import type { HubUser } from '../api/people.ts'
import { settleClaims } from '../claims/applyToClaim.ts'
import { carryOut, type MovedClaim } from '../claims/carryOut.ts'
import { basisName } from '../claims/clockBasis.ts'
import { situationOf } from '../claims/situation.ts'
import { commentOf } from '../operations/commentsOf.ts'
import { mostTelling } from '../operations/conflictReason.ts'
import type { Rules } from '../policy/rules.ts'
import { updateCase } from '../store/arbitrationWrites.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { findClaim, listClaimants } from '../store/claimsRepo.ts'
import { keyOf } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import { endAssociations } from './endAssociations.ts'
import { type ActingOnCases, lookAtCases } from './lookAtCases.ts'
import { conflictOfBlock, isWrittenFor } from './outcomeConflict.ts'
import { type Side, whatIsDecided } from './sidesOfOutcome.ts'

/**
 * Carries out what a lead decided about one or several cases, on all of their claims or on none (domain.md section 4.5). What it was made
 * on, who made it, and every guard of every act are judged anew with what the database says now; the act of each claim is worked out here,
 * and only its letter is the lead's. What contends for the same is locked (`lockContest`).
 * @param claim the party on which the operation came.
 */
export async function decideCases(
  tx: Tx,
  claim: StoredClaim,
  decision: CaseDecision,
  { userId, rules, now }: ActingOnCases,
): Promise<OperationResult> {
  const found = await lookAtCases(tx, claim, decision, { userId, rules })
  if ('refused' in found) return found.refused
  const { user, cases, sides, conflict } = found
  const outcome = { decision, cases, sides, user, rules, now: now() }
  const prepared = await prepare(tx, outcome)
  if ('reasons' in prepared) return conflict(mostTelling(prepared.reasons) ?? 'not_allowed')
  await carryOutAll(tx, outcome, prepared)
  const after = await findClaim(tx, keyOf(claim))
  return { outcome: 'applied', revision: after?.revision ?? claim.revision }
}

interface Outcome {
  readonly decision: CaseDecision
  readonly cases: readonly ArbitrationCase[]
  readonly sides: readonly Side[]
  readonly user: HubUser
  readonly rules: Rules
  /** Epoch milliseconds. */
  readonly now: number
}

/** One act of the outcome with its words, ready to be done. */
interface PreparedAct {
  readonly claim: StoredClaim
  readonly act: OutcomeAct
  readonly comment: string
  readonly situation: ClaimSituation
}

interface Prepared {
  readonly plan: OutcomePlan
  readonly acts: readonly PreparedAct[]
}

/** Every guard of every act is asked before the first of them is done: each concerns a claim of its own. */
async function prepare(
  tx: Tx,
  outcome: Outcome,
): Promise<Prepared | { readonly reasons: readonly ConflictReason[] }> {
  const { decision, cases, sides, user } = outcome
  const plan = planOutcome(whatIsDecided(cases, sides), {
    lead: user,
    winners: cases.map(({ caseId, contested }) => ({
      key: contested.key,
      claimId: decision.cases.find((one) => one.caseId === caseId)?.winner ?? null,
    })),
    reason: decision.reason,
  })
  if ('blocks' in plan) return { reasons: plan.blocks.map(({ reason }) => conflictOfBlock(reason)) }
  if (!isWrittenFor(decision.letters, plan)) return { reasons: ['case_moved_on'] }
  const acts: PreparedAct[] = []
  for (const { claimId, act } of plan.acts) {
    const prepared = {
      ...(await situated(tx, outcome, { claimId, isLater: false })),
      act,
    }
    acts.push(prepared)
    if (isRefused(prepared, outcome)) return { reasons: ['not_allowed'] }
  }
  // What is written now and sent later is held against the same: nobody looks at it again.
  for (const { claimId, items } of plan.later) {
    const act = { act: 'end_association', items } as const
    const ending = { ...(await situated(tx, outcome, { claimId, isLater: true })), act }
    if (isRefused(ending, outcome)) return { reasons: ['not_allowed'] }
  }
  return { plan, acts }
}

function sideOf({ sides }: Outcome, claimId: string): Side {
  const side = sides.find((one) => one.claim.form.claimId === claimId)
  if (side === undefined) throw new Error(`The plan has an act for ${claimId}, which is no party`)
  return side
}

function isRefused({ claim, act, comment, situation }: PreparedAct, { user, rules, now }: Outcome): boolean {
  const { policy } = rules.basisOf(claim.policy)
  const actor = { side: 'reviewer', userId: user.userId, role: user.role } as const
  return blocksOf(writtenAct(act, comment), situation, actor, { policy, now }).length > 0
}

async function situated(
  tx: Tx,
  outcome: Outcome,
  { claimId, isLater }: { readonly claimId: string; readonly isLater: boolean },
) {
  const { claim, cases, seen } = sideOf(outcome, claimId)
  const comment = commentFor(outcome.decision, claimId, isLater)
  const others = await listClaimants(tx, keyOf(claim), comment)
  const situation = situationOf(claim, seen?.verdicts ?? [], others, { cases, now: outcome.now })
  // What was lost before is part of what is decided now.
  return { claim, comment, situation: { ...situation, isArbitrated: true } }
}

const commentFor = ({ letters }: CaseDecision, claimId: string, isLater: boolean): string =>
  letters.find((one) => one.claimId === claimId && one.isLater === isLater)?.comment ?? ''

/** The cases first: what its claims do then opens none of them again. They are settled once all is done. */
async function carryOutAll(tx: Tx, outcome: Outcome, { plan, acts }: Prepared): Promise<void> {
  const { user, rules, now, sides } = outcome
  const at = Instant.parse(new Date(now).toISOString())
  await writeOutcome(tx, outcome, plan, at)
  const moved: MovedClaim[] = []
  for (const { claim, act, comment, situation } of approvalsLast(acts)) {
    const note = act.act === 'reject' ? act.note : ''
    const carried = await carryOut(tx, claim, {
      command: writtenAct(act, comment),
      actor: { side: 'reviewer', userId: user.userId, role: user.role },
      actorName: user.name,
      situation,
      rules,
      now,
      beside: { addedComments: commentsOfAct(comment, note, { name: user.name, at }) },
    })
    if (carried.outcome === 'refused' || carried.moved === null)
      throw new Error('An act of an outcome was refused after its guards had passed')
    moved.push(carried.moved)
    if (act.act === 'approve') moved.push(...(await endAssociations(tx, carried.moved.after, { rules, now })))
  }
  const parties = sides.map(({ claim }) => keyOf(claim))
  await settleClaims(tx, moved, { rules, now }, parties)
}

/** An approval may end more of a holder of which this outcome ends something: that holder is read anew then, and never from before. */
const approvalsLast = (acts: readonly PreparedAct[]): PreparedAct[] =>
  acts.toSorted((a, b) => Number(a.act.act === 'approve') - Number(b.act.act === 'approve'))

function commentsOfAct(comment: string, note: string, author: Parameters<typeof commentOf>[1]) {
  const internal = { visibility: 'internal', inReplyTo: null } as const
  return [commentOf(comment, author), ...(note.trim() === '' ? [] : [commentOf(note, author, internal)])]
}

async function writeOutcome(
  tx: Tx,
  { decision, cases, user, rules }: Outcome,
  plan: OutcomePlan,
  at: Instant,
): Promise<void> {
  for (const one of cases) {
    const decided = decision.cases.find(({ caseId }) => caseId === one.caseId)
    const after = decidedCase(one, {
      at,
      by: { userId: user.userId, name: user.name },
      winner: decided?.winner ?? null,
      rung: decided?.rung ?? null,
      reason: decision.reason,
      pendingEnds: pendingEndsOf(one, decision, plan),
    })
    await updateCase(tx, after, { clocksBasis: basisName(rules.basisOf(one.policy)), lookAt: null })
  }
}

const pendingEndsOf = (
  { contested }: ArbitrationCase,
  decision: CaseDecision,
  { later }: OutcomePlan,
): PendingEnd[] =>
  later
    .filter(({ key }) => key === contested.key)
    .map(({ claimId, items }) => ({
      claimId,
      items: [...items],
      comment: commentFor(decision, claimId, true),
    }))

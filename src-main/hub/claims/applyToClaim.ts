import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { endAssociations } from '../arbitration/endAssociations.ts'
import { settleClaim } from '../arbitration/settleClaim.ts'
import { countRivals } from '../store/arbitrationRepo.ts'
import { type ClaimKey, findClaim, listClaims } from '../store/claimsRepo.ts'
import type { StoredClaim } from '../store/claimRows.ts'
import { keyOf, resetClocks, touchClaims } from '../store/claimWrites.ts'
import type { Tx } from '../store/database.ts'
import type { Rules } from '../policy/rules.ts'
import { carryOut, type Doing, type MovedClaim, type Refused } from './carryOut.ts'
import type { HubClaim } from './hubClaim.ts'
import { SYSTEM_NAME } from './carryOut.ts'
import { situationOf } from './situation.ts'

export type Applied =
  | { readonly outcome: 'done' /** Null = it is gone. */; readonly claim: HubClaim | null }
  | Refused

/**
 * Carries out an act on a claim that is locked in this transaction, with all that follows from it: history, clocks, what will
 * happen by itself, associations that waited for this approval, the cases of arbitration on what it names, and the rivals whose
 * number of competitors changed.
 */
export async function applyToClaim(tx: Tx, claim: StoredClaim, doing: Doing): Promise<Applied> {
  const carried = await carryOut(tx, claim, doing)
  if (carried.outcome === 'refused') return carried
  const { moved } = carried
  if (moved === null) return { outcome: 'done', claim: null }
  const { rules, now, command } = doing
  const ended = command.act === 'approve' ? await endAssociations(tx, moved.after, { rules, now }) : []
  const affected = await settleClaims(tx, [moved, ...ended], { rules, now })
  const { claimId } = keyOf(moved.after)
  // It may have been let go of by its own act.
  const isAffected = affected.some((key) => key.claimId === claimId)
  const after = isAffected ? await findClaim(tx, keyOf(moved.after)) : undefined
  return { outcome: 'done', claim: after ?? moved.after }
}

/**
 * What follows for cases and rivals from acts on these claims, once all of them are done: in between, a case would open that nobody means.
 * @param parties of cases that were decided: their rivals are others now, also where nothing was done to the claim itself.
 * @returns the claims whose rivals are others now.
 */
export async function settleClaims(
  tx: Tx,
  moved: readonly MovedClaim[],
  { rules, now }: Pick<Doing, 'rules' | 'now'>,
  parties: readonly ClaimKey[] = [],
): Promise<ClaimKey[]> {
  const affected = [...parties]
  for (const one of moved) affected.push(...(await settleClaim(tx, one, rules.basisOf)))
  await tellRivals(tx, affected, { rules, now, own: moved.map(({ after }) => keyOf(after).claimId) })
  return affected
}

interface Telling {
  readonly rules: Rules
  /** Epoch milliseconds. */
  readonly now: number
  /** The claims that were acted on: they counted their revisions up already. */
  readonly own: readonly ClaimId[]
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
  const isOwn = ({ claimId }: ClaimKey) => own.includes(claimId)
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

/** @returns whether the claim waited. */
export async function letGo(
  tx: Tx,
  key: ClaimKey,
  { rules, now }: Pick<Telling, 'rules' | 'now'>,
): Promise<boolean> {
  const claim = await findClaim(tx, key)
  if (claim === undefined || claim.matters.heldSince === null) return false
  const done = await applyToClaim(tx, claim, {
    command: { act: 'arbitration_over' },
    actor: { side: 'system' },
    actorName: SYSTEM_NAME,
    situation: situationOf(claim),
    rules,
    now,
    beside: {},
  })
  return done.outcome === 'done'
}

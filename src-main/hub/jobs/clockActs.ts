import { asc, lte, sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClockAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import { applyToClaim } from '../claims/applyToClaim.ts'
import { SYSTEM_NAME } from '../claims/carryOut.ts'
import { situationOf } from '../claims/situation.ts'
import type { Log } from '../log.ts'
import type { Rules } from '../policy/rules.ts'
import { type ClaimKey, findClaim, lockTenant } from '../store/claimsRepo.ts'
import { dropNextAct } from '../store/claimWrites.ts'
import type { Db, Tx } from '../store/database.ts'
import { claims } from '../store/schema.ts'
import { transact } from '../store/transact.ts'

export interface JobPorts {
  readonly db: Db
  readonly rules: Rules
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Log
}

/**
 * Does what clocks bring about by themselves (T6, T11, the end of dispute windows): every act that is due, oldest first, each in a
 * transaction of its own. A claim that another hub, or a reviewer, has locked is passed over and comes again: two hubs on one
 * database share the work, and each act happens once, because it moves the claim on in the transaction that holds it.
 * @param isStopping asked between acts.
 * @returns how many acts were done.
 */
export async function doDueClockActs(
  ports: JobPorts,
  isStopping: () => boolean = () => false,
): Promise<number> {
  for (let done = 0; ; done += 1) {
    if (isStopping() || !(await transact(ports.db, (tx) => doNext(tx, ports)))) return done
  }
}

/** When the next act is due, in epoch milliseconds; null = none is foreseen. */
export async function nextClockActAt(db: Db): Promise<number | null> {
  const rows = await db.select({ at: sql<string | null>`min(${claims.nextActAt})` }).from(claims)
  const at = rows[0]?.at ?? null
  return at === null ? null : new Date(at).getTime()
}

async function doNext(tx: Tx, ports: JobPorts): Promise<boolean> {
  const rows = await tx
    .select({ tenantId: claims.tenantId, claimId: claims.claimId, act: claims.nextAct })
    .from(claims)
    .where(lte(claims.nextActAt, new Date(ports.now())))
    .orderBy(asc(claims.nextActAt), asc(claims.claimId))
    .limit(1)
    .for('update', { skipLocked: true })
  const due = rows[0]
  if (due === undefined || due.act === null) return false
  // Both were written from a parsed form.
  await doAct(tx, ports, { tenantId: due.tenantId as TenantId, claimId: due.claimId as ClaimId }, due.act)
  return true
}

async function doAct(tx: Tx, ports: JobPorts, key: ClaimKey, act: ClockAct): Promise<void> {
  // Its rivals' cases are written then: somebody who writes them too has to wait. Of two who wait for each other the server lets one begin anew.
  if (act === 'consent_over') await lockTenant(tx, key.tenantId)
  const claim = await findClaim(tx, key)
  if (claim === undefined) return
  if (!ports.rules.knows(claim.policy)) await ports.rules.refresh(tx)
  const applied = await applyToClaim(tx, claim, {
    command: { act },
    actor: { side: 'system' },
    actorName: SYSTEM_NAME,
    situation: situationOf(claim),
    rules: ports.rules,
    now: ports.now(),
    beside: {},
  })
  if (applied.outcome === 'done') return
  // The rules foresaw this act when they set the clocks; if they now refuse it, it must not be tried for ever.
  await dropNextAct(tx, key)
  const reasons = applied.blocks.map(({ reason }) => reason).join(', ')
  ports.log({ level: 'error', event: 'a clock act was refused', facts: { act, reasons } })
}

import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { ClockAct } from '../../../src-preload/contract/vocabulary/actWords.ts'
import { applyToClaim } from '../claims/applyToClaim.ts'
import { SYSTEM_NAME } from '../claims/carryOut.ts'
import { situationOf } from '../claims/situation.ts'
import type { Log } from '../log.ts'
import type { Rules } from '../policy/rules.ts'
import { type ClaimKey, findClaim, isClaim } from '../store/claimsRepo.ts'
import { dropNextAct } from '../store/claimWrites.ts'
import { narrowTo } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { claims } from '../store/schema.ts'
import { lockContest } from '../store/thingLocks.ts'
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
  let done = 0
  while (!isStopping()) {
    const due = await findDue(ports)
    if (due === null) break
    if (await transact(ports.db, (tx) => doAct(tx, ports, due))) done += 1
  }
  return done
}

/** When the next act is due, in epoch milliseconds; null = none is foreseen. */
export async function nextClockActAt(db: Db): Promise<number | null> {
  const rows = await db.select({ at: sql<string | null>`min(${claims.nextActAt})` }).from(claims)
  const at = rows[0]?.at ?? null
  return at === null ? null : new Date(at).getTime()
}

interface DueAct extends ClaimKey {
  readonly act: ClockAct
}

/** A claim that nobody has locked: it is let go again at once, since rivals are locked in another order. */
async function findDue({ db, now }: JobPorts): Promise<DueAct | null> {
  const rows = await db
    .select({ tenantId: claims.tenantId, claimId: claims.claimId, act: claims.nextAct })
    .from(claims)
    .where(lte(claims.nextActAt, new Date(now())))
    .orderBy(asc(claims.nextActAt), asc(claims.claimId))
    .limit(1)
    .for('update', { skipLocked: true })
  const due = rows[0]
  if (due === undefined || due.act === null) return null
  // Both ids were written from a parsed form.
  return { tenantId: due.tenantId as TenantId, claimId: due.claimId as ClaimId, act: due.act }
}

/** Whether it is due still, now that the claim is locked. */
async function isStillDue(tx: Tx, due: DueAct, now: number): Promise<boolean> {
  const rows = await tx
    .select({ claimId: claims.claimId })
    .from(claims)
    .where(and(isClaim(claims, due), eq(claims.nextAct, due.act), lte(claims.nextActAt, new Date(now))))
  return rows.length > 0
}

/** @returns false where another hub has done it, or the claim has moved on. */
async function doAct(tx: Tx, ports: JobPorts, due: DueAct): Promise<boolean> {
  const { tenantId, claimId, act } = due
  await narrowTo(tx, tenantId)
  await lockContest(tx, { tenantId, claimIds: [claimId] })
  if (!(await isStillDue(tx, due, ports.now()))) return false
  const claim = await findClaim(tx, due)
  if (claim === undefined) return false
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
  if (applied.outcome === 'done') return true
  // The rules foresaw this act when they set the clocks; if they now refuse it, it must not be tried for ever.
  await dropNextAct(tx, due)
  const reasons = applied.blocks.map(({ reason }) => reason).join(', ')
  ports.log({ level: 'error', event: 'a clock act was refused', facts: { act, reasons } })
  return true
}

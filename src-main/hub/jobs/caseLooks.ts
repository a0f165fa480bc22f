import { asc, lte, sql } from 'drizzle-orm'
import type { TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { settleCases } from '../arbitration/settleCases.ts'
import { tellRivals } from '../claims/applyToClaim.ts'
import { listLivingCases, type ThingKey } from '../store/arbitrationRepo.ts'
import { narrowTo } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { arbitrationCases } from '../store/schema.ts'
import { lockContest } from '../store/thingLocks.ts'
import { transact } from '../store/transact.ts'
import type { JobPorts } from './clockActs.ts'

/**
 * Looks at every case for which time alone made a difference: nobody answered by the day, or the subscription of somebody who holds the
 * thing ended. Each in a transaction of its own; of two hubs the second finds it done.
 * @returns how many there were.
 */
export async function lookAtDueCases(
  ports: JobPorts,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const due = await ports.db
    .select({ tenantId: arbitrationCases.tenantId, key: arbitrationCases.exclusivityKey })
    .from(arbitrationCases)
    .where(lte(arbitrationCases.lookAt, new Date(ports.now())))
    .orderBy(asc(arbitrationCases.lookAt))
    .limit(MOST_AT_ONCE)
  let looked = 0
  for (const { tenantId, key } of due) {
    if (isStopping()) break
    // Written from a parsed form.
    await look(ports, { tenantId: tenantId as TenantId, key })
    looked += 1
  }
  return looked
}

const MOST_AT_ONCE = 200

/** When the next case is to be looked at, in epoch milliseconds; null = none is foreseen. */
export async function nextCaseLookAt(db: Db): Promise<number | null> {
  const rows = await db
    .select({ at: sql<string | null>`min(${arbitrationCases.lookAt})` })
    .from(arbitrationCases)
  const at = rows[0]?.at ?? null
  return at === null ? null : new Date(at).getTime()
}

function look({ db, rules, now }: JobPorts, thing: ThingKey): Promise<void> {
  return transact(db, async (tx) => {
    await narrowTo(tx, thing.tenantId)
    await lockContest(tx, { tenantId: thing.tenantId, claimIds: [], keys: [thing.key] })
    await rules.refresh(tx)
    const at = new Date(now()).toISOString()
    const things = (await listLivingCases(tx, [thing])).map(({ contested }) => ({ ...thing, contested }))
    const affected = await settleCases(tx, things, { basisOf: rules.basisOf, at })
    await tellRivals(tx, affected, { rules, now: now(), own: [] })
  })
}

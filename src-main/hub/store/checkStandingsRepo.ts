import { and, asc, eq, sql } from 'drizzle-orm'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import type { Db, Tx } from './database.ts'
import { HUB_TENANT } from './hubTenant.ts'
import { checkStandings } from './schema.ts'

export interface StandingRow {
  readonly policy: PolicyVersion
  readonly criterion: Criterion
  readonly hits: number
  readonly of: number
  readonly low: number
  readonly high: number
  readonly isAdvisory: boolean
}

export interface KeptStanding extends Omit<StandingRow, 'isAdvisory'> {
  /** Null = its finding counts by itself. */
  readonly advisorySince: Instant | null
}

export async function listStandings(db: Db | Tx): Promise<KeptStanding[]> {
  const rows = await db
    .select()
    .from(checkStandings)
    .where(eq(checkStandings.tenantId, HUB_TENANT))
    .orderBy(asc(checkStandings.policyId), asc(checkStandings.policyVersion), asc(checkStandings.criterion))
  return rows.map(({ policyId, policyVersion, criterion, hits, outOf, low, high, advisorySince }) => ({
    policy: { id: policyId, version: policyVersion },
    criterion,
    hits,
    of: outOf,
    low,
    high,
    advisorySince: advisorySince === null ? null : (advisorySince.toISOString() as Instant), // what a date gives is one
  }))
}

/** Writes what was reckoned now. A check that was advisory before stays so since then; those that nothing is known of any more go. */
export async function putStandings(tx: Tx, rows: readonly StandingRow[], at: Date): Promise<void> {
  for (const { policy, criterion, isAdvisory, of: outOf, ...share } of rows) {
    const since = isAdvisory ? at : null
    await tx
      .insert(checkStandings)
      .values({
        tenantId: HUB_TENANT,
        policyId: policy.id,
        policyVersion: policy.version,
        criterion,
        outOf,
        ...share,
        advisorySince: since,
      })
      .onConflictDoUpdate({
        target: [
          checkStandings.tenantId,
          checkStandings.policyId,
          checkStandings.policyVersion,
          checkStandings.criterion,
        ],
        set: {
          outOf,
          ...share,
          advisorySince: isAdvisory
            ? sql`coalesce(${checkStandings.advisorySince}, excluded.advisory_since)`
            : null,
        },
      })
  }
  for (const { policy, criterion } of await listStandings(tx)) {
    const isKnown = rows.some(
      (row) =>
        row.criterion === criterion && row.policy.id === policy.id && row.policy.version === policy.version,
    )
    if (!isKnown) await removeStanding(tx, policy, criterion)
  }
}

async function removeStanding(tx: Tx, { id, version }: PolicyVersion, criterion: Criterion): Promise<void> {
  await tx
    .delete(checkStandings)
    .where(
      and(
        eq(checkStandings.tenantId, HUB_TENANT),
        eq(checkStandings.policyId, id),
        eq(checkStandings.policyVersion, version),
        eq(checkStandings.criterion, criterion),
      ),
    )
}

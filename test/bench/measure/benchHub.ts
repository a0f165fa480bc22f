import { sql } from 'drizzle-orm'
import type { HubClaim } from '../../../src-main/hub/claims/hubClaim.ts'
import { openServer } from '../../builders/hub/testDatabase.ts'
import { aHubClaim, sha256Of } from '../../builders/hub/hubClaim.ts'
import { startPostgres } from '../../builders/hub/postgresServer.ts'
import { openTestHub, type TestHub } from '../../builders/hub/testHub.ts'

export interface BenchHub {
  readonly hub: TestHub
  readonly url: string
  close(): Promise<void>
}

/** A hub over HTTP, in this process, on a PostgreSQL 15 of its own that syncs every commit. */
export async function openBenchHub(): Promise<BenchHub> {
  const server = await startPostgres(true)
  try {
    const hub = await openTestHub(openServer({ url: server.url }))
    return {
      hub,
      url: server.url,
      close: async () => {
        await hub.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Two claims to a customer. In SQL: `benchTenant`. */
const tenantOf = (n: number) => `00000000-0000-4000-8000-${(n >> 1).toString(16).padStart(12, '0')}`

/** SQL for the tenant of the claim whose number this SQL is. */
export const benchTenant = (n: string) =>
  `('00000000-0000-4000-8000-' || lpad(to_hex((${n})::bigint >> 1), 12, '0'))::uuid`

/** Claim number `n` as it waits for its first review: two items, two papers, one entry of history. */
export const waitingClaim = (n: number): HubClaim =>
  aHubClaim({
    claimId: `B-${n}`,
    tenantId: tenantOf(n),
    state: 'submitted',
    subState: 'queued',
    products: n % 2 === 0 ? ['m365.teams', 'm365.intune'] : ['m365.exchange', 'm365.sharepoint'],
    documents: [`statement of work ${n}`, `acceptance ${n}`],
  })

/** Puts these in, so many to a transaction, and has the server count them. */
export async function fill({ hub }: BenchHub, claims: number, perTransaction: number): Promise<void> {
  for (let from = 0; from < claims; from += perTransaction) {
    const size = Math.min(perTransaction, claims - from)
    await hub.put(...Array.from({ length: size }, (_, at) => waitingClaim(from + at)))
  }
  await hub.owner.execute(sql`analyze`)
}

/** What stands for a digest where none is compared. */
export const SOME_SHA256 = sha256Of('')

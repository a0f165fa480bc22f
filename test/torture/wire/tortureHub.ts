import { eq } from 'drizzle-orm'
import { ClaimRecord } from '../../../src-preload/contract/vocabulary/claimShape.ts'
import type { ClaimId, TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { OperationRequest, OperationResult } from '../../../src-main/hub/api/operations.ts'
import { beginEpoch } from '../../../src-main/hub/feed/beginEpoch.ts'
import { doDueClockActs } from '../../../src-main/hub/jobs/clockActs.ts'
import { listRecords } from '../../../src-main/hub/store/claimRecords.ts'
import type { HubDatabase } from '../../../src-main/hub/store/database.ts'
import { claimComments, claims, feedEpochs, operations } from '../../../src-main/hub/store/schema.ts'
import { aHubClaim, type ClaimWish } from '../../builders/hub/hubClaim.ts'
import { openTestHub, serveApp, type TestHub } from '../../builders/hub/testHub.ts'

/** An operation as the hub keeps it. */
export interface KeptOperation {
  readonly operationId: string
  readonly claimId: string
  readonly clientId: string
  readonly sequence: number
  readonly kind: string
  readonly request: OperationRequest
  readonly result: OperationResult
}

/** The real hub on a database, whose program may end and start anew while the data stay. */
export interface TortureHub {
  readonly hub: TestHub
  /** Changes with each start. */
  url(): string
  /** Ends the program, whoever is connected, and starts it anew on the same data. */
  restart(): Promise<void>
  /** The data are as if restored on another server: old links of the feed are forgotten. */
  beginNewEpoch(): Promise<void>
  /** What clocks bring about by themselves. */
  doClockActs(): Promise<void>
  putClaims(wishes: readonly ClaimWish[]): Promise<void>
  /** Every claim as the hub has it, by id. */
  records(): Promise<ReadonlyMap<string, ClaimRecord>>
  /** The revision of every claim, by id: a cheap first look. */
  revisions(): Promise<ReadonlyMap<string, number>>
  operations(): Promise<KeptOperation[]>
  /** The text of every comment there is. */
  comments(): Promise<string[]>
  close(): Promise<void>
}

/** `now` is the hub's clock, in epoch milliseconds. */
export async function openTortureHub(database: HubDatabase, now: () => number): Promise<TortureHub> {
  const hub = await openTestHub(database)
  // The builder's clock stands still until it is set; here it is somebody else's.
  Object.defineProperty(hub.clock, 'now', { get: now, set() {} })
  const { db } = hub.ports
  let served = await serveApp(hub.ports)
  return {
    hub,
    url: () => served.url,
    async restart() {
      await served.close()
      served = await serveApp(hub.ports)
    },
    async beginNewEpoch() {
      await db.update(feedEpochs).set({ server: 'another one' })
      await beginEpoch(db)
    },
    async doClockActs() {
      await doDueClockActs(hub.ports)
    },
    async putClaims(wishes) {
      const made = wishes.map(aHubClaim)
      for (const text of new Set(wishes.flatMap(({ documents }) => documents ?? ['proof'])))
        await hub.ports.documents.put(new TextEncoder().encode(text))
      await hub.put(...made)
    },
    async records() {
      const keys = await db.select({ tenantId: claims.tenantId, claimId: claims.claimId }).from(claims)
      // Ids are written from parsed forms.
      const found = await listRecords(db, keys as { tenantId: TenantId; claimId: ClaimId }[])
      return new Map(found.map((record) => [record.form.claimId, ClaimRecord.parse(record)]))
    },
    async revisions() {
      const rows = await db.select({ claimId: claims.claimId, revision: claims.revision }).from(claims)
      return new Map(rows.map(({ claimId, revision }) => [claimId, revision]))
    },
    operations: async () => db.select().from(operations),
    comments: async () =>
      (
        await db
          .select({ body: claimComments.body })
          .from(claimComments)
          .where(eq(claimComments.side, 'reviewer'))
      ).map(({ body }) => body),
    async close() {
      await served.close()
      await hub.close()
    },
  }
}

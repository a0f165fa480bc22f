import { createHash } from 'node:crypto'
import { Instant, Sha256, type UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { SentRead } from '../api/reads.ts'
import { type ClaimKey, findTenant } from '../store/claimsRepo.ts'
import { actingAs, LOOK } from '../store/callerContext.ts'
import type { Db } from '../store/database.ts'
import { keepReads, type NewRead } from '../store/readsRepo.ts'
import { transact } from '../store/transact.ts'

export interface ReadPorts {
  readonly db: Db
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Keeps what a person looked at on a workstation, claim by claim and each claim in a transaction of its own: nothing here waits for a decision
 * or lets one wait. Also of claims that are gone, or that the person may not see any more. @returns how many were new.
 */
export async function noteReads(
  { db, now }: ReadPorts,
  userId: UserId,
  reads: readonly SentRead[],
): Promise<number> {
  let kept = 0
  for (const [claimId, own] of Map.groupBy(reads, (read) => read.claimId)) {
    const tenantId = await actingAs(LOOK, () => findTenant(db, claimId))
    if (tenantId === undefined) continue
    const rows = own.map(({ claimId: _claim, ...read }) => ({ ...read, userId }))
    kept += await keep(db, { tenantId, claimId }, rows, now())
  }
  return kept
}

/** An act on the customer's rows, whoever reads: a caller's own eyes write nothing. */
const keep = (db: Db, key: ClaimKey, reads: readonly NewRead[], now: number): Promise<number> =>
  actingAs({ kind: 'act', tenantId: key.tenantId }, () =>
    transact(db, (tx) => keepReads(tx, key, reads, new Date(now))),
  )

const DAY = 'YYYY-MM-DD'.length
const MOST_REMEMBERED = 50_000
const served = new WeakMap<Db, Set<string>>()

/** Notes that the hub gives a person the bytes of a paper: once a day (UTC), however many ranges they fetch. Before the first byte. */
export async function noteServed(
  { db, now }: ReadPorts,
  key: ClaimKey,
  { userId, sha256 }: { readonly userId: UserId; readonly sha256: Sha256 },
): Promise<void> {
  const at = Instant.parse(new Date(now()).toISOString())
  const name = `served ${userId} ${key.claimId} ${sha256} ${at.slice(0, DAY)}`
  const known = served.get(db) ?? new Set<string>()
  served.set(db, known)
  if (known.has(name)) return
  const readId = Sha256.parse(createHash('sha256').update(name).digest('hex'))
  const read = { readId, userId, act: 'document_served', sha256, pages: null, at } as const
  await keep(db, key, [read], now())
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.add(name)
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentStore } from '../documents/documentStore.ts'
import { readJsonFile } from '../policy/jsonFile.ts'
import type { Rules } from '../policy/rules.ts'
import { bringClaims } from '../claims/bringClaims.ts'
import { hasClaims } from '../store/claimsRepo.ts'
import type { Db } from '../store/database.ts'
import { putDemoUsers } from '../store/peopleRepo.ts'
import { lockFeed } from '../feed/beginEpoch.ts'
import { demoClaimAt, type StoredBytes } from './demoClaimAt.ts'
import { DemoQueue } from './demoShape.ts'

export interface DemoPorts {
  readonly db: Db
  readonly documents: DocumentStore
  readonly rules: Rules
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Lets the demo people in and, when the hub has never held a claim, fills its queue, all in one transaction. A hub with data keeps
 * its claims as they are.
 * @param folder holds `demo.json` and `documents/`.
 * @returns how many claims were put in.
 */
export async function fillDemoQueue(ports: DemoPorts, folder: string): Promise<number> {
  const { db, rules, now } = ports
  const queue = await readJsonFile(join(folder, 'demo.json'), DemoQueue)
  await putDemoUsers(db, queue.people)
  if (await hasClaims(db)) return 0
  const stored = await storeDocuments(ports.documents, join(folder, 'documents'), filesOf(queue))
  const basis = { policy: rules.profileFor(new Date(now()).toISOString()), calendar: rules.calendar }
  const setting = { now: now(), basis, people: queue.people, stored }
  const claims = queue.claims.map((claim) => demoClaimAt(claim, setting))
  return db.transaction(async (tx) => {
    // Of two hubs that start on one empty database, the second waits here and then finds claims.
    await lockFeed(tx)
    if (await hasClaims(tx)) return 0
    await bringClaims(tx, claims, rules.basisOf)
    return claims.length
  })
}

function filesOf(queue: DemoQueue): string[] {
  return [...new Set(queue.claims.flatMap(({ documents }) => documents.map(({ file }) => file)))]
}

async function storeDocuments(
  documents: DocumentStore,
  folder: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, StoredBytes>> {
  const stored = new Map<string, StoredBytes>()
  for (const file of files) {
    const bytes = await readFile(join(folder, file))
    stored.set(file, { sha256: await documents.put(bytes), sizeBytes: bytes.length })
  }
  return stored
}

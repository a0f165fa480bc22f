import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentStore } from '../documents/documentStore.ts'
import { readJsonFile } from '../policy/jsonFile.ts'
import type { Rules } from '../policy/rules.ts'
import { bringClaims } from '../claims/bringClaims.ts'
import { hasClaims } from '../store/claimsRepo.ts'
import type { Db } from '../store/database.ts'
import { transact } from '../store/transact.ts'
import { putDemoUsers, teamMember } from '../store/peopleRepo.ts'
import { lockFeed } from '../feed/beginEpoch.ts'
import { demoClaimAt, type StoredBytes } from './demoClaimAt.ts'
import { lookUp } from '../lookup/lookUp.ts'
import type { ReferenceLookup } from '../lookup/referenceLookup.ts'
import { askDemoParty } from './askDemoParty.ts'
import { decideDemoCases, type WriteLetter } from './decideDemoCases.ts'
import { tellDemoQuality } from './tellDemoQuality.ts'
import { type DemoAsk, DemoQueue } from './demoShape.ts'

export interface DemoPorts {
  readonly db: Db
  readonly documents: DocumentStore
  readonly rules: Rules
  readonly lookup: ReferenceLookup
  readonly writeLetter: WriteLetter
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
  const { db, rules, writeLetter, now } = ports
  const queue = await readJsonFile(join(folder, 'demo.json'), DemoQueue)
  await putDemoUsers(db, queue.people)
  if (await hasClaims(db)) return 0
  const stored = await storeDocuments(ports.documents, join(folder, 'documents'), filesOf(queue))
  const basis = { policy: rules.profileFor(new Date(now()).toISOString()), calendar: rules.calendar }
  const lookups = await lookUpAll(queue, ports)
  const setting = { now: now(), basis, people: queue.people, stored, lookups }
  const claims = queue.claims.map((claim) => demoClaimAt(claim, setting))
  return transact(db, async (tx) => {
    // Of two hubs that start on one empty database, the second waits here and then finds claims.
    await lockFeed(tx)
    if (await hasClaims(tx)) return 0
    await bringClaims(tx, claims, rules.basisOf)
    for (const ask of queue.asks)
      await askDemoParty(tx, ask, { ...aimOf(ask, queue), rules, now: now() - ask.daysAgo * DAY })
    for (const outcome of queue.outcomes) {
      const at = now() - outcome.daysAgo * DAY
      await decideDemoCases(tx, outcome, { ...aimOf(outcome, queue), rules, writeLetter, now: at })
    }
    if (queue.quality !== null)
      await tellDemoQuality(tx, queue.quality, { queue, claims, policy: basis.policy, now: now() })
    return claims.length
  })
}

const DAY = 86_400_000

/** The claim that is meant, and who asks or decides. */
function aimOf({ claimId, byUserId }: Pick<DemoAsk, 'claimId' | 'byUserId'>, { claims, people }: DemoQueue) {
  const form = claims.find((claim) => claim.form.claimId === claimId)?.form
  const caller = people.find(({ userId }) => userId === byUserId)
  const user = caller === undefined ? undefined : teamMember(caller)
  if (form === undefined || user === undefined)
    throw new Error(`The demo has somebody act on ${claimId} who cannot`)
  return { key: { tenantId: form.customer.tenantId, claimId }, user }
}

/** As their submission would have: a draft was not submitted. */
async function lookUpAll({ claims }: DemoQueue, { lookup, now }: DemoPorts) {
  const submitted = claims.filter(({ state }) => state !== 'editing')
  const found = submitted.map(async ({ form }) => [form.claimId, await lookUp(form, lookup, now())] as const)
  return new Map(await Promise.all(found))
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

import type { AuditActName } from '../../../src-preload/contract/vocabulary/auditWords.ts'
import { z } from 'zod'
import type { CaseId, ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { listCaseIds, removeCase } from '../../store/arbitrationRepo.ts'
import { forgetCaseLetGo, listCasesLetGo } from '../../store/casesLetGoRepo.ts'
import { forgetLetGo, listLetGo } from '../../store/claimsLetGoRepo.ts'
import { listClaimIds, removeClaim } from '../../store/feedRepo.ts'
import { findValue, removeValue } from '../../store/profileRepo.ts'
import { listQuarantinedIds } from '../../store/stateRepo.ts'
import type { Core } from '../core.ts'
import { applyItem } from './applyItem.ts'
import { type Changed, note } from './pull.ts'
import { askingAs } from './asking.ts'
import { fetchBucketPage, fetchCheckpoint } from './hubCheckpoint.ts'
import { bucketOf, sumStates } from './stateHashes.ts'
import { tellOf } from './tellOf.ts'

/** Where more differ than that, reading everything anew is less work than asking part by part. */
const TOO_MANY = 32

/**
 * Holds what is here against what the hub has, part by part (trust.md Y9). A part that differs twice in a row, with nothing pulled
 * between, is fetched anew: the feed has missed something there. Rejects with HubUnavailable.
 */
export async function compareStates(core: Core, shouldStop: () => boolean): Promise<void> {
  const first = await differingBuckets(core)
  if (first.length === 0 || shouldStop()) return
  const again = await differingBuckets(core)
  const wrong = again.filter((bucket) => first.includes(bucket))
  if (wrong.length === 0 || shouldStop()) return
  core.ports.log({
    level: 'error',
    event: 'claims here were not what the hub has',
    facts: { buckets: wrong.length },
  })
  if (wrong.length > TOO_MANY) return readAllAnew(core)
  const claimsOf = core.store.write((store) => Map.groupBy(listClaimIds(store), bucketOf))
  const casesOf = core.store.read((store) => Map.groupBy(listCaseIds(store), bucketOf))
  for (const bucket of wrong) {
    if (shouldStop()) return
    await refetchBucket(core, bucket, {
      claims: claimsOf.get(bucket) ?? [],
      cases: casesOf.get(bucket) ?? [],
    })
  }
}

/** Those that did not move since the present point of the feed, and differ all the same. */
async function differingBuckets(core: Core): Promise<number[]> {
  const token = deltaTokenOf(core)
  if (token === null) return []
  const checkpoint = await fetchCheckpoint(askingAs(core), token)
  if (checkpoint === null) return []
  const sums = await sumStates(core)
  // Of a claim in quarantine the state here is an older one, and a person knows of it.
  const excused = new Set(core.store.read(listQuarantinedIds).map(bucketOf))
  return checkpoint.buckets
    .filter(({ bucket, claims, hash, moved }) => {
      const here = sums.stateOf(bucket)
      return !moved && !excused.has(bucket) && (here.claims !== claims || here.hash !== hash)
    })
    .map(({ bucket }) => bucket)
}

/** The token inside the link of the feed; null in the middle of a round, or where the hub writes other links. */
function deltaTokenOf(core: Core): string | null {
  const link = core.store.read((store) => findValue(store, 'feed_link', z.string()))
  return URL.parse(link ?? '', 'http://hub')?.searchParams.get('$deltatoken') ?? null
}

/** The next pull is a full one. */
function readAllAnew(core: Core): void {
  core.store.write((store) => {
    removeValue(store, 'feed_link')
    appendAudit(store, { ...entryOf(core, 'everything is read anew'), facts: {} })
  })
}

async function refetchBucket(core: Core, bucket: number, known: Changed): Promise<void> {
  const seen = new Set<ClaimId | CaseId>()
  const changed: Changed = { claims: [], cases: [] }
  for (let link: string | null = null; ; ) {
    const page = await fetchBucketPage(askingAs(core), bucket, link)
    const now = core.ports.clock.now()
    core.store.write((store) => {
      for (const raw of page.value) {
        // What the hub has counts, also where it is older than what is here.
        note(changed, applyItem(store, raw, { now, seen, isFinal: true }))
      }
    })
    link = page['@odata.nextLink'] ?? null
    if (link === null) break
  }
  core.store.write((store) => {
    const claims = known.claims.filter((claimId) => !seen.has(claimId) && removeClaim(store, claimId))
    const cases = known.cases.filter((caseId) => !seen.has(caseId) && removeCase(store, caseId))
    for (const { claimId } of listLetGo(store))
      if (bucketOf(claimId) === bucket && !seen.has(claimId)) forgetLetGo(store, claimId)
    for (const { caseId } of listCasesLetGo(store))
      if (bucketOf(caseId) === bucket && !seen.has(caseId)) forgetCaseLetGo(store, caseId)
    changed.claims.push(...claims)
    changed.cases.push(...cases)
    const facts = { bucket, items: seen.size, gone: claims.length + cases.length }
    appendAudit(store, { ...entryOf(core, 'bucket refetched'), facts })
  })
  tellOf(core, changed)
}

const entryOf = (core: Core, act: AuditActName) => ({
  at: core.ports.clock.now(),
  actor: core.session.user().userId,
  act,
  claimId: null,
})

import type { z } from 'zod'
import { CONTRACT_VERSION } from '../../../src-preload/contract/version.ts'
import type { ClaimId, Instant, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  type RECORD_ENTRIES,
  type RecordEntryName,
  SeenWhenDecided,
} from '../../../src-preload/contract/recordShape.ts'
import { type AuditEntry, listAuditOfClaim } from '../../store/auditRepo.ts'
import { findClaim } from '../../store/claimsRepo.ts'
import { listDecided } from '../../store/decidedRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findWaiting, placeOfOperation } from '../../store/outboxRepo.ts'
import { findCalendar, findPolicy } from '../../store/referenceRepo.ts'
import { isHidden } from '../checks/blindClaims.ts'
import { getClaimAtHand } from '../claims/claimAtHand.ts'
import type { Core } from '../core.ts'
import { pagesIn, rangesOf } from '../seen/pageRanges.ts'

type EntryValues = { readonly [N in RecordEntryName]: z.infer<(typeof RECORD_ENTRIES)[N]> }
export interface GatheredRecord {
  readonly entries: EntryValues
}

/** The last decision of this claim that was made here, with all that belongs to it; null = there is none that can be read. */
export function gatherRecord(core: Core, claimId: ClaimId): GatheredRecord | null {
  const { session, ports } = core
  const { userId, name, role } = session.user()
  const now = ports.clock.now()
  return core.store.read((store) => {
    const seen = lastDecision(store, claimId)
    if (seen === null || isHeldBack(store, claimId, userId)) return null
    const { operation, claim, ...findings } = seen
    const acts = listAuditOfClaim(store, claimId)
    const talk = findClaim(store, claimId)?.record ?? claim
    return {
      entries: {
        'decision.json': {
          ...operation,
          standing: standingOf(store, operation.operationId, now),
          letter: letterIn(operation.action),
        },
        'claim.json': claim,
        'findings.json': findings,
        'policy.json': findPolicy(store, claim.policy),
        'calendar.json': claim.calendar === null ? null : findCalendar(store, claim.calendar),
        'pages-seen.json': pagesSeen(acts, operation.madeAt),
        'history.json': { history: talk.history, comments: talk.comments },
        'audit.json': acts.map(recordedAct),
        'made.json': {
          at: toInstant(now),
          by: { userId, name, role },
          version: ports.host.version,
          contract: CONTRACT_VERSION,
          checker: ports.poe.checkerVersion,
          reader: ports.poe.readerVersion,
        },
      },
    }
  })
}

const recordedAct = ({ entry, at, actor, act, facts, previousHash, hash }: AuditEntry) => ({
  entry,
  at: toInstant(at),
  actor,
  act,
  facts: { ...facts },
  previousHash,
  hash,
})

function lastDecision(store: ReadStore, claimId: ClaimId): SeenWhenDecided | null {
  for (const { seen } of listDecided(store, claimId)) {
    const parsed = SeenWhenDecided.safeParse(seen).data
    if (parsed !== undefined) return parsed
  }
  return null
}

/** Whoever still judges this claim blind must not read in a colleague's record what the machine says. */
const isHeldBack = (store: ReadStore, claimId: ClaimId, userId: Parameters<typeof isHidden>[2]): boolean =>
  findClaim(store, claimId) !== null && isHidden(store, getClaimAtHand(store, claimId), userId)

function standingOf(
  store: ReadStore,
  operationId: Parameters<typeof placeOfOperation>[1],
  now: number,
): EntryValues['decision.json']['standing'] {
  switch (placeOfOperation(store, operationId)) {
    case 'settled':
      return 'applied'
    case 'conflicts':
      return 'conflict'
    case 'outbox':
      return (findWaiting(store, operationId)?.holdUntil ?? 0) > now ? 'held' : 'waiting'
    case null:
      return 'unknown'
  }
}

const letterIn = (action: SeenWhenDecided['operation']['action']): string =>
  typeof action['comment'] === 'string' ? action['comment'] : ''

/** What had been seen of each paper when the decision was made, by everybody on this workstation. */
function pagesSeen(acts: readonly AuditEntry[], until: Instant): EntryValues['pages-seen.json'] {
  const papers = new Map<
    string,
    { sha256: Sha256; inside: string; by: AuditEntry['actor']; pages: number[] }
  >()
  for (const { act, actor, at, facts } of acts) {
    if ((act !== 'pages_seen' && act !== 'document_opened') || at > Date.parse(until)) continue
    const { sha256, inside, pages } = facts
    if (typeof sha256 !== 'string' || typeof inside !== 'string') continue
    const key = `${actor} ${sha256} ${inside}`
    const paper = papers.get(key) ?? { sha256: sha256 as Sha256, inside, by: actor, pages: [] }
    papers.set(key, { ...paper, pages: [...paper.pages, ...pagesIn(typeof pages === 'string' ? pages : '')] })
  }
  return [...papers.values()].map((paper) => ({ ...paper, pages: rangesOf(paper.pages) }))
}

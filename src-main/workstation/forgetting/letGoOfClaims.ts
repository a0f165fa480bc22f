import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { z } from 'zod'
import { SHUT_OUT_DAYS } from '../../domain/claim/retention.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import { letGoOfCases } from '../../store/casesLetGoRepo.ts'
import {
  forgetLetGo,
  letGoOfClaim,
  letGoOfRemains,
  listFreeClaims,
  listOverdueClaims,
  listRemains,
} from '../../store/claimsLetGoRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findValue, removeValue } from '../../store/profileRepo.ts'
import { overwriteDeleted } from '../../store/overwrite.ts'
import { tellOfClaims } from '../sync/tellOf.ts'
import type { Core } from '../core.ts'
import { compactJournal } from '../recovery/compactJournal.ts'

/** What of the core it is done with. */
export type Forgetting = Pick<Core, 'store' | 'files' | 'journal' | 'emit'> & {
  readonly session: Pick<Core['session'], 'user'>
  readonly ports: Pick<Core['ports'], 'clock' | 'log'>
}

/** So many claims leave in one transaction; the window gets its turn after each. */
const BATCH = 50
const DAY_MS = 86_400_000

/**
 * Claims that were decided long enough ago leave this machine, and what is left of those that the hub took away from whoever works
 * here: rows, words, findings, papers and their keys. What was not sent holds its claim back. The log keeps their ids. A crash between two steps leaves nothing half: the next sweep goes on.
 */
export async function letGoOfClaims(core: Forgetting, shouldStop: () => boolean): Promise<void> {
  const left = new Set<ClaimId>()
  for (;;) {
    const batch = shouldStop() ? [] : letGoOfSome(core)
    for (const claimId of batch) left.add(claimId)
    if (batch.length < BATCH) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (left.size === 0) return
  tellOfClaims(core, [...left])
  core.emit('sync.changed', {})
  compactJournal(core, core.ports.clock.now(), left)
  await overwriteDeleted(core.store, shouldStop)
  core.ports.log({ level: 'info', event: 'claims were let go', facts: { claims: left.size } })
}

function letGoOfSome(core: Forgetting): readonly ClaimId[] {
  const now = core.ports.clock.now()
  const { claimIds, hashes } = core.store.write((store) => {
    const isShutOut = isShutOutAt(store, now)
    const old = isShutOut ? listFreeClaims(store, BATCH) : listOverdueClaims(store, now, BATCH)
    const remains = listRemains(store).slice(0, BATCH - old.length)
    const gone = [
      ...old.flatMap((claimId) => letGoOfClaim(store, claimId, now)),
      ...remains.flatMap((claimId) => letGoOfRemains(store, claimId)),
    ]
    letGoOfCases(store, now)
    // Should the role come back, all of it is to come back.
    if (isShutOut) {
      for (const claimId of old) forgetLetGo(store, claimId)
      removeValue(store, 'feed_link')
    }
    const due = [...old, ...remains]
    for (const claimId of due) appendAudit(store, entryOf(core, claimId))
    return { claimIds: due, hashes: gone }
  })
  // Their keys are gone with the commit: a crash before leaves files that nobody can read.
  for (const sha256 of hashes) core.files.remove(sha256)
  return claimIds
}

function isShutOutAt(store: ReadStore, now: number): boolean {
  const since = findValue(store, 'shut_out_since', z.int())
  return since !== null && since + SHUT_OUT_DAYS * DAY_MS <= now
}

const entryOf = ({ ports, session }: Forgetting, claimId: ClaimId) => ({
  at: ports.clock.now(),
  actor: session.user().userId,
  act: 'claim let go' as const,
  claimId,
  facts: {},
})

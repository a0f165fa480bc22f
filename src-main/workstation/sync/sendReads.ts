import { z } from 'zod'
import { SENT_READ_ACTS, SentRead } from '../../hub/api/reads.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type AuditEntry, findAuditHash, listAuditAfter } from '../../store/auditRepo.ts'
import { toInstant } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'
import { ask, askingAs, asJson } from './asking.ts'
import type { SyncMemory } from './syncMemory.ts'

const SentUpTo = z.object({ entry: z.int(), hash: z.string() })

/** One request a round: what was decided meanwhile never stands behind more. */
const READS_A_ROUND = 200

/**
 * Tells the hub what the person at work looked at here, also while it was away, in the order of the log. The log itself is the queue: what
 * the hub has had is remembered after its answer, and what is sent again it knows by the entry's hash. Rejects with HubUnavailable; the
 * rest waits.
 * @returns how many were sent.
 */
export async function sendReads(core: Core, memory: SyncMemory): Promise<number> {
  if (memory.areReadsRefused) return 0
  const actor = core.session.user().userId
  const entries = core.store.read((store) => unsent(store, actor))
  const last = entries.at(-1)
  if (last === undefined) return 0
  const reads = entries.flatMap((entry) => readOf(entry) ?? [])
  if (reads.length > 0 && !(await send(core, memory, { reads }))) return 0
  core.store.write((store) => putValue(store, `reads_sent ${actor}`, { entry: last.entry, hash: last.hash }))
  return reads.length
}

function unsent(store: ReadStore, actor: UserId): AuditEntry[] {
  const after = sentUpTo(store, actor)
  return listAuditAfter(store, { after, actor, acts: SENT_READ_ACTS }, READS_A_ROUND)
}

/** From the beginning where the log is another one by now: the hub has each read once all the same. */
function sentUpTo(store: ReadStore, actor: UserId): number {
  const sent = findValue(store, `reads_sent ${actor}`, SentUpTo)
  return sent !== null && findAuditHash(store, sent.entry) === sent.hash ? sent.entry : 0
}

/** Null = what a log of another version says, or that of no claim. */
function readOf({ hash, claimId, act, at, facts }: AuditEntry): SentRead | null {
  const { sha256 = null, pages = null } = facts
  const read = { readId: hash, claimId, act, sha256, pages, at: toInstant(at) }
  return SentRead.safeParse(read).data ?? null
}

/** False where the hub does not take it: an older one does not know of reads. It is asked again after the next start. */
async function send(
  core: Core,
  memory: SyncMemory,
  body: { readonly reads: readonly SentRead[] },
): Promise<boolean> {
  const response = await ask(askingAs(core), '/v1.0/reads', asJson('POST', body))
  await response.body?.cancel()
  if (response.ok) return true
  memory.areReadsRefused = true
  const facts = { status: response.status }
  core.ports.log({ level: 'warn', event: 'the hub did not take what was read here', facts })
  return false
}

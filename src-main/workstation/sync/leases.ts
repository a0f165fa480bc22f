import { listLeases, setLeaseEnd } from '../../store/leasesRepo.ts'
import { toMs } from '../../store/instants.ts'
import type { Core } from '../core.ts'
import { askingAs } from './asking.ts'
import { askToRenew } from './hubAssignments.ts'
import type { SyncMemory } from './syncMemory.ts'

/** A sign of work that is older says nothing of now. */
const STILL_WORKING_MS = 10 * 60_000
/** A lease is six times as long: one renewal may fail, and the next. */
const RENEW_MS = 5 * 60_000
/** The hub takes no more at once. */
const MOST = 200

/** Renews the leases of claims on which the person who works here is at work. A lease that is lost shows as ended at once. */
export async function renewLeases(core: Core, memory: SyncMemory): Promise<void> {
  const { userId } = core.session.user()
  const now = core.ports.clock.now()
  forgetOld(memory, now)
  const hubNow = now + (core.hubClock.offsetMs() ?? 0)
  const due = core.store
    .read((store) => listLeases(store, userId, hubNow))
    .filter((claimId) => memory.worked.get(claimId)?.by === userId && !memory.renewed.has(claimId))
    .slice(0, MOST)
  if (due.length === 0) return
  const answer = await askToRenew(askingAs(core), due)
  for (const claimId of due) memory.renewed.set(claimId, now)
  if (answer === null) return
  core.store.write((store) => {
    for (const { claimId, until } of answer.renewed) setLeaseEnd(store, claimId, userId, toMs(until))
    for (const claimId of answer.lost) setLeaseEnd(store, claimId, userId, null)
  })
  core.emit('claims.changed', { ids: due })
}

function forgetOld({ worked, renewed }: SyncMemory, now: number): void {
  for (const [claimId, { at }] of worked) if (now - at > STILL_WORKING_MS) worked.delete(claimId)
  for (const [claimId, at] of renewed) if (now - at >= RENEW_MS) renewed.delete(claimId)
}

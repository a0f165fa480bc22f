import { findValue, putValue } from '../../store/profileRepo.ts'
import { listWaiting } from '../../store/outboxRepo.ts'
import { toInstantOrNull } from '../../store/instants.ts'
import { z } from 'zod'
import { isDeciding } from '../claims/guards.ts'
import type { Core } from '../core.ts'
import { askingAs } from './asking.ts'
import { currentClientId } from './clientIdentity.ts'
import { fetchCapacities, sendPresence } from './hubTeam.ts'
import type { SyncMemory } from './syncMemory.ts'
import { touchedBy } from './operationRequest.ts'

/** Brings how much each person takes on, and when they are away. */
export async function learnRooms(core: Core): Promise<void> {
  const rooms = await fetchCapacities(askingAs(core))
  if (rooms === null) return
  const before = JSON.stringify(core.store.read((s) => findValue(s, 'rooms', z.unknown())) ?? [])
  if (before === JSON.stringify(rooms)) return
  core.store.write((s) => putValue(s, 'rooms', rooms))
  core.emit('team.changed', {})
}

/** How old what the hub knows of a quiet workstation may be. */
const SAY_AGAIN_MS = 60_000
/** The hub takes no more; the number tells that there are. */
const MOST_NAMED = 200

/**
 * Says that this workstation is here, and what of its work the hub does not know yet: decisions that wait here are late for nobody. After
 * the sending, so that what is said is what could not leave.
 */
export async function reportPresence(core: Core, memory: SyncMemory): Promise<void> {
  const waiting = core.store.read((s) => listWaiting(s, null))
  const decided = waiting.filter(({ kind }) => isDeciding(kind)).flatMap((one) => touchedBy(one).claimIds)
  const oldest = waiting.reduce((min, { madeAt }) => Math.min(min, madeAt), Number.POSITIVE_INFINITY)
  const { version, kind: host } = core.ports.host
  const said = {
    version: version.slice(0, 64) || 'unknown',
    host,
    unsent: waiting.length,
    oldestAt: toInstantOrNull(waiting.length === 0 ? null : oldest),
    decidedClaims: [...new Set(decided)].slice(0, MOST_NAMED),
  }
  const as = core.session.user().userId
  const text = JSON.stringify([as, said])
  const now = core.ports.clock.now()
  const { presence } = memory
  if (presence !== null && presence.text === text && now - presence.at < SAY_AGAIN_MS) return
  const clientId = core.store.write((s) => currentClientId(core, s))
  await sendPresence(askingAs(core), clientId, said)
  memory.presence = { text, at: now }
}

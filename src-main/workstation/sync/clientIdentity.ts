import { z } from 'zod'
import { appendAudit } from '../../store/auditRepo.ts'
import type { ReadStore, WriteStore } from '../../store/openStore.ts'
import { forgetSequences } from '../../store/outboxRepo.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'

/** Why a profile takes a new name at the hub. */
export type RenewalReason = 'copied_or_restored' | 'rebuilt' | 'hub_lost_count'

/** The name under which this profile numbers its operations; made with the first one. */
export function currentClientId(core: Pick<Core, 'ports'>, store: WriteStore): string {
  const known = findValue(store, 'client_id', z.uuid())
  if (known !== null) return known
  const fresh = core.ports.uuid()
  putValue(store, 'client_id', fresh)
  return fresh
}

const Names = z.array(z.uuid())
/** More than any profile ever needed; the hub listens to no more. */
const MOST_NAMES = 20

/** Every name under which this profile was ever at the hub, that of today first: what was ordered about one of them is ordered about it. */
export function knownNames(store: ReadStore): readonly string[] {
  const today = findValue(store, 'client_id', z.uuid())
  return today === null ? [] : [today, ...(findValue(store, 'former_client_ids', Names) ?? [])]
}

/**
 * Takes a new name and numbers everything that still waits anew, from 1: a copied or restored profile would use numbers twice. Always
 * safe: operations keep their ids, by which the hub knows what it has answered.
 */
export function renewClientId(
  core: Pick<Core, 'ports' | 'session'>,
  store: WriteStore,
  reason: RenewalReason,
): void {
  putValue(store, 'former_client_ids', knownNames(store).slice(0, MOST_NAMES))
  putValue(store, 'client_id', core.ports.uuid())
  putValue(store, 'last_sequence', 0)
  forgetSequences(store)
  appendAudit(store, {
    at: core.ports.clock.now(),
    actor: core.session.user().userId,
    act: 'client id renewed',
    claimId: null,
    facts: { reason },
  })
}

import { z } from 'zod'
import { appendAudit } from '../../store/auditRepo.ts'
import type { WriteStore } from '../../store/openStore.ts'
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

/**
 * Takes a new name and numbers everything that still waits anew, from 1: a copied or restored profile would use numbers twice. Always
 * safe: operations keep their ids, by which the hub knows what it has answered.
 */
export function renewClientId(
  core: Pick<Core, 'ports' | 'session'>,
  store: WriteStore,
  reason: RenewalReason,
): void {
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

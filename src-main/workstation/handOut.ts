import type { Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { appendAudit, type AuditAct } from '../store/auditRepo.ts'
import type { Core } from './core.ts'
import { hashOf } from './documents/documentFiles.ts'
import type { CopyPlace } from './ports.ts'

/** A file that was made here and leaves. */
export interface Leaving extends Pick<AuditAct, 'act' | 'claimId' | 'facts'> {
  readonly bytes: Uint8Array
}

/** Noted with hash and length before the first byte leaves: what follows may fail, but never unnoted. */
export async function handOut(
  { store, session, ports }: Pick<Core, 'store' | 'session' | 'ports'>,
  { act, claimId, facts, bytes }: Leaving,
  place: CopyPlace,
): Promise<{ outcome: 'saved'; where: string; sha256: Sha256 } | { outcome: 'failed' }> {
  const sha256 = hashOf(bytes)
  const noted = { ...facts, sha256, bytes: bytes.byteLength }
  const actor = session.user().userId
  store.write((s) => appendAudit(s, { at: ports.clock.now(), actor, act, claimId, facts: noted }))
  try {
    await place.write(bytes)
    return { outcome: 'saved', where: place.where, sha256 }
  } catch (error) {
    ports.log({ level: 'warn', event: 'a file could not be written', facts: { act }, error })
    return { outcome: 'failed' }
  }
}

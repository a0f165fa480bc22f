import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { vault } from '../../../src-preload/contract/vault.ts'
import type { Core } from '../core.ts'
import { readKeyFile } from '../keys/wrappedKey.ts'
import type { SyncLoop } from '../sync/syncLoop.ts'
import { listLocked } from './setLockedAside.ts'
import { takeInLocked } from './takeInLocked.ts'

/** Of a profile that is open. */
export function createVaultHandlers(core: Core, sync: SyncLoop): Pick<Handlers, keyof typeof vault> {
  const { profile } = core.ports.paths
  return {
    'vault.state': () => {
      const file = core.keyId === null ? null : readKeyFile(profile)
      const keptBy = file === null || typeof file === 'string' ? null : file.wrapped.kind
      return { state: 'open', keptBy, setAside: listLocked(profile).length }
    },
    'vault.unlock': () => ({ outcome: 'opened' }),
    'vault.setAside': () => ({ outcome: 'not_locked' }),
    'vault.beginAnew': () => ({ outcome: 'not_wiped' }),
    'vault.takeIn': async ({ passphrase }) => {
      const taken = await takeInLocked(core, passphrase)
      if (taken.profiles > 0) {
        core.emit('claims.changed', { ids: null })
        core.emit('sync.changed', {})
        sync.kick()
      }
      return taken
    },
  }
}

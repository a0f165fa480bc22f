import { KeyUnreadable } from '../../workstation/keys/keyUnreadable.ts'
import type { KeyKeeper } from '../services/keys/keyKeeper.ts'
import type { ElectronApi } from './electronApi.ts'
import { backendOf, keepsSecrets } from './safeStorageBackend.ts'

/** Windows' DPAPI, macOS' keychain, a Linux desktop's keyring, by the asynchronous calls: the others are deprecated. */
export function safeStorageKeys(electron: Pick<ElectronApi, 'safeStorage'>): KeyKeeper {
  const { safeStorage } = electron
  return {
    kind: 'safe_storage',
    async keep(key) {
      try {
        if (!(await keepsSecrets(electron))) return null
        const sealed = await safeStorage.encryptStringAsync(Buffer.from(key).toString('base64'))
        return { kind: 'safe_storage', backend: backendOf(electron), sealed: sealed.toString('base64') }
      } catch {
        return null
      }
    },
    async give(wrapped) {
      if (wrapped.kind !== 'safe_storage') throw new KeyUnreadable('other', wrapped.kind)
      // Another backend has another key: what it would give back is an error of a kind that nobody understands.
      if (wrapped.backend !== backendOf(electron)) throw new KeyUnreadable('refused', 'safe_storage')
      try {
        const sealed = Buffer.from(wrapped.sealed, 'base64')
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed)
        return { key: Buffer.from(result, 'base64'), shallRewrap: shouldReEncrypt }
      } catch (error) {
        throw new KeyUnreadable('refused', 'safe_storage', { cause: error })
      }
    },
  }
}

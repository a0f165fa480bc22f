import { KeyUnreadable } from '../../workstation/keys/keyUnreadable.ts'
import type { KeyKeeper } from '../services/keys/keyKeeper.ts'
import type { ElectronApi } from './electronApi.ts'

/** On Linux without a keyring Chromium encrypts with a password that stands in its source: that keeps nothing from anybody. */
const NO_BACKENDS = ['basic_text', 'unknown']

/** Windows' DPAPI, macOS' keychain, a Linux desktop's keyring, by the asynchronous calls: the others are deprecated. */
export function safeStorageKeys({ safeStorage }: Pick<ElectronApi, 'safeStorage'>): KeyKeeper {
  const backend = () => (process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system')
  return {
    kind: 'safe_storage',
    async keep(key) {
      try {
        if (NO_BACKENDS.includes(backend()) || !(await safeStorage.isAsyncEncryptionAvailable())) return null
        const sealed = await safeStorage.encryptStringAsync(Buffer.from(key).toString('base64'))
        return { kind: 'safe_storage', backend: backend(), sealed: sealed.toString('base64') }
      } catch {
        return null
      }
    },
    async give(wrapped) {
      if (wrapped.kind !== 'safe_storage') throw new KeyUnreadable('other', wrapped.kind)
      // Another backend has another key: what it would give back is an error of a kind that nobody understands.
      if (wrapped.backend !== backend()) throw new KeyUnreadable('refused', 'safe_storage')
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

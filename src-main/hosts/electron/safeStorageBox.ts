import type { SealedBox } from '../services/signIn/sealedBox.ts'
import type { ElectronApi } from './electronApi.ts'
import { keepsSecrets } from './safeStorageBackend.ts'

/** What Electron lends of the system’s store of secrets, around whole secrets of any length. */
export function safeStorageBox(electron: Pick<ElectronApi, 'safeStorage'>): SealedBox {
  const { safeStorage } = electron
  return {
    async seal(secret) {
      try {
        if (!(await keepsSecrets(electron))) return null
        return await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'))
      } catch {
        return null
      }
    },
    async open(sealed) {
      try {
        if (!(await keepsSecrets(electron))) return null
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
        return Buffer.from(result, 'base64')
      } catch {
        return null
      }
    },
  }
}

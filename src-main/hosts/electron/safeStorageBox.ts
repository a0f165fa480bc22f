import type { SealedBox } from '../services/signIn/sealedBox.ts'
import type { ElectronApi } from './electronApi.ts'

/**
 * What Electron lends of the system’s store of secrets. On Linux without such a store it seals with a password that everybody knows; that
 * counts as no box.
 */
export function safeStorageBox({ safeStorage }: Pick<ElectronApi, 'safeStorage'>): SealedBox {
  const isSafe = async (): Promise<boolean> =>
    (await safeStorage.isAsyncEncryptionAvailable()) &&
    (process.platform !== 'linux' ||
      !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
  return {
    seal: async (secret) =>
      (await isSafe()) ? safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64')) : null,
    async open(sealed) {
      if (!(await isSafe())) return null
      try {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
        return Buffer.from(result, 'base64')
      } catch {
        return null
      }
    },
  }
}

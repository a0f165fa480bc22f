import type { ElectronApi } from './electronApi.ts'

/** On Linux without a keyring Chromium encrypts with a password that stands in its source: that keeps nothing from anybody. */
const NO_BACKENDS = ['basic_text', 'unknown']

/** What keeps secrets on this machine, by name; Windows' DPAPI and macOS' keychain have none. */
export function backendOf({ safeStorage }: Pick<ElectronApi, 'safeStorage'>): string {
  return process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system'
}

/** Whether something is here now that keeps a secret from others. */
export async function keepsSecrets(electron: Pick<ElectronApi, 'safeStorage'>): Promise<boolean> {
  return (
    !NO_BACKENDS.includes(backendOf(electron)) && (await electron.safeStorage.isAsyncEncryptionAvailable())
  )
}

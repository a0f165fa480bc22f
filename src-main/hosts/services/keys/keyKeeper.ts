import type { UnwrappedKey } from '../../../workstation/ports.ts'
import type { WrappedKey } from '../../../workstation/keys/wrappedKey.ts'

/** What a system has for keeping secrets: Electron's safeStorage, or a keyring. */
export interface KeyKeeper {
  readonly kind: 'safe_storage' | 'keyring'
  /** Null = this machine has none that keeps anything from anybody. */
  keep(key: Uint8Array, keyId: string): Promise<WrappedKey | null>
  /** Throws KeyUnreadable. */
  give(wrapped: WrappedKey): Promise<UnwrappedKey>
  /** Absent where the file holds all of it. */
  forget?(wrapped: Extract<WrappedKey, { kind: 'keyring' }>): Promise<void>
}

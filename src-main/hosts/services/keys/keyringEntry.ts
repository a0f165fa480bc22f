import type { AsyncEntry } from '@napi-rs/keyring'

export const KEYRING_SERVICE = 'Proofdesk'
/** The kernel's own keyring forgets at the next start of the machine: a key that is kept there is a key that is lost. */
const LASTING = { linux: { store: 'secret-service' } } as const

/** One secret in Windows' credentials, macOS' keychain or the Secret Service of a Linux desktop. Loaded when it is asked: no window waits for it. */
export async function keyringEntry(account: string, service = KEYRING_SERVICE): Promise<AsyncEntry> {
  const keyring = await import('@napi-rs/keyring')
  return new keyring.AsyncEntry(service, account, LASTING)
}

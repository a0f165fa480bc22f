import { createHash } from 'node:crypto'
import { boxByKey, type KeyPlace, type SealedBox } from './sealedBox.ts'

const SERVICE = 'Proofdesk'

/**
 * The keyring of the system, for hosts without Electron: Credential Manager, Keychain, Secret Service. On Linux not the kernel's
 * keyring, which forgets at the next start of the machine. Loaded when first needed: no window waits for it.
 * @param folder the data folder; each has a key of its own.
 */
export function keyringBox(folder: string): SealedBox {
  const account = `sign-in ${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const entry = async () => {
    const { AsyncEntry } = await import('@napi-rs/keyring')
    return new AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } })
  }
  const place: KeyPlace = {
    async read() {
      const secret = await (await entry()).getSecret()
      return secret === null ? null : Uint8Array.from(secret)
    },
    write: async (key) => (await entry()).setSecret(key),
  }
  return boxByKey(place)
}

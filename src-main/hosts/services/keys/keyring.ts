import { KeyUnreadable } from '../../../workstation/keys/keyUnreadable.ts'
import type { KeyKeeper } from './keyKeeper.ts'

const SERVICE = 'Proofdesk'
/** The kernel's own keyring forgets at the next start of the machine: a key that is kept there is a key that is lost. */
const LASTING = { linux: { store: 'secret-service' } } as const

/** The keyring of the system: Windows' credentials, macOS' keychain, the Secret Service of a Linux desktop. Loaded when it is asked. */
export const systemKeyring: KeyKeeper = {
  kind: 'keyring',
  async keep(key, keyId) {
    try {
      const entry = await entryOf(SERVICE, keyId)
      await entry.setPassword(Buffer.from(key).toString('base64'))
      // One that takes and does not give back is none.
      const back = await entry.getPassword()
      if (back !== Buffer.from(key).toString('base64')) return null
      return { kind: 'keyring', service: SERVICE, account: keyId }
    } catch {
      return null
    }
  },
  async give(wrapped) {
    if (wrapped.kind !== 'keyring') throw new KeyUnreadable('other', wrapped.kind)
    const kept = await askFor(wrapped.service, wrapped.account)
    if (kept === null) throw new KeyUnreadable('gone', 'keyring')
    return { key: Buffer.from(kept, 'base64'), shallRewrap: false }
  },
}

async function askFor(service: string, account: string): Promise<string | null> {
  try {
    return await (await entryOf(service, account)).getPassword()
  } catch (error) {
    throw new KeyUnreadable('refused', 'keyring', { cause: error })
  }
}

async function entryOf(service: string, account: string) {
  const { AsyncEntry } = await import('@napi-rs/keyring')
  return new AsyncEntry(service, account, LASTING)
}

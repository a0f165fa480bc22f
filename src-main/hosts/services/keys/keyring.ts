import { KeyUnreadable } from '../../../workstation/keys/keyUnreadable.ts'
import type { KeyKeeper } from './keyKeeper.ts'
import { KEYRING_SERVICE, keyringEntry } from './keyringEntry.ts'

/** The keyring of the system. */
export const systemKeyring: KeyKeeper = {
  kind: 'keyring',
  async keep(key, keyId) {
    try {
      const entry = await keyringEntry(keyId)
      await entry.setPassword(Buffer.from(key).toString('base64'))
      // One that takes and does not give back is none.
      const back = await entry.getPassword()
      if (back !== Buffer.from(key).toString('base64')) return null
      return { kind: 'keyring', service: KEYRING_SERVICE, account: keyId }
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
  async forget({ account, service }) {
    // False = it was gone already.
    await (await keyringEntry(account, service)).deleteCredential()
  },
}

async function askFor(service: string, account: string): Promise<string | null> {
  try {
    return await (await keyringEntry(account, service)).getPassword()
  } catch (error) {
    throw new KeyUnreadable('refused', 'keyring', { cause: error })
  }
}

import { createHash } from 'node:crypto'
import { keyringEntry } from '../keys/keyringEntry.ts'
import { boxByKey, type SealedBox } from './sealedBox.ts'

/**
 * The keyring of the system, for hosts without Electron.
 * @param folder the data folder; each has a key of its own.
 */
export function keyringBox(folder: string): SealedBox {
  const account = `sign-in ${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  return boxByKey({
    async read() {
      const secret = await (await keyringEntry(account)).getSecret()
      return secret === null ? null : Uint8Array.from(secret)
    },
    write: async (key) => (await keyringEntry(account)).setSecret(key),
  })
}

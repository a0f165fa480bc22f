import { boxByKey, type SealedBox } from '../../src-main/hosts/services/signIn/sealedBox.ts'

/** A box of the product around a key that this process keeps, as the keyring of a system would over restarts of the program. */
export function aBox(system: { key: Uint8Array | null } = THIS_SYSTEM): SealedBox {
  return boxByKey({
    read: () => Promise.resolve(system.key),
    write: (key) => {
      system.key = key
      return Promise.resolve()
    },
  })
}

const THIS_SYSTEM: { key: Uint8Array | null } = { key: null }

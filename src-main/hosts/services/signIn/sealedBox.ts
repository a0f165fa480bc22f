import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** What the system offers for secrets: what is sealed can be opened by this person on this machine alone. */
export interface SealedBox {
  /** Null = this machine offers nothing now: keep it in memory alone. */
  seal(secret: Uint8Array): Promise<Uint8Array | null>
  /** Null = it cannot be opened: another person’s or machine’s, changed, or the system’s store is away. */
  open(sealed: Uint8Array): Promise<Uint8Array | null>
}

/** Where a machine offers nothing. */
export const noBox: SealedBox = { seal: () => Promise.resolve(null), open: () => Promise.resolve(null) }

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Where a system keeps one small secret for us. Both reject where its store is away. */
export interface KeyPlace {
  read(): Promise<Uint8Array | null>
  write(key: Uint8Array): Promise<void>
}

/**
 * A box around a key that the system keeps: stores of systems take some hundred bytes (Windows 2,560), and what keeps a person signed in
 * is larger. AES-256-GCM, a nonce for each sealing.
 */
export function boxByKey(place: KeyPlace): SealedBox {
  const keyOf = async (shallMake: boolean): Promise<Uint8Array | null> => {
    const kept = await place.read()
    if (kept !== null || !shallMake) return kept?.length === KEY_BYTES ? kept : null
    const key = randomBytes(KEY_BYTES)
    await place.write(key)
    // What was not kept would seal what nobody can open.
    const read = await place.read()
    return read !== null && key.equals(read) ? key : null
  }
  return {
    async seal(secret) {
      const key = await keyOf(true).catch(() => null)
      if (key === null) return null
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce)
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    async open(sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
      try {
        const key = await keyOf(false)
        if (key === null) return null
        const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES))
        decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}

import { hkdfSync } from 'node:crypto'
import type { DatabaseKey } from '../../store/databaseKey.ts'

/** What a profile is kept with. Made once of random bytes; only what wraps it may change. */
export const PROFILE_KEY_BYTES = 32

/** What a key is derived for. A new use gets a word of its own: no key ever serves two. */
export type KeyUse = 'database' | 'journal' | 'old files' | 'documents' | 'id'

/** HKDF-SHA256 (RFC 5869) of the profile's key, without salt, since the key is random. `bytes`: how long the derived one is. */
export function deriveKey(profileKey: Uint8Array, use: KeyUse, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', profileKey, '', `proofdesk profile 1: ${use}`, bytes))
}

/** The keys of one open profile. */
export interface ProfileKeys {
  /** Names the key without saying anything of it, in hexadecimal. */
  readonly keyId: string
  readonly database: DatabaseKey
  readonly journal: Uint8Array
  /** Of whole files from before there was a key. */
  readonly oldFiles: Uint8Array
}

export function keysOf(profileKey: Uint8Array): ProfileKeys {
  const id = deriveKey(profileKey, 'id', 16)
  return {
    keyId: id.toString('hex'),
    database: { key: deriveKey(profileKey, 'database'), id },
    journal: deriveKey(profileKey, 'journal'),
    oldFiles: deriveKey(profileKey, 'old files'),
  }
}

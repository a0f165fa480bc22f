import { randomBytes } from 'node:crypto'
import { findDocumentKey, putDocumentKey, removeDocumentKey } from '../../store/documentKeysRepo.ts'
import type { Store } from '../../store/openStore.ts'
import type { Clock } from '../ports.ts'
import type { DocumentKeys } from './documentFiles.ts'
import { KEY_BYTES } from './sealedBytes.ts'

/** Keys in the database: who has the database open has them, and a deleted row is overwritten there. */
export function keysInStore(store: Store, clock: Clock): DocumentKeys {
  return {
    find: (sha256) => store.read((s) => findDocumentKey(s, sha256)),
    make(sha256) {
      const key = randomBytes(KEY_BYTES)
      store.write((s) => putDocumentKey(s, sha256, key, clock.now()))
      return key
    },
    remove: (sha256) => store.write((s) => removeDocumentKey(s, sha256)),
  }
}

import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { KeyKeeper } from '../../src-main/hosts/services/keys/keyKeeper.ts'
import { createKeyPort } from '../../src-main/hosts/services/keys/keyPort.ts'
import { type DatabaseKey, rawKey } from '../../src-main/store/databaseKey.ts'
import { keysOf, type ProfileKeys } from '../../src-main/workstation/keys/profileKeys.ts'
import { readKeyFile, writeKeyFile } from '../../src-main/workstation/keys/wrappedKey.ts'
import type { KeyPort } from '../../src-main/workstation/ports.ts'

/** A system that keeps no keys. */
export const NO_KEEPER: KeyKeeper = {
  kind: 'keyring',
  keep: () => Promise.resolve(null),
  give: () => Promise.reject(new Error('This system keeps no keys.')),
}

/** The product's own way on a machine that keeps no keys: the key lies in a file of the profile, where a test finds it too. */
export const fileKeys = (): KeyPort =>
  createKeyPort({
    keeper: NO_KEEPER,
    passphrases: { known: () => Promise.resolve(null), chosen: () => Promise.resolve(null) },
    mayLieOpen: true,
    say: () => undefined,
  })

/** Of a profile whose key lies in a file; null = it has none. */
export function keysIn(profile: string): ProfileKeys | null {
  const file = readKeyFile(profile)
  if (typeof file === 'string' || file.wrapped.kind !== 'file') return null
  return keysOf(Buffer.from(file.wrapped.key, 'base64'))
}

/** Gives a profile that is made without the product a key as the product would. */
export function withKey(profile: string): ProfileKeys {
  const known = keysIn(profile)
  if (known !== null) return known
  const key = randomBytes(32)
  const made = keysOf(key)
  mkdirSync(profile, { recursive: true })
  writeKeyFile(profile, {
    version: 1,
    keyId: made.keyId,
    wrapped: { kind: 'file', key: key.toString('base64') },
  })
  return made
}

/** The key of a database by the key file beside it; null = it lies in the open. */
export const keyBeside = (file: string): DatabaseKey | null => keysIn(dirname(file))?.database ?? null

/** The database of a profile past the product, with its key. */
export function bareDatabase(file: string, options?: Database.Options): Database.Database {
  const sqlite = new Database(file, options)
  const key = keyBeside(file)
  if (key !== null) sqlite.pragma(`key = '${rawKey(key)}'`)
  return sqlite
}

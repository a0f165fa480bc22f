import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverOf } from '../../store/databaseKey.ts'
import { lockFolder } from '../../store/folderLock.ts'
import { ProfileRefused } from '../../store/profileRefused.ts'
import type { WorkstationPorts } from '../ports.ts'
import { readMark } from '../recovery/profileMark.ts'
import { PLACES } from '../recovery/profilePlaces.ts'
import { countSealed } from '../sync/journalLines.ts'
import { KeyUnreadable } from './keyUnreadable.ts'
import { keysOf, PROFILE_KEY_BYTES, type ProfileKeys } from './profileKeys.ts'
import { type KeyFile, readKeyFile, writeKeyFile } from './wrappedKey.ts'

/**
 * The keys of a profile; a new one gets a key. Never makes a second key where anything is encrypted with a first one. `passphrase`: as
 * a person typed it into the window; null = nobody has. Throws KeyUnreadable, and ProfileRefused where a new key cannot be kept.
 */
export async function openKeys(
  { keys, paths: { profile }, log }: WorkstationPorts,
  passphrase: string | null,
): Promise<ProfileKeys> {
  const file = readKeyFile(profile)
  if (file === 'broken') throw new KeyUnreadable('broken', null)
  if (file === 'gone') {
    if (isEncrypted(profile)) throw new KeyUnreadable('gone', null)
    return await makeKeys({ keys, profile })
  }
  return unwrapKeys({ keys, profile, log }, file, passphrase)
}

/** The keys of a profile that is only looked at: nothing is made, kept in a better way or written. Null = it lies in the open. Throws KeyUnreadable. */
export async function lookUpKeys(
  keys: Pick<WorkstationPorts['keys'], 'unwrap'>,
  profile: string,
): Promise<ProfileKeys | null> {
  const file = readKeyFile(profile)
  if (file === 'broken' || (file === 'gone' && isEncrypted(profile))) throw new KeyUnreadable(file, null)
  if (file === 'gone') return null
  const { key } = await keys.unwrap(file.wrapped, null)
  const opened = keysOf(key)
  if (opened.keyId !== file.keyId || isOfAnother(profile, opened))
    throw new KeyUnreadable('other', file.wrapped.kind)
  return opened
}

type KeyParts = Pick<WorkstationPorts, 'keys' | 'log'> & { readonly profile: string }

async function unwrapKeys(
  { keys, profile, log }: KeyParts,
  file: KeyFile,
  passphrase: string | null,
): Promise<ProfileKeys> {
  const { key, shallRewrap } = await keys.unwrap(file.wrapped, passphrase)
  const opened = keysOf(key)
  if (opened.keyId !== file.keyId || isOfAnother(profile, opened)) {
    throw new KeyUnreadable('other', file.wrapped.kind)
  }
  if (shallRewrap) await rewrap({ keys, profile, log }, file, key)
  return opened
}

/** Two processes that begin a profile at the same time must not each make a key. */
async function makeKeys({ keys, profile }: Pick<KeyParts, 'keys' | 'profile'>): Promise<ProfileKeys> {
  const lock = lockFolder(profile)
  try {
    if (readKeyFile(profile) !== 'gone') throw new ProfileRefused('locked', OPEN_ELSEWHERE)
    const { opened, file } = await newKeys(keys, null)
    writeKeyFile(profile, file)
    return opened
  } finally {
    lock.free()
  }
}

/** A new key, and the file in which it is to be kept. Throws ProfileRefused where it cannot be. */
export async function newKeys(
  keys: WorkstationPorts['keys'],
  passphrase: string | null,
): Promise<{ readonly opened: ProfileKeys; readonly file: KeyFile }> {
  const key = randomBytes(PROFILE_KEY_BYTES)
  const opened = keysOf(key)
  const wrapped = await keys.wrap(key, opened.keyId, passphrase)
  return { opened, file: { version: 1, keyId: opened.keyId, wrapped } }
}

const OPEN_ELSEWHERE = 'Proofdesk is being opened with this data folder by another process. Use that window.'

/** There is a better way of keeping it than there was. When it fails, the one that it has still works. */
async function rewrap({ keys, profile, log }: KeyParts, file: KeyFile, key: Uint8Array): Promise<void> {
  try {
    writeKeyFile(profile, { ...file, wrapped: await keys.wrap(key, file.keyId, null) })
  } catch (error) {
    log({ level: 'warn', event: 'the key could not be kept in a better way', error })
  }
}

/** What says which key a profile is encrypted with, beside the key's own file. Each part may be gone or damaged by itself. */
function tracesOf(profile: string) {
  const journal = join(profile, PLACES.journal)
  return {
    mark: readMark(join(profile, PLACES.mark)),
    journal: countSealed(existsSync(journal) ? readFileSync(journal, 'utf8') : ''),
  }
}

/** Without a mark or a journal that says otherwise, a database that is not in the open is taken for an encrypted one. */
function isEncrypted(profile: string): boolean {
  const { mark, journal } = tracesOf(profile)
  if (mark !== null && journal.keys.size === 0) return mark.keyId !== null
  return journal.keys.size > 0 || coverOf(join(profile, PLACES.database), null) === 'other'
}

/** Only where something names another key and nothing names this one: a damaged part alone is no other key. */
function isOfAnother(profile: string, { keyId, database }: ProfileKeys): boolean {
  const cover = coverOf(join(profile, PLACES.database), database)
  if (cover === 'ours') return false
  const { mark, journal } = tracesOf(profile)
  const named = [mark?.keyId?.slice(0, 8) ?? null, ...journal.keys].filter((name) => name !== null)
  if (named.includes(keyId.slice(0, 8))) return false
  return named.length > 0 || (cover === 'other' && mark === null)
}

import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '../../store/durableFile.ts'
import { wipeFile } from '../../store/wipedFile.ts'
import { KEY_FILES, readKeyFile } from '../keys/wrappedKey.ts'
import type { WorkstationPorts } from '../ports.ts'
import { PLACES } from '../recovery/profilePlaces.ts'
import { WIPE_MARK } from './wipeMark.ts'

/** Told as it goes on, so that a test can end the process at each of them. */
export type WipeStep =
  | 'marked'
  | 'key let go'
  | 'key files gone'
  | 'database gone'
  | 'journal gone'
  | 'rest gone'
  | 'documents gone'
  | 'sign-in gone'
  | 'erased'

export type TellWipeStep = (step: WipeStep) => void

type Erasing = Pick<WorkstationPorts, 'keys' | 'log'> & { readonly profile: string }

/**
 * The key first: from then on nobody reads what was encrypted with it, whatever a disk keeps of old bytes. Also the keys of profiles that
 * were set aside. Twice is as good as once.
 */
export async function eraseKeys({ keys, log, profile }: Erasing, tell: TellWipeStep): Promise<void> {
  const folders = [profile, ...foldersIn(join(profile, PLACES.locked))]
  for (const folder of folders) {
    const file = readKeyFile(folder)
    if (typeof file === 'string') continue
    try {
      await keys.forget(file.wrapped)
    } catch (error) {
      // The system does not let go of it now. What it encrypted goes all the same.
      log({ level: 'error', event: 'the system did not forget the key of a wiped profile', error })
    }
  }
  tell('key let go')
  for (const folder of folders)
    for (const name of KEY_FILES) for (const end of ['', '.new']) wipeFile(join(folder, `${name}${end}`))
  tell('key files gone')
}

const DATABASE_FILES = ['', '-wal', '-shm', '-journal'].map((end) => `${PLACES.database}${end}`)
/** Sealed under keys that lay in the database, or never written by anybody: overwriting gigabytes of them would hide nothing more. */
const NOT_OVERWRITTEN: readonly string[] = [PLACES.documents, PLACES.reserve]

/**
 * Everything of the profile but the mark: overwritten where it may ever have lain in the open, and removed. What it was cut off by, the
 * next start ends.
 */
export function eraseFiles(profile: string, tell: TellWipeStep): void {
  for (const name of DATABASE_FILES) eraseTree(join(profile, name), true)
  tell('database gone')
  const [journal = ''] = PLACES.journal.split('/')
  eraseTree(join(profile, journal), true)
  tell('journal gone')
  const rest = readdirSync(profile).filter((name) => name !== WIPE_MARK)
  for (const name of rest.filter((one) => !NOT_OVERWRITTEN.includes(one)))
    eraseTree(join(profile, name), true)
  tell('rest gone')
  for (const name of rest) eraseTree(join(profile, name), false)
  syncFolder(profile)
  tell('documents gone')
}

function eraseTree(path: string, shallOverwrite: boolean): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isDirectory()) for (const name of readdirSync(path)) eraseTree(join(path, name), shallOverwrite)
  else if (found.isFile() && shallOverwrite) wipeFile(path)
  rmSync(path, { recursive: true, force: true })
}

const foldersIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []

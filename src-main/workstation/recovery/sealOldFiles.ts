import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { coverOf } from '../../store/databaseKey.ts'
import { listTaken } from '../../store/quarantine.ts'
import { sealFile } from '../../store/sealedFile.ts'
import { wipeFile } from '../../store/wipedFile.ts'
import type { ProfileKeys } from '../keys/profileKeys.ts'
import { PLACES } from './profilePlaces.ts'

const SEALED = '.sealed'

/**
 * Seals what lies beside the database from before it was encrypted: copies that were made before migrations, and what was set aside as
 * damaged and taken over. Cut off, it is done again: a file goes only after its sealed one is on the disk.
 */
export function sealOldFiles(profile: string, keys: ProfileKeys): void {
  const database = join(profile, PLACES.database)
  for (const name of readdirSync(profile)) {
    const path = join(profile, name)
    if (name.startsWith(`${PLACES.database}.before-`) && coverOf(path, keys.database) === 'plain')
      sealOne(path, keys)
  }
  for (const folder of listTaken(database)) {
    // Its log of changes has no head of its own that tells: it goes with its database.
    if (coverOf(join(folder, PLACES.database), keys.database) !== 'ours') sealFolder(folder, keys)
  }
}

function sealFolder(folder: string, keys: ProfileKeys): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const isDatabase = name.startsWith(PLACES.database) && !name.endsWith(SEALED)
    if (isDatabase && statSync(path).isFile()) sealOne(path, keys)
  }
}

function sealOne(path: string, keys: ProfileKeys): void {
  if (statSync(path).size > 0) sealFile(path, `${path}${SEALED}`, keys.oldFiles)
  wipeFile(path)
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PLACES } from '../recovery/profilePlaces.ts'
import { countSealed } from '../sync/journalLines.ts'

/** How many acts a locked profile holds that did not leave, by its journal, which says so without its key. Null = it has none. */
export function unsentIn(profile: string): number | null {
  const journal = join(profile, PLACES.journal)
  return existsSync(journal) ? countSealed(readFileSync(journal, 'utf8')).unsent : null
}

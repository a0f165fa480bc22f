import { join } from 'node:path'
import { checkTable, listLongTables } from '../../store/wholeness.ts'
import type { Core } from '../core.ts'
import { type ProfileMark, writeMark } from './profileMark.ts'
import { PLACES } from './profileParts.ts'

const WEEK_MS = 7 * 86_400_000

/**
 * Reads the long tables through, one at a time so that the window gets its turn: after a run that did not end properly, and once a
 * week (trust.md P4). Damage is reported by the store. Gives back the mark as it stands now.
 */
export async function checkDatabase(
  core: Core,
  before: ProfileMark | null,
  mark: ProfileMark | null,
): Promise<ProfileMark | null> {
  const now = core.ports.clock.now()
  if (mark === null || (before?.isClosed === true && now - (before.wholeAt ?? 0) < WEEK_MS)) return mark
  for (const table of core.store.read(listLongTables)) {
    if (core.ending.aborted) return mark
    core.store.read((store) => checkTable(store, table))
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (core.ending.aborted) return mark
  const checked = { ...mark, wholeAt: now }
  writeMark(join(core.ports.paths.profile, PLACES.mark), checked)
  return checked
}

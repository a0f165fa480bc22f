import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { replaceFile } from '../../store/durableFile.ts'
import type { WriteStore } from '../../store/openStore.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { RenewalReason } from '../sync/clientIdentity.ts'

/**
 * What stands beside the database about it (trust.md P8). Both say the same name and the same number of starts, and this file says
 * where they lie: whoever copies or restores only one, or both to another place, makes them disagree.
 */
const ProfileMark = z.object({
  instance: z.uuid(),
  starts: z.int().min(1),
  /** Hash over machine, path, device and inode. */
  place: z.string(),
  /** The last run closed the database; false while it is open. */
  isClosed: z.boolean(),
  /** When the whole database was last found undamaged, epoch milliseconds; null = never. */
  wholeAt: z.int().nullable(),
  /** Which key the profile is encrypted with; null = none, as before there were keys. */
  keyId: z.string().nullable().default(null),
})
export type ProfileMark = z.infer<typeof ProfileMark>

const Instance = z.object({ id: z.uuid(), starts: z.int().min(1) })

/** Null when there is none, or none that makes sense. */
export function readMark(path: string): ProfileMark | null {
  try {
    const parsed = ProfileMark.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function writeMark(path: string, mark: ProfileMark): void {
  replaceFile(path, `${JSON.stringify(mark)}\n`)
}

/** Moves with a reinstalled machine, a mounted disk, a copied folder: too often rather than too seldom, a new name costs nothing. */
export function placeOf(file: string): string {
  const { dev, ino } = statSync(file)
  const place = [machineId(), realpathSync(file), dev, ino]
  return createHash('sha256').update(JSON.stringify(place)).digest('hex')
}

function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim()
  } catch {
    return hostname()
  }
}

export interface Raised {
  readonly mark: ProfileMark
  /** Why this profile needs a new name at the hub; null = it is the one that closed here last. */
  readonly renewal: RenewalReason | null
}

/** Counts this start in the database and says whether the mark beside it agrees; the caller writes the mark after the commit. */
export function raiseStarts(
  store: WriteStore,
  mark: ProfileMark | null,
  { place, keyId }: Pick<ProfileMark, 'place' | 'keyId'>,
  uuid: () => string,
): Raised {
  const known = findValue(store, 'instance', Instance)
  const renewal = renewalOf(known, mark, place)
  const instance = {
    id: known === null || renewal !== null ? uuid() : known.id,
    starts: Math.max(known?.starts ?? 0, mark?.starts ?? 0) + 1,
  }
  putValue(store, 'instance', instance)
  const wholeAt = renewal === null ? (mark?.wholeAt ?? null) : null
  return {
    mark: { instance: instance.id, starts: instance.starts, place, isClosed: false, wholeAt, keyId },
    renewal,
  }
}

function renewalOf(
  known: z.infer<typeof Instance> | null,
  mark: ProfileMark | null,
  place: string,
): RenewalReason | null {
  // Neither: a first start, of the profile or of this version.
  if (known === null) return mark === null ? null : 'rebuilt'
  if (mark === null || mark.instance !== known.id || mark.place !== place) return 'copied_or_restored'
  // A crash between the database and the mark leaves the mark one behind.
  const ahead = known.starts - mark.starts
  return ahead === 0 || ahead === 1 ? null : 'copied_or_restored'
}

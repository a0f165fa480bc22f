import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile, syncFolder } from '../../store/durableFile.ts'
import { PLACES } from '../recovery/profilePlaces.ts'

/** In a folder while a profile is moved into it. */
const MOVING = 'moving'
/** In a folder once everything that was decided there was taken in elsewhere. */
const TAKEN = 'taken-in'

const lockedIn = (profile: string): string => join(profile, PLACES.locked)

/** Moves a whole profile, keys and all, into a folder of its own. Gives back that folder's name. Nothing is ever deleted there. */
export function setLockedAside(profile: string, now: number): string {
  const name = freeName(lockedIn(profile), new Date(now).toISOString().replaceAll(':', '-'))
  mkdirSync(join(lockedIn(profile), name), { recursive: true, mode: 0o700 })
  replaceFile(join(lockedIn(profile), name, MOVING), '')
  moveInto(profile, name)
  return name
}

/** Ends what a crash left half moved: the parts of a profile belong together. */
export function finishSettingAside(profile: string): void {
  for (const name of namesIn(profile))
    if (existsSync(join(lockedIn(profile), name, MOVING))) moveInto(profile, name)
}

function moveInto(profile: string, name: string): void {
  const folder = join(lockedIn(profile), name)
  for (const part of readdirSync(profile))
    if (part !== PLACES.locked) renameSync(join(profile, part), join(folder, part))
  for (const changed of [folder, lockedIn(profile), profile]) syncFolder(changed)
  rmSync(join(folder, MOVING))
  syncFolder(folder)
}

/** Folders of profiles that were set aside and not taken in yet, oldest first. */
export function listLocked(profile: string): string[] {
  return namesIn(profile)
    .map((name) => join(lockedIn(profile), name))
    .filter((folder) => !existsSync(join(folder, TAKEN)))
}

export function markTakenIn(folder: string): void {
  replaceFile(join(folder, TAKEN), '')
}

function namesIn(profile: string): string[] {
  return existsSync(lockedIn(profile)) ? readdirSync(lockedIn(profile)).sort() : []
}

function freeName(folder: string, wanted: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}-${n}`
    if (!existsSync(join(folder, name))) return name
  }
}

import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { replaceFile, syncFolder } from './durableFile.ts'

/** Written into a quarantined folder once everything readable in it was taken over. */
const READ_MARK = 'taken-over'

const folderOf = (file: string) => join(dirname(file), 'quarantine')

/**
 * Moves the database and what belongs to it into a folder of its own, together, and gives back that folder's name. Nothing is ever
 * deleted there. `part`: the log of changes alone, where it cannot belong to the database.
 */
export function setAside(file: string, now: number, part: 'all' | 'log' = 'all'): string {
  const name = freeName(folderOf(file), new Date(now).toISOString().replaceAll(':', '-'))
  const folder = join(folderOf(file), name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const end of part === 'log' ? ['-wal', '-shm'] : ['', '-wal', '-shm', '-journal'])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, join(folder, `${basename(file)}${end}`))
  for (const changed of [folder, folderOf(file), dirname(file)]) syncFolder(changed)
  return name
}

function freeName(folder: string, wanted: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}-${n}`
    if (!existsSync(join(folder, name))) return name
  }
}

/** What was set aside and not taken over yet, oldest first: a crash in the middle of a recovery leaves one. */
export function listUntaken(file: string): string[] {
  return listSetAside(file).filter((name) => !isTaken(file, name))
}

/** Folders of which everything readable was taken over. */
export function listTaken(file: string): string[] {
  return listSetAside(file)
    .filter((name) => isTaken(file, name))
    .map((name) => join(folderOf(file), name))
}

const isTaken = (file: string, name: string): boolean => existsSync(join(folderOf(file), name, READ_MARK))

function listSetAside(file: string): string[] {
  return existsSync(folderOf(file)) ? readdirSync(folderOf(file)).sort() : []
}

export function markTaken(file: string, name: string): void {
  replaceFile(join(folderOf(file), name, READ_MARK), '')
}

/** The database as it lies in a quarantined folder. */
export const fileSetAside = (file: string, name: string): string => join(folderOf(file), name, basename(file))

/** `missing` counts only together with other traces of a profile: a first start has none. */
export function stateOfFile(file: string): 'missing' | 'empty' | 'no_file' | 'there' {
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) return 'missing'
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return 'no_file'
  return statSync(file).size === 0 ? 'empty' : 'there'
}

/** Whether the last run left its log of changes: it then ended without closing, or somebody put the log there. */
export const hasLog = (file: string): boolean =>
  (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

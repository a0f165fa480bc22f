import { existsSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { homedir } from 'node:os'
import { extname, join } from 'node:path'
import type { CopyPlace } from '../../workstation/ports.ts'

const MOST_CHARACTERS = 120
/** Names that Windows keeps for devices, whatever stands behind the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/**
 * A name of ours out of a stranger's: no path, no signs that a system or a reader takes for something else (control characters,
 * marks that turn the direction of writing), no hidden file.
 */
export function harmlessName(fileName: string): string {
  const plain = fileName
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"/\\|?*]/gu, '_')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const ending = extname(plain).slice(0, 16)
  const stem = plain.slice(0, plain.length - extname(plain).length).slice(0, MOST_CHARACTERS)
  const name = `${stem}${ending}`
  return name === '' || DEVICES.test(name) ? `document ${name}`.trim() : name
}

/** Puts copies where the browser of this person would: nothing there is ever overwritten. */
export async function placeInDownloads(fileName: string, folder = downloadsFolder()): Promise<CopyPlace> {
  const name = harmlessName(fileName)
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let copy = 1; ; copy += 1) {
    const where = join(folder, copy === 1 ? name : `${stem} (${copy})${ending}`)
    if (!existsSync(where)) return { where, write: (bytes) => writeNew(where, bytes) }
  }
}

/** Fails where a file has come meanwhile. */
export async function writeNew(path: string, bytes: Uint8Array, flag = 'wx'): Promise<void> {
  const file = await open(path, flag, 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** As freedesktop's user-dirs name it; else what every system calls it. */
export function downloadsFolder(env: NodeJS.ProcessEnv = process.env, home = homedir()): string {
  const told = env['XDG_DOWNLOAD_DIR'] ?? fromUserDirs(env, home)
  const usual = join(home, 'Downloads')
  return [told, usual].find((folder) => folder !== undefined && existsSync(folder)) ?? home
}

function fromUserDirs(env: NodeJS.ProcessEnv, home: string): string | undefined {
  try {
    const file = join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'user-dirs.dirs')
    const line = /^XDG_DOWNLOAD_DIR="(.+)"$/mu.exec(readFileSync(file, 'utf8'))
    return line?.[1]?.replace('$HOME', home)
  } catch {
    return undefined // No desktop has written it.
  }
}

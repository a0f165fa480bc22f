/**
 * With which folder and hub the program was last started by words of its own. A link, and a task at the program's sign, start it without
 * any: they open what the person had before them, and not the sample workspace beside it.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { defaultDataDir } from '../services/dataDir.ts'
import { BadFlags } from '../services/badFlags.ts'
import { type HostFlags, parseStartFlags } from '../services/hostFlags.ts'
import type { ManagedSettings } from '../services/signIn/managedSettings.ts'

/** No code and no token: whoever is signed in stays so in the folder. */
const LastStart = z.strictObject({
  /** Null = the folder that the system keeps for this. */
  dataDir: z.string().min(1).nullable(),
  hub: z.string(),
  as: z.string(),
  directory: z.strictObject({ authority: z.string(), clientId: z.string(), scope: z.string() }).nullable(),
})
type LastStart = z.infer<typeof LastStart>

/** Beside every data folder, since it says which of them it was. */
export const lastStartFile = (folder = defaultDataDir()): string => join(folder, 'last-start.json')

/** @throws what the file system says; nothing that was started depends on it. */
export function rememberStart({ dataDir, hub, user, directory }: HostFlags, file = lastStartFile()): void {
  const start: LastStart = {
    // A link starts the program somewhere else.
    dataDir: dataDir === null ? null : resolve(dataDir),
    hub: hub instanceof URL ? hub.href : hub,
    as: user.replace(/^u-/, ''),
    directory:
      directory === null
        ? null
        : {
            authority: directory.authority.href,
            clientId: directory.clientId,
            scope: directory.scope,
          },
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(start), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * Null = there was none, or what is there is none. Read as words of a command line are, no less strictly.
 * @param managed what whoever manages this machine has set since, which is above what was remembered.
 */
export function lastStart(managed: ManagedSettings | null, file = lastStartFile()): HostFlags | null {
  try {
    const { dataDir, hub, as, directory } = LastStart.parse(JSON.parse(readFileSync(file, 'utf8')))
    const words = { 'data-dir': dataDir, as, ...(managed === null ? { hub, ...wordsOf(directory) } : {}) }
    const args = Object.entries(words).flatMap(([name, value]) =>
      value === null ? [] : [`--${name}=${value}`],
    )
    return parseStartFlags(args, managed)
  } catch (error) {
    const isNoStart = error instanceof z.ZodError || error instanceof SyntaxError || error instanceof BadFlags
    if (isNoStart || (error instanceof Error && 'code' in error)) return null
    throw error
  }
}

const wordsOf = (directory: LastStart['directory']) =>
  directory === null
    ? {}
    : { authority: directory.authority, 'client-id': directory.clientId, scope: directory.scope }

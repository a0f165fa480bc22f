import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The data folder of one person's Proofdesk, and what lies in it. */
export interface DataDir {
  readonly root: string
  /** Database, documents and journal of the workstation. */
  readonly profile: string
  /** Profile of the browser that shows the app window. */
  readonly browser: string
  /** Profiles of the browsers that print, while they do. */
  readonly printing: string
  readonly log: string
  readonly hubLog: string
  /** Who is signed in to a hub by a code, with the token, sealed. */
  readonly codeSignIn: string
  /** The same as earlier versions kept it, in the clear: read once and removed. */
  readonly clearSignIn: string
  /** Who is signed in by a directory, with what keeps them so, sealed. */
  readonly directorySignIn: string
  /** The profile of one person of a directory: where several sign in, each has their own. Names nobody. */
  profileOf(directory: string, userId: string): string
  /** Those of people of directories that are here, whoever they are. */
  listProfiles(): string[]
}

/** The folder that the system keeps for programs' own data: XDG on Linux, Application Support, or the local AppData. */
export function defaultDataDir(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Proofdesk')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Proofdesk')
  const xdg = env['XDG_DATA_HOME']
  // The XDG rules tell programs to ignore a relative path.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'proofdesk')
}

/** The sample workspace has a folder of its own, so that throwing it away can never touch a team's claims. */
export function sampleDataDir(): string {
  return join(defaultDataDir(), 'sample')
}

/** Makes the folder when it is missing and closes it to other people of this machine. */
export function openDataDir(path: string = defaultDataDir()): DataDir {
  const root = resolve(path)
  mkdirSync(root, { recursive: true, mode: 0o700 })
  chmodSync(root, 0o700)
  const people = join(root, 'people')
  return {
    root,
    profile: join(root, 'profile'),
    browser: join(root, 'browser'),
    printing: join(root, 'printing'),
    log: join(root, 'proofdesk.log'),
    hubLog: join(root, 'hub.log'),
    codeSignIn: join(root, 'hub-sign-in.sealed'),
    clearSignIn: join(root, 'hub-sign-in.json'),
    directorySignIn: join(root, 'directory-sign-in.sealed'),
    listProfiles: () =>
      existsSync(people) ? readdirSync(people).map((name) => join(people, name, 'profile')) : [],
    profileOf: (directory, userId) => join(people, nameOf(directory, userId), 'profile'),
  }
}

/** Ids of directories may hold what no file system takes. */
function nameOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}

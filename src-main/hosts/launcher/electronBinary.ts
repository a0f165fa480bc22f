import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A download that has not ended by then is given up; a slow line may still take it with `npm run electron:install`. */
const DOWNLOAD_MS = 5 * 60_000

/** Path of Electron's own binary; undefined while it is not on this machine. Never looks at the network. */
export function findElectron(root: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = join(root, 'node_modules/electron')
  const name = readText(join(folder, 'path.txt'))
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return existing(join(override, name ?? 'electron'))
  return name === undefined ? undefined : existing(join(folder, 'dist', name))
}

/**
 * Tries once for each version of Electron to fetch its binary; the outcome is remembered beside the packages, so that a machine
 * without a way out does not wait at every start.
 */
export async function fetchElectronOnce(
  root: string,
  say: (line: string) => void,
): Promise<string | undefined> {
  const found = findElectron(root)
  if (found !== undefined || wasTried(root)) return found
  say('Electron is not here yet; trying once to download it …')
  await installElectron(root)
  return findElectron(root)
}

/** Runs Electron's own installer and remembers that it was tried. The result says whether the binary is there now. */
export async function installElectron(root: string): Promise<boolean> {
  const installer = spawn(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    cwd: root,
    // Its own account of a failed download is long and says what we say in one line.
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: DOWNLOAD_MS,
  })
  const stopInstaller = () => void installer.kill()
  process.once('exit', stopInstaller)
  await once(installer, 'exit').catch(() => {})
  process.off('exit', stopInstaller)
  remember(root)
  return findElectron(root) !== undefined
}

function remember(root: string): void {
  try {
    mkdirSync(dirname(memoryOf(root)), { recursive: true })
    writeFileSync(memoryOf(root), JSON.stringify({ version: versionOf(root) }))
  } catch {
    // Packages that belong to somebody else cannot remember; the next start tries again.
  }
}

function wasTried(root: string): boolean {
  return readText(memoryOf(root)) === JSON.stringify({ version: versionOf(root) })
}

/** Inside node_modules: a fresh install forgets it, and tries again. */
function memoryOf(root: string): string {
  return join(root, 'node_modules/.cache/proofdesk/electron-tried.json')
}

function versionOf(root: string): string {
  const manifest: unknown = JSON.parse(readText(join(root, 'node_modules/electron/package.json')) ?? '{}')
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return hasVersion ? String(manifest.version) : 'none'
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

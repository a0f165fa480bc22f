/** What a build is made of: each part has its own inputs, so that a change rebuilds no more than it touches. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export const BUILD_PARTS = ['main', 'preload', 'door', 'renderer', 'viewer', 'database'] as const
export type BuildPart = (typeof BUILD_PARTS)[number]

interface PartSources {
  /** Files and folders, relative to the product's root. */
  readonly from: readonly string[]
  readonly except?: readonly string[]
  /** Files that a whole build leaves. */
  readonly results: readonly string[]
}

const EVERYWHERE = ['package-lock.json', 'package.json', 'tsconfig.json', 'src-preload']
const SOURCES: Readonly<Record<BuildPart, PartSources>> = {
  main: {
    from: ['src-main', 'electron.vite.config.ts', 'test/config/quickStart.ts'],
    except: ['src-main/hosts/launcher'],
    results: [
      'index.js',
      'utility.js',
      'loopback.js',
      'hub.js',
      'cli.js',
      'reader.js',
      'painter.js',
      'recogniser.js',
    ],
  },
  preload: { from: ['electron.vite.config.ts'], results: ['index.cjs'] },
  door: { from: ['test/config/vite.door.config.ts'], results: ['loopback.js'] },
  renderer: {
    from: ['src-renderer', 'resources/locales', 'electron.vite.config.ts'],
    except: ['src-renderer/viewer-frame'],
    results: ['index.html'],
  },
  // The hub's embedded PostgreSQL with nothing in it.
  database: { from: ['src-main/hosts/launcher/makeDatabase.ts'], results: ['pg/PG_VERSION'] },
  viewer: {
    from: ['src-renderer/viewer-frame', 'test/config/vite.viewer.config.ts'],
    results: ['index.html'],
  },
}

/** Files that a whole build of the part leaves in its folder. */
export function resultsOf(part: BuildPart): readonly string[] {
  return SOURCES[part].results
}

/** SHA-256 over names and contents of everything a part is built from; times and owners of files do not count. */
export function fingerprintOf(root: string, part: BuildPart): string {
  const { from, except = [] } = SOURCES[part]
  const hash = createHash('sha256')
  for (const path of [...EVERYWHERE, ...from].flatMap((start) => filesBelow(join(root, start)))) {
    const name = relative(root, path).split(sep).join('/')
    if (except.some((folder) => name.startsWith(`${folder}/`))) continue
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

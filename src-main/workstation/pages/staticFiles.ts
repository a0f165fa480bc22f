import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
  '.pdf': 'application/octet-stream',
}

export interface StaticFile {
  readonly bytes: Uint8Array
  readonly type: string
}

/** A file of a folder by its path in a URL. Null for everything that is not plainly a known kind of file inside it. */
export async function findStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  const path = decode(urlPath)
  if (path === null) return null
  const type = TYPES[extname(path).toLowerCase()]
  if (type === undefined) return null
  try {
    const root = await realpath(folder)
    const real = await realpath(join(root, path))
    if (!real.startsWith(root + sep)) return null
    return { bytes: await readFile(real), type }
  } catch {
    return null
  }
}

/** Refuses what has no business in the path of a packaged file: steps upward, backslashes, NUL, double encoding. */
function decode(urlPath: string): string | null {
  try {
    const path = decodeURIComponent(urlPath)
    const bad =
      path.includes('\0') || path.includes('\\') || path.includes('%') || path.split('/').includes('..')
    return bad ? null : path
  } catch {
    return null
  }
}

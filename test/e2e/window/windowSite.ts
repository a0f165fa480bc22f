import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { CASE_PAPERS, SHA_OF } from './casePapers.ts'
import { type MadePapers, makePapers } from './papers.ts'
import { pseudoLocale } from './pseudoLocale.ts'

const PAGE_ROOT = fileURLToPath(new URL('page', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}
/** The frame as it is built; it is served under a name of its own, so that it has an origin of its own. */
const VIEWER_ROOT = fileURLToPath(new URL('../../../out/viewer', import.meta.url))
/** The bytes of this hash are the earlier version; every other hash is the newer. */
const EARLIER = /^\/documents\/b+$/

export interface WindowSite {
  /** The window in front of one scene, see page/scenes.ts; `at` another address than that of the scene. */
  readonly urlOf: (scene: string, locale?: 'en' | 'it' | 'pseudo', at?: string) => string
  close(): Promise<void>
}

/** Builds the real window over a core in memory and serves it: states that a real hub would take hours to reach. */
export async function startWindowSite(): Promise<WindowSite> {
  const folder = await mkdtemp(join(tmpdir(), 'window-site-'))
  await build({
    configFile: false,
    root: PAGE_ROOT,
    base: './',
    logLevel: 'warn',
    plugins: [react(), pseudoLocale()],
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 4000, target: 'chrome150' },
  })
  const papers = await makePapers()
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    const isViewer = (request.headers.host ?? '').startsWith('viewer.')
    const made = isViewer ? null : paperAt(path, papers)
    if (made === null)
      sendFile(join(isViewer ? VIEWER_ROOT : folder, path === '/' ? 'index.html' : path), response)
    else response.end(made)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    urlOf: (scene, locale = 'en', at = '') =>
      `http://127.0.0.1:${port}/?scene=${scene}&locale=${locale}${at}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

function paperAt(path: string, made: MadePapers): string | Uint8Array | null {
  const { places, sow, earlier, parties } = made
  if (path === '/papers.json') return JSON.stringify(places)
  if (!path.startsWith('/documents/')) return null
  const ofParty = CASE_PAPERS.find((name) => path.endsWith(SHA_OF[name]))
  if (ofParty !== undefined) return parties[ofParty]
  return EARLIER.test(path) ? earlier : sow
}

function sendFile(file: string, response: ServerResponse): void {
  readFile(file).then(
    (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes),
    () => response.writeHead(404).end(),
  )
}

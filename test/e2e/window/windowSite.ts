import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { pseudoLocale } from './pseudoLocale.ts'

const PAGE_ROOT = fileURLToPath(new URL('page', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

export interface WindowSite {
  /** The window in front of one scene, see page/scenes.ts. */
  readonly urlOf: (scene: string, locale?: 'en' | 'it' | 'pseudo') => string
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
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    const file = join(folder, path === '/' ? 'index.html' : path)
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    urlOf: (scene, locale = 'en') => `http://127.0.0.1:${port}/?scene=${scene}&locale=${locale}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

/**
 * Everything that Electron's three kinds of process load, and all other Node entries with them: one build, one set of chunks.
 * `PROOFDESK_BUILD=main,renderer` builds only these; the launcher uses it so that a change in a rule does not rebuild the pages.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'electron-vite'
import { builtinsByName, clientModulesOnDemand } from './test/config/quickStart.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const entries = {
  index: at('src-main/hosts/electron/index.ts'),
  utility: at('src-main/hosts/electron/utilityEntry.ts'),
  loopback: at('src-main/hosts/loopback/index.ts'),
  hub: at('src-main/hosts/hub/index.ts'),
  cli: at('src-main/hosts/cli/index.ts'),
  reader: at('src-main/poe/reader/readerProcess.ts'),
  painter: at('src-main/poe/reader/recognition/painterProcess.ts'),
  recogniser: at('src-main/poe/reader/recognition/recogniserProcess.ts'),
  sheets: at('src-main/workstation/tables/sheetThread.ts'),
}
const external = ['better-sqlite3', 'pdfjs-dist', '@electric-sql/pglite', 'pg', '@napi-rs/canvas', 'sharp']

const parts = {
  main: {
    plugins: [builtinsByName(), clientModulesOnDemand()],
    // Its entry for Node makes a `require` of its own, beside the one that is put before every chunk; we use nothing of its threads.
    resolve: { alias: { fflate: at('node_modules/fflate/esm/browser.js') } },
    build: {
      outDir: at('out/main'),
      externalizeDeps: { include: external },
      target: 'node24.18',
      rolldownOptions: {
        input: entries,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Node reads and hashes every byte at every start. Names stay, so that a stack trace can be read.
          minify: { compress: true, mangle: false, codegen: true },
          // All that both windows need before their first rows, with its dependencies: one file is found, read and hashed faster.
          // What readers of documents load as well stays out of it: they may read nothing of the database's.
          codeSplitting: {
            groups: [
              { name: 'evidence', test: /domain.evidence/, priority: 2 },
              { name: 'start', test: /hosts.loopback.main\.ts$/, priority: 1 },
            ],
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src-preload/electron.ts') },
        treeshake: { moduleSideEffects: (id: string) => id.endsWith('src-preload/electron.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome150',
      minify: true,
      sourcemap: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 600,
      rolldownOptions: {
        input: at('src-renderer/index.html'),
        // All that the first picture needs in one file: some thirty small ones would each be asked for, read and linked.
        output: {
          codeSplitting: { groups: [{ name: 'first', test: /src-renderer.(main\.tsx|app.page\.css)$/ }] },
        },
      },
    },
  },
} satisfies UserConfig

const wanted = process.env['PROOFDESK_BUILD']?.split(',') ?? Object.keys(parts)

export default defineConfig(
  // The names come from our own launcher; an unknown one simply builds nothing.
  Object.fromEntries(Object.entries(parts).filter(([name]) => wanted.includes(name))) as UserConfig,
)

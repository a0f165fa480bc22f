import { cp, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('../../src-renderer/viewer-frame', import.meta.url))
const out = fileURLToPath(new URL('../../out/viewer', import.meta.url))

/** pdf.js fetches these by address at run time: the worker, and tables for fonts, colours and images. */
const PDFJS_FILES = {
  'build/pdf.worker.min.mjs': 'pdf.worker.min.mjs',
  cmaps: 'cmaps',
  standard_fonts: 'standard_fonts',
  wasm: 'wasm',
  iccs: 'iccs',
  'web/images': 'images',
  LICENSE: 'LICENSE',
} as const

function pdfjsFiles(): Plugin {
  const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return {
    name: 'pdfjs-files',
    async writeBundle({ dir }) {
      const to = join(dir ?? out, 'pdfjs')
      await mkdir(to, { recursive: true })
      for (const [file, name] of Object.entries(PDFJS_FILES)) {
        // Scripts of documents are never run: the interpreter for them stays at home.
        await cp(join(from, file), join(to, name), {
          recursive: true,
          filter: (path) => !path.includes('quickjs'),
        })
      }
    },
  }
}

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [pdfjsFiles()],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'chrome150',
    // The frame's CSP allows no inline script, and data: only for what a document itself carries.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
})

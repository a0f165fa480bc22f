/** The door of the loopback host: one classic script that runs before the app's module. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export default defineConfig({
  root: at('src-preload'),
  publicDir: false,
  build: {
    outDir: at('out/door'),
    emptyOutDir: true,
    target: 'chrome150',
    minify: true,
    reportCompressedSize: false,
    modulePreload: false,
    rolldownOptions: {
      input: at('src-preload/loopback.ts'),
      treeshake: { moduleSideEffects: (id) => id.endsWith('loopback.ts') },
      output: { format: 'iife', entryFileNames: 'loopback.js' },
    },
  },
})

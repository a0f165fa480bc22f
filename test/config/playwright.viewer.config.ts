import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The viewer frame alone, against a static server that each spec starts itself. */
export default defineConfig({
  testDir: at('../e2e/viewer'),
  outputDir: at('../../test-results/viewer'),
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
})

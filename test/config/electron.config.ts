/** The specs that need the real Electron: what a fake of it can only be told. `npm test -- electron` runs them where its binary is. */
import { defineConfig } from '@playwright/test'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
// Playwright gives Chromium a keeper of secrets that keeps none (`--password-store=basic`), which the host refuses.
process.env['PROOFDESK_KEY'] = 'file'

export default defineConfig({
  testDir: resolve(root, 'test/e2e/electron'),
  outputDir: resolve(root, 'test-results/electron'),
  fullyParallel: false,
  // Windows take the focus from one another.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: { actionTimeout: 30_000 },
})

import { defineConfig } from '@playwright/test'
import { resolve } from 'node:path'
import { findBrowser } from '../../src-main/hosts/loopback/findBrowser.ts'

const root = resolve(import.meta.dirname, '../..')
// This machine keeps no keys, and nobody is there to type a passphrase: hosts that are started keep theirs in a file.
process.env['PROOFDESK_KEY'] = 'file'
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: resolve(root, 'test/e2e'),
  // Those need Electron's own binary and have a config of their own.
  testIgnore: '**/e2e/electron/**',
  outputDir: resolve(root, 'test-results'),
  fullyParallel: false,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    // Recorded only for who asks: it slows every spec down, and nobody keeps what was recorded of those that hold.
    trace: process.env['PROOFDESK_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    // A click on what never comes must fail as itself, not as the end of the whole test's time.
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: findBrowser() ?? '',
      args: [
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Chromium's own sandbox refuses to run as root.
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
})

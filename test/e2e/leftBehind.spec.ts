import { chromium, expect } from '@playwright/test'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { browserFlags } from '../../src-main/hosts/loopback/browserWindow.ts'
import { findBrowser } from '../../src-main/hosts/loopback/findBrowser.ts'
import { test, viewerOf } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

/** Of the seeded claim, its papers, and what is typed here. */
const WORDS = ['Aldermere', 'Kestrel', 'Fiona Garside', 'wobblyletter', 'zebrasearch'] as const

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map((name) => join(folder, String(name)))
        .filter((path) => statSync(path).isFile())
    : []

/** The product’s own, but for those by which a test holds the browser itself. */
const flagsOfTheWindow = (profileDir: string): string[] =>
  browserFlags(
    { launchUrl: 'http://127.0.0.1:9/', profileDir, isRoot: process.getuid?.() === 0 },
    'about:blank',
  ).filter((flag) => !/^--(?:user-data-dir|remote-debugging-pipe)/u.test(flag))

/** In the clear or as Chromium keeps strings of wide characters. */
function hitsIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const bytes = readFileSync(path)
    return WORDS.filter(
      (word) =>
        bytes.includes(word) ||
        bytes.includes(word.toLowerCase()) ||
        bytes.includes(Buffer.from(word, 'utf16le')),
    ).map((word) => `${path}: ${word}`)
  })
}

test('a window that was worked in leaves no word of claims or papers in its browser’s files, the logs, and the documents', async ({
  bench,
  page: spare,
}) => {
  await spare.close()
  const profile = join(bench.dataDir, 'browser')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? '',
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    args: flagsOfTheWindow(profile),
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const host = await bench.open({ on: page })
  const screens = screensOf(page)
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await screens.evidence(1).first().click()
  await expect(screens.mark(1)).toBeInViewport()
  await expect(viewerOf(page).locator('canvas').first()).toBeVisible()
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'Insufficient proof of execution' }).click()
  await page.getByRole('textbox', { name: /^Note for the lead/ }).fill('wobblyletter')
  await page.evaluate(() => (location.hash = '#/queue?filter=zebrasearch'))
  await expect(page.getByRole('grid').first()).toBeAttached()
  await page.goBack()
  await page.reload()
  await expect(page.getByText('Aldermere').first()).toBeVisible()
  await context.close()
  await host.stop()
  const browsers = filesUnder(profile)
  const logs = filesUnder(bench.dataDir).filter((path) => path.endsWith('.log') || /\.log\.\d$/u.test(path))
  const papers = filesUnder(bench.dataDir).filter(
    (path) => /documents\/[0-9a-f]{2}\/[0-9a-f]{64}$/u.test(path) && !path.includes('/hub/'),
  )
  expect([browsers.length > 10, logs.length > 0, papers.length > 0]).toEqual([true, true, true])
  expect(hitsIn([...browsers, ...logs, ...papers])).toEqual([])
})

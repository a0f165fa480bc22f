import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { test } from '../launch/desktop.ts'
import { screensOf } from '../launch/screens.ts'

const LINK = 'cpor://claim/43176973'
const shows = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** How many further starts this program was told of. */
const countStarts = (app: ElectronApplication) =>
  app.evaluate(({ app }) => {
    const starts = { count: 0 }
    Object.assign(globalThis, { starts })
    app.on('second-instance', () => (starts.count += 1))
  })
const starts = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as unknown as { starts: { count: number } }).starts.count)
const windows = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('a link by which the program is started opens its window on the claim', async ({ desktop }) => {
  const first = await desktop.open()
  await screensOf(first.page).settled()
  await desktop.close(first)
  const { page } = await desktop.open(LINK)
  await expect(page).toHaveURL(/#\/claims\/43176973$/)
  await shows(page, 'Caixa Ribatejo Copilot')
})

test('a link while the program runs is shown in its window, and the second start ends', async ({
  desktop,
}) => {
  const { app, page } = await desktop.open()
  await screensOf(page).settled()
  await countStarts(app)
  expect(await desktop.startAgain('--hub', 'https://evil.tld', LINK)).toBe(0)
  await expect.poll(() => starts(app)).toBe(1)
  await shows(page, 'Caixa Ribatejo Copilot')
  expect(await windows(app)).toBe(1)
})

test('a second start without a link hands over to the window that is there', async ({ desktop }) => {
  const { app, page } = await desktop.open()
  await screensOf(page).settled()
  await countStarts(app)
  const at = page.url()
  expect(await desktop.startAgain()).toBe(0)
  await expect.poll(() => starts(app)).toBe(1)
  expect(await windows(app)).toBe(1)
  expect(page.url()).toBe(at)
})

test('a link opens the folder of the last start that had words of its own', async ({ desktop }) => {
  const own = join(desktop.folder, 'team')
  const first = await desktop.open('--data-dir', own, '--hub', 'none')
  await expect(first.page.getByRole('contentinfo')).toBeVisible()
  const folderOf = (app: ElectronApplication) => app.evaluate(({ app }) => app.getPath('userData'))
  const folder = await folderOf(first.app)
  await expect.poll(() => existsSync(join(desktop.dataDir, '../last-start.json'))).toBe(true)
  await desktop.close(first)
  const linked = await desktop.open(LINK)
  expect(await folderOf(linked.app)).toBe(folder)
})

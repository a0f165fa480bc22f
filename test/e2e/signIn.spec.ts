import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startDirectory, type TestDirectory } from '../builders/directory/testDirectory.ts'
import { aDirectoryDesk, commandLines, filesBelow, listenIn, walkThrough } from './launch/directoryDesk.ts'
import { test } from './launch/proofdesk.ts'
import { screensOf } from './launch/screens.ts'

// The directory's certificate is one of this test's own; the hosts are told to trust it, the browser of the person is.
test.use({ ignoreHTTPSErrors: true })

let directory: TestDirectory
let desk: ReturnType<typeof aDirectoryDesk>
test.beforeEach(async () => {
  directory = await startDirectory()
  desk = aDirectoryDesk(directory)
})
test.afterEach(async () => {
  await directory.stop()
  desk.clear()
})

const signInPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in to Proofdesk' })

async function signInAsGreta(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const tab = await page.context().newPage()
  await walkThrough(tab, await desk.address(), 'greta')
  await tab.close()
}

/** Tokens that stand in any of these, whole or their signature alone. */
const tokensIn = (texts: readonly string[]) =>
  directory.given.filter((token) =>
    texts.some((text) => text.includes(token) || text.includes(token.slice(-40))),
  )

test('a person signs in at the directory in the system’s browser, and no token is to be found afterwards', async ({
  page,
  bench,
}) => {
  const hub = await bench.startHub(0, desk.hub)
  const said = listenIn(page)
  await bench.open({ hub: hub.url, ...desk.host })
  await expect(signInPage(page)).toBeFocused()
  await expect(page.getByRole('banner')).toHaveCount(0)
  expect(existsSync(join(bench.dataDir, 'people'))).toBe(false)

  await signInAsGreta(page)
  await screensOf(page).settled()
  await page.getByRole('banner').getByRole('button', { name: 'Greta Reviewer, reviewer' }).click()
  await expect(page.getByText('Signed in as greta@contoso.example')).toBeVisible()

  expect(directory.given.length).toBeGreaterThanOrEqual(3)
  const files = filesBelow(bench.dataDir)
  expect([files.length > 5, said.length > 20]).toEqual([true, true])
  expect(tokensIn([await page.content(), ...said, ...files, ...commandLines()])).toEqual([])
})

test('whoever signed in before works on after a restart without hub and directory, and signing out closes what was open', async ({
  page,
  bench,
}) => {
  const hub = await bench.startHub(0, desk.hub)
  const host = await bench.open({ hub: hub.url, ...desk.host })
  await signInAsGreta(page)
  const screens = screensOf(page)
  await screens.settled()
  await host.stop()
  await hub.stop()
  await directory.stop()

  await bench.open({ hub: hub.url, ...desk.host })
  await expect(screens.state).toContainText('Offline')
  await expect(screens.row('Aldermere')).not.toHaveCount(0)
  await screens.openByKeyboard('Dorada SCM', 'Ría Dorada SCM')
  await page.keyboard.press('t')
  await expect(screens.state).toContainText('Outbox 1')

  await page.getByRole('banner').getByRole('button', { name: 'Greta Reviewer, reviewer' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const question = page.getByRole('alertdialog', { name: 'Sign out now?' })
  await expect(question).toContainText('1 act of yours has not been sent yet.')
  await question.getByRole('button', { name: 'Sign out' }).click()
  await expect(signInPage(page)).toBeFocused()
  expect(await page.content()).not.toContain('Dorada')
  const [person = ''] = readdirSync(join(bench.dataDir, 'people'))
  const profile = readdirSync(join(bench.dataDir, 'people', person, 'profile'))
  // An open database has its log beside it.
  expect([profile.includes('workstation.db'), profile.includes('workstation.db-wal')]).toEqual([true, false])
  expect(existsSync(join(bench.dataDir, 'directory-sign-in.sealed'))).toBe(false)
  await page.reload()
  await expect(signInPage(page)).toBeFocused()

  await directory.start()
  await bench.startHub(Number(new URL(hub.url).port), desk.hub)
  await signInAsGreta(page)
  await expect(screens.state).toContainText('Outbox 0', { timeout: 60_000 })
})

import { expect } from '@playwright/test'
import { documentFrame, test } from '../launch/desktop.ts'
import { requestInformation } from '../launch/requestInformation.ts'
import { screensOf } from '../launch/screens.ts'

test('papers are read by processes of their own and shown in a frame of their own origin', async ({
  desktop,
}) => {
  const { page } = await desktop.open()
  const screens = screensOf(page)
  // Ready offline is said of a claim when the reader has been through all of its papers.
  await screens.settled()
  await screens.openByKeyboard('aldermere', 'Aldermere intranet and OneDrive')
  await expect(screens.mark(1)).toBeAttached()
  const frame = documentFrame(page)
  expect(await frame.evaluate(() => location.origin)).not.toBe(await page.evaluate(() => location.origin))
  const drawn = await frame.evaluate(() => {
    const canvas = document.querySelector('canvas')
    return canvas === null ? 0 : canvas.width * canvas.height
  })
  expect(drawn).toBeGreaterThan(100_000)
})

test('a reviewer goes from the queue over the evidence to a decision that the hub confirms', async ({
  desktop,
}) => {
  const { page } = await desktop.open()
  await screensOf(page).settled()
  await requestInformation(page)
})

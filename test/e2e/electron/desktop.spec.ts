import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type ElectronApplication } from '@playwright/test'
import { askBridge, test } from '../launch/desktop.ts'
import { screensOf } from '../launch/screens.ts'

test('a report is printed by an unseen window that is gone afterwards, as a tagged PDF', async ({
  desktop,
}) => {
  const { app, page } = await desktop.open('--as', 'team-lead')
  await screensOf(page).settled()
  const file = join(desktop.folder, 'week.pdf')
  // A person's answer to the system's dialog, which no test can click.
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  const answer = await askBridge(page, 'reports.weekly', { weeksAgo: 0, locale: 'en' })
  expect(answer).toEqual({ ok: true, value: { outcome: 'saved', where: file } })
  const pdf = readFileSync(file, 'latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true)
  expect(pdf).toMatch(/\/Marked\s+true/)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the desktop takes a message, a number at the sign and the tasks below it', async ({ desktop }) => {
  const { app, page } = await desktop.open()
  await screensOf(page).settled()
  const thrown = await app.evaluate(({ app, BrowserWindow, nativeImage, Notification }) => {
    const attempts: Record<string, () => unknown> = {
      message: () => {
        if (Notification.isSupported()) new Notification({ title: 'Overdue', body: '1 claim' }).show()
      },
      number: () => app.setBadgeCount(2),
      none: () => app.setBadgeCount(0),
    }
    if (process.platform === 'win32') {
      attempts['tasks'] = () =>
        app.setUserTasks([
          {
            program: process.execPath,
            arguments: '--do=go.queue',
            title: 'Queue',
            description: 'Queue',
            iconPath: process.execPath,
            iconIndex: 0,
          },
        ])
      attempts['picture'] = () => {
        const [window] = BrowserWindow.getAllWindows()
        const image = nativeImage.createFromBitmap(Buffer.alloc(16 * 16 * 4, 255), { width: 16, height: 16 })
        image.addRepresentation({
          scaleFactor: 2,
          width: 32,
          height: 32,
          buffer: Buffer.alloc(32 * 32 * 4, 255),
        })
        window?.setOverlayIcon(image, '2 unread messages')
        window?.setOverlayIcon(null, '')
      }
    }
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt()
        return []
      } catch (error) {
        return [`${name}: ${String(error)}`]
      }
    })
  })
  expect(thrown).toEqual([])
})

const PLACE = { x: 60, y: 50, width: 1100, height: 720 }
/** How far window managers move what they are told, for their own frames. */
const NEAR = 60

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())

test('the window comes back where it stood, in the size it had', async ({ desktop }) => {
  const first = await desktop.open('--hub', 'none', '--data-dir', join(desktop.folder, 'own'))
  await expect(first.page.getByRole('contentinfo')).toBeVisible()
  await first.app.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    PLACE,
  )
  await expect.poll(async () => (await boundsOf(first.app))?.width).toBe(PLACE.width)
  const before = await boundsOf(first.app)
  await desktop.close(first)
  const second = await desktop.open('--hub', 'none', '--data-dir', join(desktop.folder, 'own'))
  const after = await boundsOf(second.app)
  expect(after).toMatchObject({ width: before?.width, height: before?.height })
  expect(Math.abs((after?.x ?? Infinity) - (before?.x ?? 0))).toBeLessThan(NEAR)
  expect(Math.abs((after?.y ?? Infinity) - (before?.y ?? 0))).toBeLessThan(NEAR)
})

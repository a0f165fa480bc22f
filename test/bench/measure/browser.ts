import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../../src-main/hosts/loopback/findBrowser.ts'

/** The Chromium of this machine, without a window. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge was found.')
  return chromium.launch({
    executablePath,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost',
      '--disable-background-networking',
      '--disable-component-update',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}

/** Main-thread milliseconds that a page spends while `work` runs. */
export async function mainThreadMs(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const before = await taskSeconds()
  await work()
  const after = await taskSeconds()
  await session.detach()
  return (after - before) * 1000
}

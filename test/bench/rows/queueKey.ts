import type { Page } from '@playwright/test'
import { bigProfile, MANY_CLAIMS } from '../measure/bigProfile.ts'
import { openBrowser } from '../measure/browser.ts'
import { startHost } from '../measure/loopbackHost.ts'
import { plainList } from '../measure/plainList.ts'
import { type Bench, compare } from '../measure/row.ts'

const PRESSES = 120

export const queueKey: Bench = {
  id: 'queue-key',
  async run({ root, say }) {
    const { dataDir } = await bigProfile(root, say)
    const host = await startHost(root, dataDir)
    const browser = await openBrowser()
    try {
      const viewport = { width: 1440, height: 900 }
      const ours = await browser.newPage({ viewport })
      await ours.goto(host.launchUrl)
      await ours.getByRole('row').nth(20).waitFor()
      const plain = await browser.newPage({ viewport })
      await plain.setContent(plainList(MANY_CLAIMS))
      return await compare(
        {
          id: 'queue-key',
          what: `J in the queue of 100,000 claims → the next row is current and laid out, p95 of ${PRESSES} presses`,
          baseline: 'plain recycled list of as many rows and cells: J marks the next row and scrolls to it',
          must: 3,
          aim: 1.5,
          rounds: 9,
          ours: () => pressDown(ours),
          theirs: () => pressDown(plain),
        },
        say,
      )
    } finally {
      await browser.close()
      await host.stop()
    }
  },
}

/** From the first row on, further than the window is high: most presses move the list too. */
async function pressDown(page: Page): Promise<number> {
  await page.bringToFront()
  const grid = page.getByRole('grid')
  await grid.focus()
  await page.keyboard.press('Home')
  await page.locator('[data-index="0"][data-current]').waitFor()
  return page.evaluate(async (presses) => {
    const times: number[] = []
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let at = 1; at <= presses; at += 1) {
      // A frame of its own for each press, as a hand gives it; what the last one left to do is done by then.
      await frame()
      await frame()
      const startedAt = performance.now()
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }),
      )
      const isHere = () => document.querySelector(`[data-index="${at}"][data-current]`)
      while (isHere() === null) await new Promise((resolve) => setTimeout(resolve))
      isHere()?.getBoundingClientRect()
      times.push(performance.now() - startedAt)
    }
    times.sort((a, b) => a - b)
    return times[Math.floor(times.length * 0.95)] ?? Number.NaN
  }, PRESSES)
}

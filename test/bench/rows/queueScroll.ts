import type { Page } from '@playwright/test'
import { bigProfile, MANY_CLAIMS } from '../measure/bigProfile.ts'
import { mainThreadMs, openBrowser } from '../measure/browser.ts'
import { startHost } from '../measure/loopbackHost.ts'
import { plainList } from '../measure/plainList.ts'
import { type Bench, compare } from '../measure/row.ts'

const FRAMES = 300
const PIXELS_A_FRAME = 360

export const queueScroll: Bench = {
  id: 'queue-scroll',
  async run({ root, say }) {
    const { dataDir } = await bigProfile(root, say)
    const host = await startHost(root, dataDir)
    const browser = await openBrowser()
    try {
      const viewport = { width: 1440, height: 900 }
      const ours = await browser.newPage({ viewport })
      await ours.goto(host.launchUrl)
      await ours.getByRole('grid').waitFor()
      await ours.getByRole('row').nth(20).waitFor()
      const plain = await browser.newPage({ viewport })
      await plain.setContent(plainList(MANY_CLAIMS))
      return await compare(
        {
          id: 'queue-scroll',
          what: `scroll the queue of 100,000 claims, ${PIXELS_A_FRAME} px a frame, ${FRAMES} frames: main thread`,
          baseline: 'plain recycled list of as many rows and cells, data in memory',
          must: 2,
          aim: 1.25,
          rounds: 7,
          ours: () => scroll(ours),
          theirs: () => scroll(plain),
        },
        say,
      )
    } finally {
      await browser.close()
      await host.stop()
    }
  },
}

async function scroll(page: Page): Promise<number> {
  await page.bringToFront()
  const grid = page.getByRole('grid')
  await grid.evaluate((element) => element.scrollTo({ top: 0 }))
  await page.getByRole('row').nth(5).waitFor()
  return mainThreadMs(page, () =>
    grid.evaluate(
      (element, { frames, pixels }) =>
        new Promise<void>((done) => {
          let left = frames
          const step = () => {
            element.scrollTop += pixels
            left -= 1
            if (left > 0) requestAnimationFrame(step)
            else requestAnimationFrame(() => done())
          }
          requestAnimationFrame(step)
        }),
      { frames: FRAMES, pixels: PIXELS_A_FRAME },
    ),
  )
}

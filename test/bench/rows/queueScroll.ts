import type { Page } from '@playwright/test'
import { mainThreadMs } from '../measure/browser.ts'
import { withQueuePages } from '../measure/queuePages.ts'
import { type Bench, compare } from '../measure/row.ts'

const FRAMES = 300
const PIXELS_A_FRAME = 360

export const queueScroll: Bench = {
  id: 'queue-scroll',
  run: (context) =>
    withQueuePages(context, ({ ours, plain }) =>
      compare(
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
        context.say,
      ),
    ),
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

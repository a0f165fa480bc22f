import type { Browser } from '@playwright/test'
import { bigProfile } from '../measure/bigProfile.ts'
import { openBrowser } from '../measure/browser.ts'
import { startHost } from '../measure/loopbackHost.ts'
import { claimNumber } from '../measure/manyClaims.ts'
import { type Bench, compare } from '../measure/row.ts'

const [FEW, MANY] = [5, 50]

export const heap: Bench = {
  id: 'heap',
  async run({ root, say }) {
    const { dataDir } = await bigProfile(root, say)
    const browser = await openBrowser()
    const afterClaims = async (claims: number) => {
      // An address of the host works once, so each reading has a host of its own.
      const host = await startHost(root, dataDir)
      try {
        return await heapAfter(browser, host.launchUrl, claims)
      } finally {
        await host.stop()
      }
    }
    try {
      return await compare(
        {
          id: 'heap',
          what: `JS heap of the window after ${MANY} claims were opened, one after the other, garbage collected`,
          baseline: `the same after ${FEW}`,
          must: 1.15,
          aim: 1,
          rounds: 3,
          unit: 'MB',
          ours: () => afterClaims(MANY),
          theirs: () => afterClaims(FEW),
        },
        say,
      )
    } finally {
      await browser.close()
    }
  },
}

async function heapAfter(browser: Browser, launchUrl: string, claims: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(launchUrl)
    await page.getByRole('row').nth(5).waitFor()
    for (let n = 0; n < claims; n += 1) {
      const { form } = claimNumber(n)
      await page.evaluate((hash) => void (location.hash = hash), `#/claims/${form.claimId}`)
      await page.getByRole('heading', { name: form.claimName }).waitFor()
    }
    const session = await context.newCDPSession(page)
    // Twice: what finalizers let go of in the first is collected in the second.
    for (let pass = 0; pass < 2; pass += 1) await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return usedSize / 2 ** 20
  } finally {
    await context.close()
  }
}

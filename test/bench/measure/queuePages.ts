import type { Browser, Page } from '@playwright/test'
import { bigProfile, MANY_CLAIMS } from './bigProfile.ts'
import { openBrowser } from './browser.ts'
import { startHost } from './loopbackHost.ts'
import { plainList } from './plainList.ts'
import type { BenchContext } from './row.ts'

const VIEWPORT = { width: 1440, height: 900 }

/** The queue of a profile of 100,000 claims and a plain list that is as long, each in a page that shows its first rows. */
export async function withQueuePages<T>(
  { root, say }: BenchContext,
  work: (pages: { readonly ours: Page; readonly plain: Page }) => Promise<T>,
): Promise<T> {
  const { dataDir } = await bigProfile(root, say)
  const host = await startHost(root, dataDir)
  const browser = await openBrowser()
  try {
    return await work({ ours: await openQueue(browser, host.launchUrl), plain: await openPlain(browser) })
  } finally {
    await browser.close()
    await host.stop()
  }
}

async function openQueue(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT })
  await page.goto(url)
  await page.getByRole('row').nth(20).waitFor()
  return page
}

async function openPlain(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT })
  await page.setContent(plainList(MANY_CLAIMS))
  return page
}

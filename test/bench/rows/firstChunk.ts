import type { Browser } from '@playwright/test'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import react from '@vitejs/plugin-react'
import { Hono } from 'hono'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'
import { openBrowser } from '../measure/browser.ts'
import { type Bench, compare } from '../measure/row.ts'

export const firstChunk: Bench = {
  id: 'first-chunk',
  async run({ root, say, scratch }) {
    const reactOnly = await buildReactOnly(root, join(scratch, 'react-only'))
    const ours = await servePage(join(root, 'out/renderer'))
    const theirs = await servePage(reactOnly)
    const browser = await openBrowser()
    try {
      return await compare(
        {
          id: 'first-chunk',
          what: 'the window’s page, nothing cached, the best of three loads: its HTML has come → its first chunk is evaluated, with what that imports',
          baseline: 'a page with React alone, built and served the same way',
          must: 2.5,
          aim: 1.6,
          rounds: 15,
          ours: () => bestLoad(browser, ours.url),
          theirs: () => bestLoad(browser, theirs.url),
        },
        say,
      )
    } finally {
      await browser.close()
      ours.close()
      theirs.close()
    }
  },
}

/** With the settings of the window's own build. */
async function buildReactOnly(root: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: join(root, 'test/bench/measure/reactOnly'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome150', minify: true, reportCompressedSize: false },
  })
  return outDir
}

const EVALUATED = 'evaluated'
/** Scripts of a page run in their order, so this one says that the page's own, and all that it imports, has run. */
const SAYS_SO = `<script type="module">performance.mark('${EVALUATED}')</script></body>`

async function servePage(folder: string): Promise<{ url: string; close: () => void }> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace('</body>', SAYS_SO)
  const app = new Hono().get('/', (context) => context.html(page)).use('/*', serveStatic({ root: folder }))
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() }
}

const LOADS = 3

/** The best of a few: one load is so short that a neighbour on the machine can double it. */
async function bestLoad(browser: Browser, url: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let load = 0; load < LOADS; load += 1) best = Math.min(best, await timeToEvaluated(browser, url))
  return best
}

async function timeToEvaluated(browser: Browser, url: string): Promise<number> {
  // A context of its own has no cache, neither of files nor of compiled code.
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, EVALUATED)
    return await page.evaluate((name) => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const [mark] = performance.getEntriesByName(name)
      return (mark?.startTime ?? Number.NaN) - (navigation?.responseEnd ?? Number.NaN)
    }, EVALUATED)
  } finally {
    await context.close()
  }
}

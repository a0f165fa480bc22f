import type { Frame, Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { VIEWER_PROTOCOL } from '../../../src-renderer/viewer-frame/messages.ts'
import { openBrowser } from '../measure/browser.ts'
import { startHost } from '../measure/loopbackHost.ts'
import { type Bench, type BenchContext, type BenchRow, compare, type Contest } from '../measure/row.ts'

const run = promisify(execFile)

/** Papers with a text layer, of one page to eleven, in four languages. */
const TEXT_PAPERS = ['D-001-sow.pdf', 'D-002-letter.pdf', 'D-042-caderno.pdf', 'nl-werkomschrijving.pdf']

/** A picture of a page each: one channel and three, 150 to 200 dots an inch, of one page and two. */
const SCANS = ['D-101-sow.pdf', 'D-103-abnahme.pdf', 'D-105-bon-de-commande.pdf', 'D-109-kenshu.pdf']

/** Fits the width of an A4 page at about 144 dots an inch. */
const FRAME = { width: 1250, height: 1700 }

export const firstPage: Bench = {
  id: 'first-page',
  run: (context) =>
    timeFirstPages(context, TEXT_PAPERS, {
      id: 'first-page',
      what: `bytes in hand → first page drawn in the viewer frame, ${TEXT_PAPERS.length} text PDFs, warm worker`,
      must: 2.5,
      aim: 1,
    }),
}

export const firstPageScan: Bench = {
  id: 'first-page-scan',
  run: (context) =>
    timeFirstPages(context, SCANS, {
      id: 'first-page-scan',
      what: `bytes in hand → first page drawn in the viewer frame, ${SCANS.length} scanned PDFs, warm worker`,
      must: 1,
      aim: 0.5,
    }),
}

async function timeFirstPages(
  { root, say, scratch }: BenchContext,
  names: readonly string[],
  row: Pick<Contest, 'id' | 'what' | 'must' | 'aim'>,
): Promise<BenchRow> {
  const papers = names.map((name) => join(root, 'resources/demo/documents', name))
  const host = await startHost(root, mkdtempSync(join(scratch, 'first-page-')))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: FRAME })
    await page.goto(host.launchUrl)
    const frame = await openFrame(page)
    return await compare(
      {
        ...row,
        baseline: 'mutool draw -r 144 FILE 1',
        rounds: 15,
        ours: async () => {
          let total = 0
          for (const paper of papers) total += await timeToFirstPage(page, frame, readFileSync(paper))
          return total
        },
        theirs: async () => {
          const startedAt = performance.now()
          for (const paper of papers) await run('mutool', ['draw', '-r', '144', paper, '1'])
          return performance.now() - startedAt
        },
      },
      say,
    )
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** Puts the product's viewer frame into the app's page, alone and as big as the window. */
async function openFrame(page: Page): Promise<Frame> {
  const viewer = page.url().replace('127.0.0.1', 'viewer.localhost')
  await page.evaluate(
    ({ url, width, height }) =>
      new Promise<void>((ready) => {
        const frame = document.createElement('iframe')
        frame.src = url
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
        frame.width = String(width)
        frame.height = String(height)
        window.addEventListener('message', ({ source }) => source === frame.contentWindow && ready())
        document.body.replaceChildren(frame)
      }),
    { url: `${new URL(viewer).origin}/index.html`, ...FRAME },
  )
  const frame = page.frames().find((candidate) => candidate.url().includes('viewer.localhost'))
  if (frame === undefined) throw new Error('The viewer frame did not load.')
  return frame
}

let opened = 0

/** Milliseconds between the message that opens a document and the end of the drawing of its first page, by one clock. */
async function timeToFirstPage(page: Page, frame: Frame, bytes: Uint8Array): Promise<number> {
  opened += 1
  await frame.waitForFunction(() => performance.getEntriesByName('worker warm').length > 0)
  const drawn = frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        performance.clearMarks()
        new PerformanceObserver((list, observer) => {
          const mark = list.getEntriesByName('page 1 drawn')[0]
          if (mark === undefined) return
          observer.disconnect()
          resolve(performance.timeOrigin + mark.startTime)
        }).observe({ type: 'mark' })
      }),
  )
  const sent = await page.evaluate(
    ({ base64, v, id }) => {
      const buffer = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer
      const target = document.querySelector('iframe')
      if (target === null || target.contentWindow === null) throw new Error('There is no frame.')
      const open = {
        v,
        type: 'open',
        documentId: id,
        bytes: buffer,
        fileName: 'paper.pdf',
        kind: 'pdf',
        page: 1,
      }
      const at = performance.timeOrigin + performance.now()
      target.contentWindow.postMessage(open, new URL(target.src).origin, [buffer])
      return at
    },
    { base64: Buffer.from(bytes).toString('base64'), v: VIEWER_PROTOCOL, id: `paper-${opened}` },
  )
  return (await drawn) - sent
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import type { Printer } from '../../workstation/ports.ts'
import { PRINT_MS, PRINT_OPTIONS, within } from '../services/printing.ts'
import { closeBrowser, killGroup, QUIET_FLAGS } from './browserProcess.ts'
import { type DevtoolsPipe, openDevtools } from './devtoolsPipe.ts'

export interface BrowserPrinterOptions {
  /** Undefined = there is none on this machine. */
  readonly findBrowser: () => string | undefined
  /** Closed to others; profiles of printing browsers lie in it while they print. */
  readonly folder: string
  readonly isRoot: boolean
  /** Less for tests. */
  readonly limitMs?: number
}

/**
 * Prints by an installed browser without a window: one for each page, on a profile of its own that goes with it. The page travels by the
 * pipe and never lies on the disk; nothing in it runs, and nothing is looked up.
 */
export function createBrowserPrinter(options: BrowserPrinterOptions): Printer {
  const { findBrowser, folder, limitMs = PRINT_MS } = options
  let isCleared = false
  return {
    isThere: () => Promise.resolve(findBrowser() !== undefined),
    async print(html) {
      const browser = findBrowser()
      if (browser === undefined) throw new Error('There is no browser')
      // What a host that was killed left behind.
      if (!isCleared) rmSync(folder, { recursive: true, force: true })
      isCleared = true
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const profile = mkdtempSync(join(folder, 'profile-'))
      try {
        return await printBy(browser, { html, profile, limitMs, isRoot: options.isRoot })
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      }
    },
  }
}

interface PrintOrder {
  readonly html: string
  readonly profile: string
  readonly limitMs: number
  readonly isRoot: boolean
}

async function printBy(browser: string, { html, profile, limitMs, isRoot }: PrintOrder): Promise<Uint8Array> {
  const child = spawn(browser, printerFlags(profile, isRoot), {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
  try {
    const pdf = await within(limitMs, printed(pipesOf(child), html))
    await closeBrowser(child, child.stdio[3], closed)
    return pdf
  } finally {
    // What it started may outlive it, and would write into a folder that is being removed.
    killGroup(child)
    await closed
  }
}

/** A browser without a window that asks nobody anything: every name is unknown to it, and its way out leads nowhere. */
export function printerFlags(profile: string, isRoot: boolean): string[] {
  return [
    '--headless',
    `--user-data-dir=${profile}`,
    // The file names it as its creator.
    '--user-agent=Proofdesk',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    ...QUIET_FLAGS,
    '--disable-gpu',
    '--remote-debugging-pipe',
    ...(isRoot ? ['--no-sandbox'] : []),
    'about:blank',
  ]
}

function pipesOf({ stdio }: ChildProcess): DevtoolsPipe {
  const [, , , input, output] = stdio
  if (!(input instanceof Writable) || !(output instanceof Readable))
    throw new Error('The browser has no pipe')
  return openDevtools(input, output)
}

const Target = z.object({ targetId: z.string() })
const Attached = z.object({ sessionId: z.string() })
const Frames = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
const Printed = z.object({ data: z.base64() })

async function printed(browser: DevtoolsPipe, html: string): Promise<Uint8Array> {
  const { targetId } = Target.parse(await browser.ask('Target.createTarget', { url: 'about:blank' }))
  const attached = await browser.ask('Target.attachToTarget', { targetId, flatten: true })
  const { sessionId } = Attached.parse(attached)
  const ask = (method: string, params: object = {}) => browser.ask(method, params, sessionId)
  await ask('Emulation.setScriptExecutionDisabled', { value: true })
  await ask('Page.enable')
  const { frameTree } = Frames.parse(await ask('Page.getFrameTree'))
  // The empty page may be loaded as late as this; ours is the one that is opened now.
  const loaded = browser.inOrder('Page.documentOpened', 'Page.loadEventFired')
  await Promise.all([loaded, ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html })])
  const { data } = Printed.parse(await ask('Page.printToPDF', PRINT_OPTIONS))
  return Buffer.from(data, 'base64')
}

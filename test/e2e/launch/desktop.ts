/** The real Electron window of the built product, for specs that no other window can stand in for. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Frame, type Page, test as base } from '@playwright/test'
import type { Transport } from '../../../src-preload/contract/index.ts'
import { defaultDataDir } from '../../../src-main/hosts/services/dataDir.ts'
import { findElectron } from '../../../src-main/hosts/launcher/electronBinary.ts'
import { whyNoSandbox } from '../../run/electronHere.ts'

export const ROOT = resolve(import.meta.dirname, '../../..')
export const PRELOAD = join(ROOT, 'out/preload/index.cjs')

export const binary = findElectron(ROOT) ?? ''
/** Null = every window of these specs stands in Chromium's sandbox. */
export const noSandbox = whyNoSandbox(binary)

export interface OpenedDesktop {
  readonly app: ElectronApplication
  readonly page: Page
}

export interface Desktop {
  /** Starts the product with these words. The demo hub and its queue are the program's own, in the folder of a new person. */
  open(...words: readonly string[]): Promise<OpenedDesktop>
  /** Starts it once more, as the system does for a link or a second click. @returns the exit code. */
  startAgain(...words: readonly string[]): Promise<number | null>
  /** Ends it in order, as its menu does. */
  close(desktop: OpenedDesktop): Promise<void>
  /** Folder of the sample workspace of this person. */
  readonly dataDir: string
  /** An empty folder that goes away with the test. */
  readonly folder: string
}

/** Surroundings in which the folders that the system keeps for programs lie below `home`. */
export function livingIn(home: string): Record<string, string> {
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _asNode, ...inherited } = process.env
  const known = Object.fromEntries(
    Object.entries(inherited).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return {
    ...known,
    // The demo's scans take minutes of both cores at each start, and no spec is about what they say.
    PROOFDESK_RECOGNITION: 'off',
    XDG_DATA_HOME: home,
    LOCALAPPDATA: home,
    ...(process.platform === 'darwin' ? { HOME: home } : {}),
    ...(noSandbox === null ? {} : { ELECTRON_DISABLE_SANDBOX: '1' }),
  }
}

export const test = base.extend<{ desktop: Desktop }>({
  // Playwright reads what a fixture needs from its pattern.
  // oxlint-disable-next-line no-empty-pattern
  desktop: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'proofdesk-desktop-'))
    const home = join(folder, 'home')
    const env = livingIn(home)
    const opened = new Set<ElectronApplication>()
    const end = async (app: ElectronApplication) => {
      if (opened.delete(app)) await app.close()
    }
    await use({
      folder,
      dataDir: join(defaultDataDir(env, process.platform, home), 'sample'),
      async open(...words) {
        const app = await _electron.launch({
          args: [ROOT, ...words],
          cwd: ROOT,
          env,
          chromiumSandbox: noSandbox === null,
          locale: 'en-GB',
          colorScheme: 'light',
        })
        opened.add(app)
        return { app, page: await app.firstWindow() }
      },
      async startAgain(...words) {
        const again = spawn(binary, [ROOT, ...words], { cwd: ROOT, env, stdio: 'ignore', timeout: 60_000 })
        const [code] = (await once(again, 'exit')) as [number | null]
        return code
      },
      close: ({ app }) => end(app),
    })
    for (const app of opened) await end(app)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** What the bridge of a page answers. */
export const askBridge = (page: Page | Frame, method: string, input: unknown) =>
  page.evaluate(([name, value]) => (window as unknown as { bridge: Transport }).bridge.request(name, value), [
    method,
    input,
  ] as const)

/** The frame in which documents are shown. @throws where none is open. */
export function documentFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().startsWith('viewer:'))
  if (frame === undefined) throw new Error('No document is open.')
  return frame
}

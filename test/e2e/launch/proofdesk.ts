import { type Page, test as base } from '@playwright/test'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(import.meta.dirname, '../../..')

/** A process of ours that says on stdout, in one JSON line, where it listens. */
export interface Started {
  readonly url: string
  stop(): Promise<void>
}

async function startEntry(
  entry: 'loopback' | 'hub',
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const child = spawn(process.execPath, [join(ROOT, 'out/main', `${entry}.js`), ...args], {
    // The demo's scans take minutes of both cores at each start, and no spec is about what they say.
    env: { ...process.env, PROOFDESK_RECOGNITION: 'off', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)
  const [line] = (await Promise.race([once(lines, 'line'), failure(child, entry)])) as [string]
  const { url } = JSON.parse(line) as { url: string }
  return { url, stop: () => stop(child) }
}

async function failure(child: ChildProcess, entry: string): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null]
  throw new Error(`${entry} ended with code ${String(code)} before it was ready.`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

interface OpenOptions {
  readonly hub?: string
  readonly as?: string
  /** A second person at a second machine: a profile and a page of their own. */
  readonly elsewhere?: Page
  /** The page of another browser, on the same profile. */
  readonly on?: Page
  /** Around the host, beside what surrounds the tests. */
  readonly env?: NodeJS.ProcessEnv
  /** A link to a claim, which is shown first. */
  readonly link?: string
  /** Further words of the command line. */
  readonly flags?: readonly string[]
}

interface HubOptions {
  readonly flags?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

export interface Bench {
  /** The real loopback host; with the embedded hub unless told where another one is. Opened in the page. */
  open(options?: OpenOptions): Promise<Started>
  /** A hub of its own on real HTTP, with its data kept between starts. `port` 0 = any. */
  startHub(port?: number, options?: HubOptions): Promise<Started>
  readonly dataDir: string
  /** Where copies go. */
  readonly downloads: string
}

/** Starts the real product for one test and takes every process and folder away afterwards. */
export const test = base.extend<{ bench: Bench }>({
  bench: async ({ page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'proofdesk-e2e-'))
    const dataDir = join(folder, 'data')
    const downloads = join(folder, 'downloads')
    mkdirSync(downloads)
    const started: Started[] = []
    const keep = (process: Started) => {
      started.push(process)
      return process
    }
    await use({
      dataDir,
      downloads,
      async open({ hub, as, elsewhere, on, env, link, flags: more = [] } = {}) {
        const flags = [
          ...(hub === undefined ? [] : ['--hub', hub]),
          ...(as === undefined ? [] : ['--as', as]),
          ...(link === undefined ? [] : ['--open', link]),
          ...more,
        ]
        const profile = elsewhere === undefined ? dataDir : join(folder, 'elsewhere')
        const host = keep(
          await startEntry('loopback', ['--no-open', '--json', '--data-dir', profile, ...flags], {
            XDG_DOWNLOAD_DIR: downloads,
            ...env,
          }),
        )
        await (elsewhere ?? on ?? page).goto(host.url)
        return host
      },
      async startHub(port = 0, { flags = [], env } = {}) {
        const words = ['--data-dir', join(folder, 'hub'), '--demo', '--port', String(port), ...flags]
        return keep(await startEntry('hub', words, env))
      },
    })
    await page.close()
    for (const process of started.toReversed()) await process.stop()
    rmSync(folder, { recursive: true, force: true })
  },
})

/** The frame in which documents are shown. */
export const viewerOf = (page: Page) => page.frameLocator('iframe')

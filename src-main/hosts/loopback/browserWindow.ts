import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { closeBrowser, QUIET_FLAGS } from './browserProcess.ts'

export interface AppWindow {
  /** Resolves when the browser is gone, whoever ended it. */
  readonly closed: Promise<void>
  /** Removes the page that carries the token; harmless when repeated. */
  forgetLaunch(): void
  /** Closes the browser gracefully, then by force. */
  close(): Promise<void>
}

export interface WindowOptions {
  readonly browser: string
  readonly launchUrl: string
  /** Folder for the browser's own profile. */
  readonly profileDir: string
  /** Closed to others; holds the bootstrap page for the moment of the start. */
  readonly dataDir: string
  readonly isRoot: boolean
}

/**
 * Opens the app window. The token travels in a page only its owner can read, since every user of a machine sees command lines.
 * The browser is held by a pipe: it closes when the pipe does, even when this process is killed.
 */
export function openBrowserWindow(options: WindowOptions): AppWindow {
  const page = writeBootstrapPage(options.dataDir, options.launchUrl)
  const child = spawn(options.browser, browserFlags(options, pathToFileURL(page).href), {
    // A group of its own: Ctrl-C reaches us alone, and we close the window in order.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const forgetLaunch = () => rmSync(page, { force: true })
  const pipe = child.stdio[3]
  // Writing to a browser that is closing by itself is no failure of ours.
  if (pipe instanceof Writable) pipe.on('error', () => {})
  // The answers have no reader here, but an unread pipe would stop the browser some day.
  child.stdio[4]?.on('error', () => {})
  if (child.stdio[4] && 'resume' in child.stdio[4]) child.stdio[4].resume()
  const closed = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  }).then(forgetLaunch)

  return { closed, forgetLaunch, close: () => closeBrowser(child, pipe, closed) }
}

/** Flags of a window that shows our app and asks nothing of the network beyond 127.0.0.1 and *.localhost. */
export function browserFlags(
  { launchUrl, profileDir, isRoot }: Pick<WindowOptions, 'launchUrl' | 'profileDir' | 'isRoot'>,
  pageUrl: string,
): string[] {
  const appOrigin = new URL(launchUrl).origin
  return [
    `--app=${pageUrl}`,
    `--user-data-dir=${profileDir}`,
    '--window-size=1440,900',
    // Else addresses, which hold what was searched for, and what was typed into pages would lie in this profile, to be restored.
    '--incognito',
    // Whatever is not ours goes to our own port, as if that were a proxy, and is refused there: no name is ever looked up. A rule
    // for the resolver would do the same under a lasting warning in the window.
    `--proxy-server=${appOrigin}`,
    '--proxy-bypass-list=127.0.0.1;*.localhost',
    ...QUIET_FLAGS,
    '--remote-debugging-pipe',
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}

/** Mode 0600 from its first moment. The address is base64url and digits, so it needs no escaping. */
export function writeBootstrapPage(dataDir: string, launchUrl: string): string {
  const page = join(dataDir, `launch-${randomBytes(8).toString('hex')}.html`)
  const html = `<!doctype html><meta charset="utf-8"><title>Proofdesk</title><script>location.replace(${JSON.stringify(launchUrl)})</script>`
  writeFileSync(page, html, { mode: 0o600, flag: 'wx' })
  return page
}

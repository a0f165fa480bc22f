import type { ChildProcess } from 'node:child_process'
import { Writable } from 'node:stream'

const CLOSE_GRACE_MS = 4_000

/** What keeps a browser from asking anybody anything, whatever it was started for. */
export const QUIET_FLAGS: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=MediaRouter,OptimizationHints,Translate',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** Asks it over its pipe to close, and kills it when it does not. */
export async function closeBrowser(child: ChildProcess, pipe: unknown, closed: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return closed
  if (pipe instanceof Writable) pipe.write('{"id":1,"method":"Browser.close"}\0')
  else child.kill()
  const timer = setTimeout(() => killGroup(child), CLOSE_GRACE_MS)
  await closed
  clearTimeout(timer)
}

/** With all that it started: it is the first of a group of its own. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone between the look and the kill: what was wanted.
  }
}

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../../src-main/hosts/loopback/findBrowser.ts'

const COMMAND = 'apt-get update && apt-get install -y --no-install-recommends chromium'

/** The browser that the tests drive; installs Debian's when there is none and this is root. Null with a word on what to do. */
export function ensureBrowser(say: (line: string) => void): string | null {
  const found = findBrowser()
  if (found !== undefined) return found
  const root = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!root) {
    say(`No Chromium, Chrome or Edge was found. Install one, for example: sudo sh -c '${COMMAND}'`)
    return null
  }
  say('No Chromium, Chrome or Edge was found; installing Debian’s chromium …')
  spawnSync('sh', ['-c', COMMAND], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const installed = findBrowser()
  if (installed === undefined) say(`That did not work. Try it by hand: ${COMMAND}`)
  return installed ?? null
}

import { spawn } from 'node:child_process'
import { hasDisplay } from './display.ts'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
}

const thisMachine: Machine = { platform: process.platform, env: process.env }
/** An opener that runs on longer has become the browser itself. */
const OPENS_WITHIN_MS = 5_000

/** The program of each system that hands an address to the browser of this person. None of them reads it as a command line. */
function openerOf(platform: NodeJS.Platform): readonly [command: string, ...args: string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return platform === 'darwin' ? ['open'] : ['xdg-open']
}

/** False = this machine has no browser that could be started. The address is one of our own constants. */
export function openInSystemBrowser(address: string, { platform, env } = thisMachine): Promise<boolean> {
  if (!hasDisplay(platform, env)) return Promise.resolve(false)
  const [command, ...args] = openerOf(platform)
  return new Promise((resolve) => {
    const child = spawn(command, [...args, address], { env, detached: true, stdio: 'ignore' })
    const timer = setTimeout(() => resolve(true), OPENS_WITHIN_MS)
    const end = (hasOpened: boolean) => {
      clearTimeout(timer)
      resolve(hasOpened)
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
    child.unref()
  })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A running loopback host without window and hub. */
export interface RunningHost {
  /** Works once. */
  readonly launchUrl: string
  stop(): Promise<void>
}

export async function startHost(root: string, dataDir: string): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/loopback.js'), '--no-open', '--hub', 'none', '--json', '--data-dir', dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, PROOFDESK_KEY: 'file' } },
  )
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  return {
    launchUrl: url,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

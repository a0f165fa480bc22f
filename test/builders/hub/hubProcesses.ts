import { type ChildProcess, type ChildProcessByStdio, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { z } from 'zod'
import { ensureBuilt } from '../../../src-main/hosts/launcher/ensureBuilt.ts'

const root = resolve(import.meta.dirname, '../../..')
/** As it is shipped. */
const HUB = join(root, 'out/main/hub.js')
export const Ready = z.strictObject({ url: z.url() })

interface HubProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  readonly stderr: Promise<string>
  /** The exit code; null = a signal ended it. */
  readonly ended: Promise<unknown>
}

/** Builds the product once; each test of the file has a folder of its own, and no hub of it outlives it. */
export function useHubProcesses(named: string) {
  let folder = ''
  const children: ChildProcess[] = []
  beforeAll(() => ensureBuilt({ root, parts: ['main', 'database'], say: () => undefined }), 120_000)
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), `${named}-`))
  })
  afterEach(async () => {
    for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })
  return {
    folder: () => folder,
    /** As a person starts it, from a folder that has nothing to do with it. */
    start(...args: string[]): HubProcess {
      const child = spawn(process.execPath, [HUB, ...args], { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
      children.push(child)
      return {
        child,
        stderr: text(child.stderr),
        ended: once(child, 'exit').then(([code]: unknown[]) => code),
      }
    },
    /** As a workstation starts it, with a line to it. */
    embed(...args: string[]): ChildProcess {
      const child = fork(HUB, ['--embedded', ...args], { cwd: '/', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
      children.push(child)
      return child
    },
  }
}

/** Where it listens, once it says so. */
export async function urlOf({ child }: HubProcess): Promise<string> {
  const [chunk]: unknown[] = await once(child.stdout, 'data')
  return Ready.parse(JSON.parse(String(chunk))).url
}

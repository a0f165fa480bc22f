import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface HostRun {
  readonly code: number | null
  /** What the scenario gave back; undefined when it did not get that far. */
  readonly result: unknown
  readonly stderr: string
}

/** Which build is played. */
export interface HostBundle {
  /** The folder that holds `out`: the project's own, or what lay in an archive. */
  readonly root: string
  /** As the program that people install: nothing stands between it and its flags, and `isPackaged` holds. */
  readonly isPacked: boolean
}

const BUILT: HostBundle = { root: at('../../..'), isPacked: false }

/** Plays a scenario of this folder against the built main bundle in a Node process of its own. */
export async function runElectronHost(
  scenario: string,
  args: readonly string[],
  { root, isPacked }: HostBundle = BUILT,
  env: NodeJS.ProcessEnv = {},
): Promise<HostRun> {
  const bundle = join(root, 'out/main/index.js')
  const files = [at('./runMain.ts'), isPacked ? '--packed' : '--from-source', at(`./${scenario}.ts`), bundle]
  const child = spawn(process.execPath, [...files, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    // A scenario that waits for what never comes must not outlive its test.
    timeout: 50_000,
    killSignal: 'SIGKILL',
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  const line = stdout.split('\n').findLast((each) => each.startsWith('{'))
  return { code, result: line === undefined ? undefined : JSON.parse(line), stderr }
}

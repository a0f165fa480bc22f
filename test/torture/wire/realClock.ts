import type { Clock } from '../../../src-main/workstation/ports.ts'

/** The machine's own time, for parts that measure it. */
export const realClock: Clock = {
  elapsed: () => performance.now(),
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

import type { Clock } from '../../workstation/ports.ts'

/** The machine's own time. Its timers keep no process alive: what ends a host is its window or a signal. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

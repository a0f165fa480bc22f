import type { Clock } from '../../src-main/workstation/ports.ts'

interface Alarm {
  readonly at: number
  readonly run: () => void
}

/** Time that stands still until the test moves it. */
export function createManualClock(start = Date.parse('2026-11-20T10:00:00.000Z')) {
  let now = start
  let elapsed = 0
  const alarms = new Set<Alarm>()
  const watching = new Set<() => void>()
  const clock: Clock = {
    now: () => now,
    elapsed: () => elapsed,
    after(ms, run) {
      const alarm = { at: now + ms, run }
      alarms.add(alarm)
      for (const look of watching) look()
      return () => alarms.delete(alarm)
    },
  }
  const due = () => [...alarms].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0]
  return {
    ...clock,
    /** Alarms that have not rung and were not called off. */
    waiting: () => alarms.size,
    /** Resolves once an alarm is set that rings within so many milliseconds from now, and not before `atLeast`. */
    whenSet: (ms: number, atLeast = 0) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (![...alarms].some(({ at }) => at <= now + ms && at >= now + atLeast)) return
          watching.delete(look)
          resolve()
        }
        watching.add(look)
        look()
      }),
    /** Somebody sets the clock: no time passes by it. */
    setTo(instant: number) {
      now = instant
    },
    /** Moves on and rings what is due, in order. */
    advance(ms: number) {
      now += ms
      elapsed += Math.max(0, ms)
      for (let alarm = due(); alarm !== undefined; alarm = due()) {
        alarms.delete(alarm)
        alarm.run()
      }
    },
  }
}
export type ManualClock = ReturnType<typeof createManualClock>

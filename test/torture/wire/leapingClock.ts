import type { Clock } from '../../../src-main/workstation/ports.ts'

interface Alarm {
  readonly at: number
  readonly run: () => void
}

/** Time that one process lives in: it stands still while anything happens, and leaps over the time in which nothing does. */
export interface LeapingClock extends Clock {
  /** When the next alarm rings; null = none is set. */
  nextAt(): number | null
  /** Moves on to the next alarm and rings it. */
  leap(): void
  /** Moves on; whatever became due meanwhile rings once, as after a lid was opened. */
  skip(ms: number): void
  /** Makes the process's own time-outs (`AbortSignal.timeout`) rings of this clock; the function given back ends that. */
  rule(): () => void
}

export function createLeapingClock(start: number): LeapingClock {
  let now = start
  const alarms = new Set<Alarm>()
  const first = () => {
    let found: Alarm | null = null
    for (const alarm of alarms) if (found === null || alarm.at < found.at) found = alarm
    return found
  }
  const ring = (alarm: Alarm) => {
    alarms.delete(alarm)
    alarm.run()
  }
  const after: Clock['after'] = (ms, run) => {
    const alarm = { at: now + ms, run }
    alarms.add(alarm)
    return () => alarms.delete(alarm)
  }
  return {
    now: () => now,
    elapsed: () => now - start,
    after,
    nextAt: () => first()?.at ?? null,
    leap() {
      const alarm = first()
      if (alarm === null) return
      now = Math.max(now, alarm.at)
      ring(alarm)
    },
    skip(ms) {
      now += ms
      for (const alarm of [...alarms].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) ring(alarm)
    },
    rule() {
      const real = AbortSignal.timeout.bind(AbortSignal)
      AbortSignal.timeout = (ms) => {
        const ending = new AbortController()
        after(ms, () => ending.abort(new DOMException('The time is over.', 'TimeoutError')))
        return ending.signal
      }
      return () => {
        AbortSignal.timeout = real
      }
    },
  }
}

/** What may be under way, so that time has to wait for it. */
export interface Bustle {
  isBusy(): boolean
  /** In words, for when it never ends. */
  underWay(): string
}

const CALM_TURNS = 25

/** In true time: longer than any request takes on a busy machine. */
const BUSY_FOR_EVER_MS = 20_000

/** Resolves when nothing has been under way for a while of event loop turns. Rejects when something never ends. */
export async function untilCalm(bustle: Bustle): Promise<void> {
  const end = performance.now() + BUSY_FOR_EVER_MS
  for (let calm = 0; calm < CALM_TURNS; calm = bustle.isBusy() ? 0 : calm + 1) {
    if (performance.now() > end) throw new Error(`Time cannot go on: ${bustle.underWay()}`)
    await (bustle.isBusy() ? anEvent() : aTurn())
  }
}

const aTurn = () =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** Turn after turn would keep a core from the database and the disk that are waited for. */
const anEvent = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 1)
  })

/**
 * Lets things happen until `holds` does. Gives back how many simulated milliseconds that took; null when it did not come to hold
 * within `limitMs`.
 */
export async function liveUntil(
  { clock, bustle }: { readonly clock: LeapingClock; readonly bustle: Bustle },
  limitMs: number,
  holds: () => Promise<boolean>,
): Promise<number | null> {
  const from = clock.now()
  for (;;) {
    await untilCalm(bustle)
    if (await holds()) return clock.now() - from
    const next = clock.nextAt()
    if (next === null || next - from > limitMs) return null
    clock.leap()
  }
}

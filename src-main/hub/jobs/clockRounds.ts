import { lookAtDueCases, nextCaseLookAt } from './caseLooks.ts'
import { doDueClockActs, type JobPorts, nextClockActAt } from './clockActs.ts'

/** Another hub may have set a clock meanwhile, so nobody sleeps longer than this. */
const LONGEST_SLEEP_MS = 30_000
const AFTER_FAULT_MS = 5_000

export interface ClockRounds {
  /** Ends after the act that is under way. */
  stop(): Promise<void>
}

/** Goes on doing what clocks bring about, from now until stopped: sleeps until the next act is due. Survives a database that is away. */
export function startClockRounds(ports: JobPorts): ClockRounds {
  const ending = new AbortController()
  let wake = (): void => {}
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const round = async (): Promise<number> => {
    try {
      const done = await doDueClockActs(ports, () => ending.signal.aborted)
      if (done > 0) ports.log({ level: 'info', event: 'clocks moved claims on', facts: { acts: done } })
      await lookAtDueCases(ports, () => ending.signal.aborted)
      const nextAt = earlier(await nextClockActAt(ports.db), await nextCaseLookAt(ports.db))
      return nextAt === null
        ? LONGEST_SLEEP_MS
        : Math.max(1_000, Math.min(LONGEST_SLEEP_MS, nextAt - ports.now()))
    } catch (error) {
      ports.log({ level: 'error', event: 'clock acts failed', error })
      return AFTER_FAULT_MS
    }
  }
  const running = (async () => {
    while (!ending.signal.aborted) {
      const ms = await round()
      if (!ending.signal.aborted) await sleep(ms)
    }
  })()
  return {
    async stop() {
      ending.abort()
      wake()
      await running
    },
  }
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

import { refreshClocks } from '../claims/refreshClocks.ts'
import type { HubMetrics } from '../metrics/hubMetrics.ts'
import { actingAs, JOBS } from '../store/callerContext.ts'
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
export function startClockRounds(ports: JobPorts & { readonly metrics?: HubMetrics }): ClockRounds {
  const ending = new AbortController()
  let isWoken = false
  let wake = (): void => {}
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (isWoken) return resolve()
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const keepTime = calendarKeeper(ports, () => ending.signal.aborted)
  const endListening = ports.rules.onCalendar(() => {
    isWoken = true
    wake()
  })
  const round = async (): Promise<number> => {
    isWoken = false
    try {
      // First: what is due by the calendar before may not be due any more.
      await keepTime()
      const done = await doDueClockActs(ports, () => ending.signal.aborted)
      if (done > 0) ports.log({ level: 'info', event: 'clocks moved claims on', facts: { acts: done } })
      await lookAtDueCases(ports, () => ending.signal.aborted)
      ports.metrics?.round(true)
      const nextAt = earlier(await nextClockActAt(ports.db), await nextCaseLookAt(ports.db))
      return nextAt === null
        ? LONGEST_SLEEP_MS
        : Math.max(1_000, Math.min(LONGEST_SLEEP_MS, nextAt - ports.now()))
    } catch (error) {
      ports.metrics?.round(false)
      ports.log({ level: 'error', event: 'clock acts failed', error })
      return AFTER_FAULT_MS
    }
  }
  const running = actingAs(JOBS, async () => {
    while (!ending.signal.aborted) {
      const ms = await round()
      if (!ending.signal.aborted) await sleep(ms)
    }
  })
  return {
    async stop() {
      endListening()
      ending.abort()
      wake()
      await running
    },
  }
}

/** For so long after a new calendar another hub, or an act under way, may still have set clocks by the one before. */
const SETTLING_MS = 120_000

/** Sets clocks anew once a lead has published a calendar, until none is left that was set by another one. */
function calendarKeeper({ db, rules, now, log }: JobPorts, isStopping: () => boolean): () => Promise<void> {
  let known = rules.calendar.version
  let settlesAt = 0
  return async () => {
    await rules.refresh(db)
    if (rules.calendar.version !== known) settlesAt = now() + SETTLING_MS
    known = rules.calendar.version
    if (now() > settlesAt) return
    const claims = await refreshClocks({ db, rules, now }, isStopping)
    if (claims > 0) log({ level: 'info', event: 'clocks were set anew', facts: { claims } })
  }
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

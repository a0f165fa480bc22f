import type { TrafficPlayer } from '../../hub/demo/traffic/playTraffic.ts'
import type { Log } from '../../hub/log.ts'
import { actingAs, JOBS } from '../../hub/store/callerContext.ts'

export interface TrafficRounds {
  /** Ends after the event that is under way. */
  stop(): Promise<void>
}

/** Plays events at a steady pace, from now until stopped. A fault ends an event, never the traffic. @param pace events a minute. */
export function startTraffic(player: TrafficPlayer, pace: number, log: Log): TrafficRounds {
  let underWay: Promise<unknown> | null = null
  const timer = setInterval(() => {
    // A hub that is slower than the pace is not given more to do.
    if (underWay !== null) return
    underWay = actingAs(JOBS, () => player.playNext())
      .catch((error: unknown) => log({ level: 'error', event: 'traffic failed', error }))
      .finally(() => (underWay = null))
  }, 60_000 / pace)
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}

import { actingAs, JOBS } from '../store/callerContext.ts'
import { type AnchorPorts, takeAnchors } from './takeAnchor.ts'

/** Looked at more often than anchors are due: of several hubs whoever looks first takes the next one. */
const LOOK_EVERY_MS = 60_000

export interface AnchorRounds {
  /** Writes the last anchor. */
  stop(): Promise<void>
}

/** Goes on taking anchors, from now until stopped. A fault is logged, and what could not be anchored comes with the next one. */
export function startAnchorRounds(ports: AnchorPorts): AnchorRounds {
  let running: Promise<void> = Promise.resolve()
  const round = (isLast: boolean): Promise<void> => {
    running = running
      .then(() => actingAs(JOBS, () => takeAnchors(ports, { isLast })))
      .then((anchors) => {
        if (anchors > 0) ports.log({ level: 'info', event: 'the log was anchored', facts: { anchors } })
      })
      .catch((error: unknown) => ports.log({ level: 'error', event: 'the log was not anchored', error }))
    return running
  }
  void round(false)
  const timer = setInterval(() => void round(false), LOOK_EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      await round(true)
    },
  }
}

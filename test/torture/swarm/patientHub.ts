import type { HubPort } from '../../../src-main/workstation/ports.ts'

const MOST_TRIES = 5
const AGAIN_MS = 200
const LONGEST_WAIT_MS = 10_000

/**
 * The same hub for whoever asks only what may be asked again: a lost connection is tried anew, and one that is asked too often is
 * asked later, when it says.
 */
export function patientHub(hub: HubPort): HubPort {
  return {
    ...hub,
    async request(user, path, init) {
      for (let tries = 1; ; tries += 1) {
        const answer = await hub.request(user, path, init).catch((error: unknown) => {
          if (tries === MOST_TRIES) throw error
          return null
        })
        const isBusy = answer?.status === 429 || answer?.status === 503
        if (answer !== null && (!isBusy || tries === MOST_TRIES)) return answer
        const seconds = Number(answer?.headers.get('retry-after') ?? 0)
        await answer?.body?.cancel()
        const ms = Math.min(LONGEST_WAIT_MS, seconds > 0 ? seconds * 1_000 : AGAIN_MS * tries)
        await new Promise((resolve) => {
          setTimeout(resolve, ms)
        })
      }
    },
  }
}

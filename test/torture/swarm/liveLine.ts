import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { HubPort } from '../../../src-main/workstation/ports.ts'

/** Listens to the hub's events where it has any. */
export function createLiveLine(hub: HubPort, who: UserId, ending: AbortSignal) {
  let isLive = false
  let wasLive = false
  let isTold = false
  let wake = (): void => undefined
  const tell = (): void => {
    isTold = true
    wake()
  }
  return {
    isLive: () => isLive,
    wasLive: () => wasLive,
    /** Resolves with the next event, or at once when one came that nobody has heeded: while somebody reads, news may come. */
    told: () => (isTold ? Promise.resolve() : new Promise<void>((resolve) => (wake = resolve))),
    /** Said before reading: what came until now is covered by it. */
    heed: () => void (isTold = false),
    /** Resolves when the line ends, or at once where the hub has no events. */
    async listen(): Promise<void> {
      const answer = await hub.request(who, '/v1.0/claims/events', { signal: ending })
      const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
      if (!answer.ok || !isStream || answer.body === null) return answer.body?.cancel()
      isLive = true
      wasLive = true
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      try {
        for (let part = await reader.read(); !part.done; part = await reader.read())
          if (part.value.includes('event:')) tell()
      } finally {
        isLive = false
      }
    },
  }
}

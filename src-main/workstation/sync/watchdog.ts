import type { Core } from '../core.ts'
import { HubUnavailable } from './hubUnavailable.ts'

/** A round in which nothing was answered for so long is stuck, whatever it waits for. */
const STUCK_MS = 2 * 60_000

/**
 * Does one round under watch (trust.md Y8). Every answer of the hub is progress; without any for two minutes the round is called off
 * and rejects with HubUnavailable, so that the next one begins anew.
 * @param work gets a core whose `ending` also ends with the round.
 */
export async function watched<T>(core: Core, work: (core: Core) => Promise<T>): Promise<T> {
  const { clock, hub, log } = core.ports
  const round = new AbortController()
  let callOff = () => {}
  const progress = () => {
    callOff()
    callOff = clock.after(STUCK_MS, () => round.abort())
  }
  const ending = AbortSignal.any([core.ending, round.signal])
  const request: typeof hub.request = async (...asked) => {
    const response = await hub.request(...asked)
    progress()
    return response
  }
  const stuck = new Promise<never>((_resolve, reject) => {
    round.signal.addEventListener('abort', () => {
      log({ level: 'error', event: 'a round with the hub was stuck and is begun anew' })
      reject(new HubUnavailable('The round made no progress.'))
    })
  })
  progress()
  try {
    return await Promise.race([
      work({ ...core, ending, ports: { ...core.ports, hub: { ...hub, request } } }),
      stuck,
    ])
  } finally {
    callOff()
  }
}

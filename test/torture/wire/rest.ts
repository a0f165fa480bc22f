import type { ServerResponse } from 'node:http'
import type { Clock } from '../../../src-main/workstation/ports.ts'

/** What moves on the line, and what hangs there on purpose: time may pass while nothing moves. */
export function createRest(clock: Clock) {
  let active = 0
  const parked = new Set<string>()
  const late = new Set<() => void>()
  /** `id` null = the sender waits for nothing. */
  const whileParked = async (work: Promise<void>, id: string | null) => {
    active -= 1
    if (id !== null) parked.add(id)
    await work
    if (id !== null) parked.delete(id)
    active += 1
  }
  /** Resolves when something else has passed, or after `ms`. */
  const untilPassed = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const run = () => {
        callOff()
        late.delete(run)
        resolve()
      }
      const callOff = clock.after(ms, run)
      late.add(run)
    })
  const pass = () => {
    for (const run of late) run()
  }
  return {
    active: () => active,
    parked: (): ReadonlySet<string> => parked,
    begin: () => void (active += 1),
    /** Whoever waited for something to pass goes on. */
    end() {
      active -= 1
      pass()
    },
    pass,
    /** The sender of the request waits too. */
    wait: (ms: number, id: string) =>
      whileParked(new Promise((resolve) => void clock.after(ms, resolve)), id),
    letPass: (ms: number, id: string | null) => whileParked(untilPassed(ms), id),
    /** Keeps the connection open for good. */
    park(response: ServerResponse, id: string) {
      parked.add(id)
      response.once('close', () => parked.delete(id))
    },
  }
}
export type Rest = ReturnType<typeof createRest>

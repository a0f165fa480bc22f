import type { ServerResponse } from 'node:http'
import type { Clock } from '../../../src-main/workstation/ports.ts'

/** What moves on the line, and what hangs there on purpose: time may pass while nothing moves. */
export function createRest(clock: Clock) {
  let active = 0
  let parked = 0
  const late = new Set<() => void>()
  const whileParked = async (work: Promise<void>, isConnected: boolean) => {
    active -= 1
    if (isConnected) parked += 1
    await work
    if (isConnected) parked -= 1
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
    parked: () => parked,
    begin: () => void (active += 1),
    /** Whoever waited for something to pass goes on. */
    end() {
      active -= 1
      pass()
    },
    pass,
    wait: (ms: number) => whileParked(new Promise((resolve) => void clock.after(ms, resolve)), true),
    /** `isConnected`: the sender waits too. */
    letPass: (ms: number, isConnected: boolean) => whileParked(untilPassed(ms), isConnected),
    /** Keeps the connection open for good. */
    park(response: ServerResponse) {
      parked += 1
      response.once('close', () => (parked -= 1))
    },
  }
}
export type Rest = ReturnType<typeof createRest>

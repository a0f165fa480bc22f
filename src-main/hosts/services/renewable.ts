import type { EventName } from '../../../src-preload/contract/events.ts'
import type { Workstation } from '../../workstation/workstation.ts'

/** A workstation whose profile can be thrown away under it: the host keeps the one it was given, and so do its listeners. */
export interface RenewableWorkstation extends Workstation {
  /** Ends the workstation, lets `forget` clear its place, and starts another one, also when that failed. */
  renew(forget: () => Promise<void>): Promise<void>
}

export function createRenewable(make: () => Workstation): RenewableWorkstation {
  const listeners = new Set<(event: EventName, payload: unknown) => void>()
  const moveIn = () => {
    const core = make()
    core.onEvent((event, payload) => {
      for (const listener of listeners) listener(event, payload)
    })
    return core
  }
  let core = moveIn()
  let isStopped = false
  let renewing: Promise<void> | null = null
  const renewOnce = async (forget: () => Promise<void>) => {
    await core.stop()
    try {
      await forget()
    } finally {
      if (!isStopped) {
        core = moveIn()
        await core.start()
      }
    }
  }
  return {
    start: () => core.start(),
    async stop() {
      isStopped = true
      await renewing?.catch(() => undefined)
      await core.stop()
    },
    dispatch: (method, input) => core.dispatch(method, input),
    fetch: (request) => core.fetch(request),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // Asked twice, it is the same one.
    renew: (forget) =>
      (renewing ??= renewOnce(forget).finally(() => {
        renewing = null
      })),
  }
}

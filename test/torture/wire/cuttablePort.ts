import type { HubPort } from '../../../src-main/workstation/ports.ts'

/** A way to the hub that can be cut. */
export interface CuttablePort extends HubPort {
  /** False: nothing gets through any more. */
  isUp: boolean
  /** Loses what is under way. */
  cut(): void
}

export function cuttablePort(port: HubPort): CuttablePort {
  let line = new AbortController()
  const cuttable: CuttablePort = {
    isUp: true,
    cut() {
      line.abort(new Error('The line was cut.'))
      line = new AbortController()
    },
    state: () => port.state(),
    onChange: (listener) => port.onChange(listener),
    async request(user, path, init = {}) {
      if (!cuttable.isUp) throw new Error('There is no line.')
      const signal = init.signal ? AbortSignal.any([init.signal, line.signal]) : line.signal
      return port.request(user, path, { ...init, signal })
    },
  }
  return cuttable
}

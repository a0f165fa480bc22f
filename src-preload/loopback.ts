/** Door 2: puts the bridge on the window of the loopback host, before the app's own script runs. */
import { CONTRACT_VERSION } from './contract/index.ts'
import { BRIDGE_PATH } from './loopbackFrames.ts'
import { createLoopbackTransport } from './loopbackTransport.ts'

const transport = createLoopbackTransport({
  connect: () => new WebSocket(`ws://${location.host}${BRIDGE_PATH}`),
  contractVersion: CONTRACT_VERSION,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
})
const bridge = Object.freeze({
  request: transport.request,
  subscribe: transport.subscribe,
  onConnection: transport.onConnection,
})

Object.defineProperty(window, 'bridge', { value: bridge, enumerable: true })

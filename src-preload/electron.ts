/** Door 1: the bridge over Electron's IPC. Named functions only; no event object and no ipcRenderer gets through. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Reply } from './contract/errors.ts'
import type { EventFrame } from './contract/events.ts'
import { CONTRACT_VERSION, type Transport } from './contract/index.ts'
import { failedReply } from './failedReply.ts'
import { isPlainJson } from './plainJson.ts'

const bridge: Transport = {
  async request(method, input): Promise<Reply> {
    if (!isPlainJson(input)) return failedReply('bad_request')
    return ipcRenderer.invoke('bridge', CONTRACT_VERSION, method, input).catch(() => failedReply('offline'))
  },
  subscribe(listener) {
    const relay = (_event: IpcRendererEvent, frame: EventFrame) => listener(frame)
    ipcRenderer.on('bridge-event', relay)
    return () => void ipcRenderer.off('bridge-event', relay)
  },
  onConnection(listener) {
    // The core lives as long as the window: there is no other state to tell.
    listener(true)
    return () => {}
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)

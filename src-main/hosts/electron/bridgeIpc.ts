import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import type { EventName, EventPayload } from '../../../src-preload/contract/events.ts'
import { CONTRACT_VERSION } from '../../../src-preload/contract/index.ts'
import { failedReply } from '../../../src-preload/failedReply.ts'
import type { Workstation } from '../../workstation/workstation.ts'
import { APP_ORIGIN, type ElectronApi, originOf } from './electronApi.ts'

/** Sends an event of the host itself down the same numbered line as those of the core. */
export type EventFeed = <E extends EventName>(event: E, payload: EventPayload<E>) => void

/** One channel for calls and one for events; the router refuses what the contract does not name. */
export function serveBridgeIpc(
  { ipcMain }: Pick<ElectronApi, 'ipcMain'>,
  core: Pick<Workstation, 'dispatch' | 'onEvent'>,
  window: BrowserWindow,
): EventFeed {
  ipcMain.handle('bridge', (event, version: unknown, method: unknown, input: unknown) => {
    if (!isOurPage(event, window)) return failedReply('forbidden')
    if (version !== CONTRACT_VERSION) return failedReply('contract_mismatch')
    if (typeof method !== 'string') return failedReply('bad_request')
    return core.dispatch(method, input)
  })
  let seq = 0
  const send = (event: EventName, payload: unknown) => {
    if (!window.isDestroyed()) window.webContents.send('bridge-event', { event, seq: ++seq, payload })
  }
  // A loaded page is a new connection, and counts from one.
  window.webContents.on('did-navigate', () => {
    seq = 0
  })
  window.once('closed', core.onEvent(send))
  return send
}

/** Only the top frame of our own window, showing our own origin, may speak. */
function isOurPage({ senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (senderFrame === null || window.isDestroyed()) return false
  return senderFrame === window.webContents.mainFrame && originOf(senderFrame.url) === APP_ORIGIN
}

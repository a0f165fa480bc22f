import type { BrowserWindow } from 'electron'
import type { HostServices } from '../services/hostServices.ts'
import type { ElectronApi } from './electronApi.ts'
import { readWindowState, writeWindowState } from './windowState.ts'
import { LOCKED_DOWN } from './lockdown.ts'

/** Opens the one window where it stood last time. Its preferences are written out here and never taken from data. */
export function openWindow(electron: ElectronApi, services: HostServices): BrowserWindow {
  const { bounds, isMaximized } = readWindowState(services.data.root, electron.screen)
  const window = new electron.BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    title: 'Proofdesk',
    show: false,
    webPreferences: {
      preload: services.product.preload,
      ...LOCKED_DOWN,
      devTools: !electron.app.isPackaged,
    },
  })
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    writeWindowState(services.data.root, { ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  })
  return window
}

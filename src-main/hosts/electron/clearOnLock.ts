import type { BrowserWindow } from 'electron'
import type { ElectronApi } from './electronApi.ts'

/**
 * When the person locks the machine nothing of a claim stays in the window’s memory: the page gives way to an empty one, and comes back,
 * read anew, when the system says that they are here again. What was typed is kept by the core as the page leaves.
 */
export function clearOnLock(
  { powerMonitor }: Pick<ElectronApi, 'powerMonitor'>,
  window: BrowserWindow,
): void {
  let place: string | null = null
  powerMonitor.on('lock-screen', () => {
    if (window.isDestroyed() || place !== null) return
    place = window.webContents.getURL()
    void window.loadURL('about:blank')
  })
  powerMonitor.on('unlock-screen', () => {
    if (window.isDestroyed() || place === null) return
    void window.loadURL(place)
    place = null
  })
}

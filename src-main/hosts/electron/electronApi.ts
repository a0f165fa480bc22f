import type * as Electron from 'electron'

/** What this host uses of Electron. Only index.ts imports the real thing; everything else is handed this. */
export type ElectronApi = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'nativeImage'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>

/** The app's pages and documents. */
export const APP_ORIGIN = 'app://proofdesk'
/** The page in which documents are shown: another scheme, so another site with a process of its own. */
export const VIEWER_ORIGIN = 'viewer://documents'

/** Origin of an address as we write it; the URL parser itself calls that of own schemes `null`. */
export function originOf(address: string): string | undefined {
  const url = URL.parse(address)
  return url === null ? undefined : `${url.protocol}//${url.host}`
}

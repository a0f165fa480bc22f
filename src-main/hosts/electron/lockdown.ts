import type { Session, WebContents, WebPreferences } from 'electron'
import { APP_ORIGIN, originOf, VIEWER_ORIGIN } from './electronApi.ts'

const ALLOWED_PERMISSION = 'clipboard-sanitized-write'
const FOREIGN_ADDRESSES = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*']

/** What no page of ours gets, of the app or of a paper. */
export const LOCKED_DOWN = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  plugins: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences

/** Whatever a page is or becomes: the window stays with the app, frames with the viewer, and nothing else opens. */
export function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => keepAt(event, APP_ORIGIN))
  contents.on('will-redirect', (event) => keepAt(event, event.isMainFrame ? APP_ORIGIN : VIEWER_ORIGIN))
  contents.on('will-frame-navigate', (event) => keepAt(event, event.isMainFrame ? APP_ORIGIN : VIEWER_ORIGIN))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function keepAt(event: { readonly url: string; preventDefault(): void }, origin: string): void {
  if (originOf(event.url) !== origin) event.preventDefault()
}

/** Electron grants what it is not told to refuse; requests and checks are asked apart, so both are answered. */
export function lockSession(session: Session): void {
  const isAllowed = (permission: string, origin: string | undefined) =>
    permission === ALLOWED_PERMISSION && origin === APP_ORIGIN
  session.setPermissionRequestHandler((_contents, permission, grant, details) => {
    grant(details.isMainFrame && isAllowed(permission, originOf(details.requestingUrl)))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isAllowed(permission, originOf(requestingOrigin)),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, grant) => grant(null))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  // The pages have no business on any network; their content policy says so too, and this does not depend on it.
  session.webRequest.onBeforeRequest({ urls: FOREIGN_ADDRESSES }, (_details, decide) =>
    decide({ cancel: true }),
  )
}

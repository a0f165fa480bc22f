import type { BrowserWindow, Session } from 'electron'
import type { Printer } from '../../workstation/ports.ts'
import { PRINT_MS, PRINT_OPTIONS, within } from '../services/printing.ts'
import type { ElectronApi } from './electronApi.ts'
import { LOCKED_DOWN } from './lockdown.ts'

const SCHEME = 'print'

/** Prints in a window that nobody sees: one for each page, in a session of their own that keeps nothing and reaches nothing. */
export function createWindowPrinter(electron: ElectronApi, limitMs = PRINT_MS): Printer {
  const pages = new Map<string, string>()
  let printed = 0
  let opened: Session | undefined
  const sessionOfPages = () => (opened ??= openSession(electron, pages))
  return {
    isThere: () => Promise.resolve(true),
    async print(html) {
      printed += 1
      const url = `${SCHEME}://page/${printed}`
      pages.set(url, html)
      const window = openUnseen(electron, sessionOfPages())
      try {
        return await within(limitMs, printPage(window, url))
      } finally {
        window.destroy()
        pages.delete(url)
      }
    },
  }
}

const PAGE_HEADERS = { 'content-type': 'text/html; charset=utf-8' }

async function printPage(window: BrowserWindow, url: string): Promise<Uint8Array> {
  await window.loadURL(url)
  return window.webContents.printToPDF({ ...PRINT_OPTIONS })
}

function openUnseen(electron: ElectronApi, session: Session): BrowserWindow {
  return new electron.BrowserWindow({
    show: false,
    webPreferences: {
      session,
      javascript: false,
      ...LOCKED_DOWN,
      devTools: false,
    },
  })
}

/** Everything but the pages and what they carry in them is cancelled, whatever their content policy says. */
function openSession(electron: ElectronApi, pages: ReadonlyMap<string, string>): Session {
  // Without `persist:` it lives in memory alone.
  const session = electron.session.fromPartition('print', { cache: false })
  session.setPermissionRequestHandler((_contents, _permission, grant) => grant(false))
  session.setPermissionCheckHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !pages.has(url) && !url.startsWith('data:') }),
  )
  session.protocol.handle(SCHEME, ({ url }) => {
    const html = pages.get(url)
    return html === undefined
      ? new Response(null, { status: 404 })
      : new Response(html, { headers: PAGE_HEADERS })
  })
  return session
}

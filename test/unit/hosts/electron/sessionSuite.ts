import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostBundle, runElectronHost } from '../../../fakes/electron/runElectronHost.ts'

interface Item {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
}

/** What `play` gives back, as far as these tests look into it. */
interface Session {
  readonly calls: readonly string[]
  readonly [key: string]: unknown
}

/** What a session of the Electron host does, whichever bundle it is started from. `place` is asked after the hooks before have run. */
export function describeSession(name: string, place: () => HostBundle): void {
  let dataDir = ''
  let session: Session

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'proofdesk-test-'))
    const run = await runElectronHost('wholeSession', ['--data-dir', dataDir, '--hub', 'none'], place())
    if (run.result === undefined) throw new Error(run.stderr)
    session = run.result as Session // what the scenario puts together
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  describe(name, () => {
    it('turns the sandbox on and declares its schemes before Electron is ready', () => {
      expect(session.calls.slice(0, 4)).toEqual([
        'enableSandbox',
        'registerSchemesAsPrivileged',
        'requestSingleInstanceLock',
        'whenReady',
      ])
    })

    it('gives its two schemes no way around the content policy', () => {
      const privileges = { standard: true, secure: true, supportFetchAPI: true }
      expect(session['schemes']).toEqual([
        { scheme: 'app', privileges },
        { scheme: 'viewer', privileges },
      ])
      expect(session['protocols']).toEqual(['app', 'viewer'])
    })

    it('opens a window whose pages have no Node, no webview and a sandbox', () => {
      const { webPreferences } = session['options'] as { webPreferences: unknown }
      expect(webPreferences).toEqual({
        preload: join(place().root, 'out/preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        plugins: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        devTools: !place().isPacked,
      })
      expect(session['shown']).toBe(true)
    })

    it('puts the window back where it stood, inside the display that is there', () => {
      expect(session['options']).toMatchObject({ x: 0, y: 0, width: 1280, height: 500 })
      const kept: unknown = JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8'))
      expect(kept).toEqual({ x: 10, y: 20, width: 900, height: 600, isMaximized: false })
    })

    it('keeps what Chromium writes inside the data folder', () => {
      expect(session['userData']).toBe(join(dataDir, 'browser'))
    })

    it('answers the top frame of its own window at its own origin and no other', () => {
      const { own, hostInfo, otherVersion, noText, ...foreign } = session['asked'] as Record<string, unknown>
      expect(own).toEqual({
        ok: true,
        value: { total: 0, isMore: false, offset: 0, rows: [], isNewestOnly: false },
      })
      expect(hostInfo).toMatchObject({
        ok: true,
        value: { host: 'electron', viewerUrl: 'viewer://documents/' },
      })
      expect(otherVersion).toMatchObject({ ok: false, error: { code: 'contract_mismatch' } })
      expect(noText).toMatchObject({ ok: false, error: { code: 'bad_request' } })
      for (const [who, reply] of Object.entries(foreign)) {
        expect([who, reply]).toMatchObject([who, { ok: false, error: { code: 'forbidden' } }])
      }
      expect(Object.keys(foreign)).toEqual(['frameInWindow', 'noFrame', 'movedAway'])
    })

    it('has one channel for calls', () => {
      expect(session['channels']).toEqual(['bridge'])
    })

    it('lets the window go nowhere but to the app, and frames nowhere but to the viewer', () => {
      const app = ['app://proofdesk/', 'app://proofdesk/index.html#/claims']
      expect(session['navigate']).toEqual(app)
      expect(session['redirect']).toEqual(app)
      expect(session['mainFrameNavigate']).toEqual(app)
      expect(session['frameNavigate']).toEqual(['viewer://documents/'])
    })

    it('opens no further window, no webview and no download', () => {
      expect(session['opened']).toEqual({ action: 'deny' })
      expect(session['webview']).toBe(true)
      expect(session['download']).toBe(true)
    })

    it('grants the writing of plain text to the clipboard to the app, and nothing else to anybody', () => {
      expect(session['granted']).toEqual([
        'request clipboard-sanitized-write app://proofdesk/ true',
        'check clipboard-sanitized-write app://proofdesk/',
      ])
      expect(session['device']).toBe(false)
      expect(session['display']).toBeNull()
      expect(session['spelling']).toBe(false)
    })

    it('cancels every request to a network or to files', () => {
      expect(session['blocked']).toEqual([
        ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'],
      ])
      expect(session['blockAnswer']).toEqual({ cancel: true })
    })

    it('serves pages from the core with its policy, and nothing beside them', () => {
      const pages = session['pages'] as Record<
        string,
        { status: number; policy: string | null; body: string }
      >
      expect(pages['strange']?.status).toBe(403)
      expect(pages['climb']?.status).toBe(404)
      expect(pages['climb']?.body).not.toContain('proofdesk"')
    })

    it('numbers the events of core and menu in one line', () => {
      const events = session['events'] as { channel: string; frame: { event: string; seq: number } }[]
      expect(events.map(({ channel, frame }) => [channel, frame.event, frame.seq])).toEqual([
        ['bridge-event', 'menu.command', 1],
        ['bridge-event', 'settings.changed', 2],
      ])
      expect(events[0]?.frame).toEqual({ event: 'menu.command', seq: 1, payload: { command: 'go.trays' } })
    })

    it('leaves the menu to the system until the window has said what hangs in it', () => {
      expect(session['menuBefore']).toEqual([
        { role: 'fileMenu' },
        { role: 'editMenu' },
        { role: 'windowMenu' },
      ])
    })

    it('shows the menu of the window, whose keys stand beside the items and are left to the window', () => {
      expect(session['menuAfter']).toMatchObject([
        {
          label: '&Go && see',
          submenu: [
            { id: 'go.trays', label: 'Outbox and conflicts', enabled: true },
            { id: 'document.find', enabled: false, accelerator: 'CmdOrCtrl+F', registerAccelerator: false },
            { type: 'separator' },
            { label: 'Copy', role: 'copy' },
            { label: 'Work as', submenu: [{ id: 'as:u-auditor', type: 'radio', checked: true }] },
          ],
        },
      ])
      // Electron has no word for keys that come one after the other.
      const [{ submenu: [trays = {}] = [] } = {}] = session['menuAfter'] as { submenu?: Item[] }[]
      expect(trays).not.toHaveProperty('accelerator')
    })

    it('opens in the system’s browser the addresses of the contract’s list and no other', () => {
      expect(session['links']).toMatchObject([
        { ok: true, value: { outcome: 'opened' } },
        { ok: false, error: { code: 'bad_request' } },
      ])
      expect(session['external']).toEqual(['https://aka.ms/partnerincentives'])
    })

    it('shows its window again when it is started a second time', () => {
      expect(session['focused']).toBe(1)
    })

    it('ends in order', () => {
      expect(session['exitCode']).toBe(0)
      expect(session['errors']).toEqual([])
    })
  })
}

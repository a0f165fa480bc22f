import { readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { findBrowser } from '../../src-main/hosts/loopback/findBrowser.ts'
import { CALLS, callingPapers, CANARY } from '../builders/poe/callingPapers.ts'
import { otherSideOf } from './launch/otherSide.ts'
import { test } from './launch/proofdesk.ts'
import { TEAMS_CLAIM, TEAMS_CLAIM_NAME } from './launch/teamsClaim.ts'

const NOTE = join(import.meta.dirname, 'launch/noteConnections.mjs')

/** Hears whatever the browser wants of anybody but the hosts of this machine. */
async function startRecorder(): Promise<{ server: Server; port: number; heard: string[] }> {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.writeHead(204).end()
  })
  server.on('connect', (request, socket) => {
    heard.push(`CONNECT ${request.url}`)
    socket.end('HTTP/1.1 502 Nobody\r\n\r\n')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, port: (server.address() as AddressInfo).port, heard }
}

/** Hosts that a browser's own log of its network names: looked up, or asked. */
function hostsIn(netLog: string): string[] {
  const hosts = [...netLog.matchAll(/"(?:host|url)":"([^"]+)"/gu)].flatMap(([, named = '']) => {
    try {
      return [new URL(named.includes('://') ? named : `http://${named}`).hostname]
    } catch {
      return []
    }
  })
  // Every address in the papers ends like this, as no real one does.
  return [...new Set(hosts)].filter((host) => host.endsWith('.example'))
}

/** What this browser asks by itself on an empty page, too: whether it is up to date, and who is signed in to it. */
const ITS_OWN = /(?:^CONNECT |\/\/)(?:update|accounts)\.google(?:apis)?\.com[:/]/

const UNSHOWN = /could not be shown/

/** Opens one paper after the other as a reviewer does, and waits until the viewer has said what became of it. */
async function openEach(page: Page, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const tab = page.getByRole('tab', { name: new RegExp(file.replace('.', '\\.')) })
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    // A paper that no reader opens is told beside the frame; every other one stands in it.
    const shown = page.frameLocator('iframe').locator('canvas:visible, .laid-sheet:visible').first()
    await expect
      .poll(async () => (await shown.isVisible()) || (await page.getByText(UNSHOWN).first().isVisible()), {
        timeout: 30_000,
      })
      .toBe(true)
  }
}

test('papers that all would call out are opened one by one, and nobody outside of this machine is asked', async ({
  bench,
  page: unused,
}) => {
  test.setTimeout(420_000)
  await unused.close()
  const [netLog, hostLog] = [
    join(tmpdir(), `netlog-${process.pid}.json`),
    join(tmpdir(), `hosts-${process.pid}`),
  ]
  const recorder = await startRecorder()
  const before = process.env['NODE_OPTIONS']
  process.env['NODE_OPTIONS'] = `--import ${NOTE}`
  process.env['PROOFDESK_CONNECTIONS_LOG'] = hostLog
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: [
      `--proxy-server=http://127.0.0.1:${recorder.port}`,
      '--proxy-bypass-list=127.0.0.1;*.localhost',
      `--log-net-log=${netLog}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    const windows: string[] = []
    const opened = new Set<string>()
    page.on('response', (response) => {
      const [, sha256] = /\/documents\/E2E-CALL\/([0-9a-f]{64})/u.exec(response.url()) ?? []
      if (sha256 !== undefined) opened.add(sha256)
    })
    context.on('page', (other) => windows.push(other.url()))
    const hub = await bench.startHub()
    const partner = await otherSideOf(hub.url)
    await partner.create('E2E-CALL', TEAMS_CLAIM)
    const papers = callingPapers()
    for (const { file, bytes, mediaType } of papers)
      await partner.addDocument('E2E-CALL', file, Buffer.from(await bytes()), mediaType)
    await partner.act('E2E-CALL', 'submit')
    await bench.open({ hub: hub.url, elsewhere: page })
    await page.goto(`${new URL(page.url()).origin}/#/claims/E2E-CALL`)
    await expect(page.getByRole('heading', { level: 1, name: TEAMS_CLAIM_NAME })).toBeVisible({
      timeout: 60_000,
    })
    await openEach(
      page,
      papers.map(({ file }) => file),
    )
    await expect.poll(() => opened.size).toBe(papers.length)
    const heard = recorder.heard.filter((line) => !ITS_OWN.test(line))
    expect(heard).toEqual([])
    expect(windows).toEqual([])
    // The other way round: what asks is heard, or the silence would prove nothing.
    const asking = await context.newPage()
    await asking.setContent(Object.values(CALLS).slice(0, 1).join(''))
    await expect.poll(() => recorder.heard.join(' ')).toContain(`http://${CANARY}/pixel.gif`)
    await browser.close()
    const notes = readFileSync(hostLog, 'utf8').trim().split('\n')
    expect(notes).toContain('begun')
    expect(notes.some((line) => line.startsWith('connect 127.0.0.1') || line.startsWith('connect ::1'))).toBe(
      true,
    )
    expect(
      notes.filter(
        (line) => !/^(?:begun|connect (?:127\.0\.0\.1|::1)|lookup (?:127\.0\.0\.1|localhost))$/u.test(line),
      ),
    ).toEqual([])
    expect(hostsIn(readFileSync(netLog, 'utf8'))).toEqual([CANARY])
  } finally {
    await browser.close()
    recorder.server.close()
    if (before === undefined) delete process.env['NODE_OPTIONS']
    else process.env['NODE_OPTIONS'] = before
    for (const file of [netLog, hostLog]) rmSync(file, { force: true })
  }
})

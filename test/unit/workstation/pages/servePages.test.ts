import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { unreadFacts } from '../../../builders/documentFacts.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'

const APP = 'http://127.0.0.1:4000'
const VIEWER = 'http://viewer.localhost:4000'
const PAPER = new TextEncoder().encode('a signed paper')

function pages() {
  const folder = aTempFolder()
  const app = join(folder, 'app')
  const viewer = join(folder, 'viewer')
  mkdirSync(join(app, 'assets'), { recursive: true })
  mkdirSync(viewer)
  writeFileSync(join(app, 'index.html'), '<html><head><title>Proofdesk</title></head></html>')
  writeFileSync(join(app, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(viewer, 'index.html'), '<html>viewer</html>')
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  writeFileSync(join(app, 'notes.txt'), 'not a page')
  symlinkSync(join(folder, 'secret.json'), join(app, 'link.json'))
  return { app, viewer }
}

async function station() {
  const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
  const hub = await startScriptedHub({ feed: feedOf(() => [record]), document: () => ({ bytes: PAPER }) })
  const poe = {
    readerVersion: '1',
    checkerVersion: '1',
    read: () => Promise.resolve(unreadFacts(PAPER)),
    judge: async () => aReport(record),
    knowsProduct: async () => true,
  }
  const started = await startWorkstation({ ...pages(), hub: hub.port, poe })
  const get = (url: string, init: RequestInit = {}) => started.workstation.fetch(new Request(url, init))
  return { ...started, get, url: `${APP}/documents/208417/${sha256Of(PAPER)}` }
}

describe('the pages of the window', () => {
  it('come with a policy that allows the app its own scripts and the viewer as its only frame', async () => {
    const { get } = await station()
    const page = await get(`${APP}/`)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`frame-src ${VIEWER}`)
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('give the viewer origin nothing but the viewer', async () => {
    const { get, url } = await station()
    expect(await (await get(`${VIEWER}/`)).text()).toBe('<html>viewer</html>')
    const policy = (await get(`${VIEWER}/`)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`frame-ancestors ${APP}`)
    for (const path of ['/assets/app.js', new URL(url).pathname])
      expect((await get(`${VIEWER}${path}`)).status, path).toBe(404)
  })

  it('answer nobody who comes by another name', async () => {
    const { get } = await station()
    expect((await get('http://rebind.evil.example:4000/')).status).toBe(403)
  })

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%252e%252e/secret.json',
    '/..\\secret.json',
    '/assets/%00app.js',
    '/link.json',
    '/notes.txt',
    '/assets/',
    '/%',
  ])('do not give out %s', async (path) => {
    const { get } = await station()
    expect((await get(`${APP}${path}`)).status).toBe(404)
  })

  it('only read', async () => {
    const { get } = await station()
    expect((await get(`${APP}/`, { method: 'POST' })).status).toBe(405)
  })
})

describe('documents', () => {
  it('are served as bytes that a browser neither sniffs nor runs, once they are on this machine', async () => {
    const { get, url, clock, until } = await station()
    expect((await get(url)).status).toBe(404)
    clock.advance(0)
    await until(async () => (await get(url)).status === 200)
    const response = await get(url)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PAPER)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('belong to their claim: another claim, another hash, a broken path find nothing', async () => {
    const { get, url, clock, until } = await station()
    clock.advance(0)
    await until(async () => (await get(url)).status === 200)
    const hash = sha256Of(PAPER)
    for (const path of [
      `other/${hash}`,
      `208417/${'0'.repeat(64)}`,
      '208417/nonsense',
      `208417/${hash}/x`,
      '%/x',
    ])
      expect((await get(`${APP}/documents/${path}`)).status, path).toBe(404)
  })
})

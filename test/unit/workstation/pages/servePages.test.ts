import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aClaimRecord, sha256Of } from '../../../builders/claimRecord.ts'
import { unreadFacts } from '../../../builders/documentFacts.ts'
import { aReport } from '../../../builders/checkReport.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import type { DocumentLook } from '../../../../src-main/poe/facts/documentFacts.ts'
import type { PoePort } from '../../../../src-main/workstation/ports.ts'
import { factsOf } from '../../../builders/poe/factsOf.ts'
import { LaidDocument } from '../../../../src-preload/contract/vocabulary/laidShape.ts'
import { feedOf, startScriptedHub } from '../../../fakes/scriptedHub.ts'
import { startWorkstation } from '../../../fakes/workstation.ts'
import { NOTHING_TO_SHOW } from '../../../fakes/nothingToShow.ts'

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

async function station(over: Partial<PoePort> = {}) {
  const record = aClaimRecord({ documents: [{ documentId: 'd1', bytes: PAPER }] })
  const hub = await startScriptedHub({ feed: feedOf(() => [record]), document: () => ({ bytes: PAPER }) })
  const poe = {
    readerVersion: '1',
    checkerVersion: '1',
    read: () => Promise.resolve(unreadFacts(PAPER)),
    judge: async () => aReport(record),
    ...NOTHING_TO_SHOW,
    knowsProduct: async () => true,
    ...over,
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
      `208417/${hash}/in/0`,
      `208417/${hash}/in/../0`,
      `208417/${hash}/in/0/laid/laid`,
      `208417/${hash}/laid`,
      '%/x',
    ])
      expect((await get(`${APP}/documents/${path}`)).status, path).toBe(404)
  })
})

describe('what documents hold', () => {
  const letter = factsOf([{ lines: [['We confirm the work.', 60, 100]], rules: [[60, 200, 120]] }])
  const arrived = async (over: Partial<PoePort>) => {
    const started = await station(over)
    started.clock.advance(0)
    await started.until(async () => (await started.get(started.url)).status === 200)
    return started
  }
  const laidAt = async (response: Response) => LaidDocument.parse(await response.json())

  it('is served as words and places, of the document and of a file inside it', async () => {
    const mail = {
      ...letter,
      attachments: [{ name: 'annex.docx', facts: factsOf([{ lines: [['Annex', 60, 50]] }]) }],
    }
    const { get, url } = await arrived({
      read: () => Promise.resolve(mail),
      unpack: () => Promise.resolve(PAPER),
    })
    const own = await laidAt(await get(`${url}/laid`))
    const page = own.pages[0]
    expect(page?.blocks.flat(2).map(({ text }) => text)).toEqual(['We', 'confirm', 'the', 'work.'])
    expect(page?.blocks[0]?.[0]?.[0]?.box.map(Math.round)).toEqual([60, 93, 70, 102])
    expect(page?.rules.map((box) => box.map(Math.round))).toEqual([[60, 200, 180, 201]])
    const inner = await laidAt(await get(`${url}/in/0/laid`))
    expect(inner.pages[0]?.blocks.flat(2).map(({ text }) => text)).toEqual(['Annex'])
    expect((await get(`${url}/in/1/laid`)).status).toBe(404)
  })

  it('shows a mail with what stands beside its words, and one inside a document alike', async () => {
    const asked: (readonly number[])[] = []
    const look: DocumentLook = {
      facts: letter,
      inlays: [
        { box: [60, 120, 160, 150], said: { kind: 'picture', alt: '', picture: 1, widthPx: 9, heightPx: 9 } },
        { box: [60, 160, 160, 170], said: { kind: 'elsewhere', alt: '', address: 'https://x.example/' } },
      ],
      pictures: [null, { png: new Uint8Array([0x89, 0x50]), frames: 2 }],
      differing: null,
    }
    const { get, url } = await arrived({
      look: () => Promise.resolve(look),
      unpack: (_, path) => {
        asked.push(path)
        return Promise.resolve(PAPER)
      },
    })
    for (const at of ['laid', 'in/0/laid']) {
      const laid = await laidAt(await get(`${url}/${at}`))
      expect(laid.drawings).toEqual(['iVA='])
      expect(laid.pages[0]?.inlays).toMatchObject([
        { kind: 'picture', drawing: 0, frames: 2 },
        { kind: 'elsewhere', address: 'https://x.example/' },
      ])
    }
    expect(asked).toEqual([[0]])
  })

  it('gives a file inside a document as bytes that a browser neither sniffs nor runs', async () => {
    const asked: (readonly number[])[] = []
    const { get, url } = await arrived({
      unpack: (_, path) => {
        asked.push(path)
        return Promise.resolve(new Uint8Array([1, 2, 3]))
      },
    })
    const response = await get(`${url}/in/0.2`)
    expect(asked).toEqual([[0, 2]])
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('shows a picture that no browser decodes as the reader painted it, before anything of it was read', async () => {
    const png = new Uint8Array([0x89, 0x50])
    const { get, url } = await arrived({
      paint: () => Promise.resolve([{ number: 1, width: 595, height: 842, png }]),
      read: () => new Promise(() => undefined),
    })
    const laid = await laidAt(await get(`${url}/laid`))
    expect(laid.pages[0]).toMatchObject({ width: 595, height: 842, painted: 'iVA=' })
  })
})

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createHubLink,
  fixedAddress,
  type HubAddress,
  noHub,
} from '../../../../src-main/hosts/services/hubLink.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'

const MARTA = UserId.parse('u-marta')
const RUBEN = UserId.parse('u-ruben')

interface Answer {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A hub over real HTTP: signs people in with a numbered token, answers the rest as told, and writes down what it heard. */
async function startHub(answer: (path: string, token: string) => Answer = () => ({ body: {} })) {
  const heard: string[] = []
  let tokens = 0
  async function reply(request: IncomingMessage): Promise<Answer> {
    const body = await text(request)
    if (request.url === '/v1.0/demo/sign-in') {
      const { userId } = JSON.parse(body) as { userId: string }
      heard.push(`sign-in ${userId}`)
      if (userId === 'u-nobody') return { status: 404 }
      tokens += 1
      const user = { userId, name: userId, role: 'reviewer' }
      return { body: { user, token: `token-${tokens}-${'x'.repeat(40)}` } }
    }
    const token = request.headers.authorization?.slice(7, 14) ?? 'none'
    const tag = request.headers['if-none-match'] ?? ''
    heard.push(`${request.method} ${request.url} ${token} ${body}${tag}`.trim())
    return answer(request.url ?? '', token)
  }
  const server = createServer((request, response) => {
    void reply(request).then(({ status = 200, body, headers = {} }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(body ?? {}))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { heard, url: new URL(`http://127.0.0.1:${port}`) }
}

describe('the way to the hub', () => {
  it('signs each person in once, also for requests at the same time', async () => {
    const { heard, url } = await startHub()
    const hub = createHubLink(fixedAddress(url))
    await Promise.all([hub.request(MARTA, '/v1.0/a'), hub.request(MARTA, '/v1.0/b')])
    await hub.request(RUBEN, '/v1.0/c')
    expect(heard.filter((line) => line.startsWith('sign-in'))).toEqual(['sign-in u-marta', 'sign-in u-ruben'])
    expect(heard).toContain('GET /v1.0/c token-2')
  })

  it('sends a body as JSON', async () => {
    const { heard, url } = await startHub()
    await createHubLink(fixedAddress(url)).request(MARTA, '/v1.0/x', { method: 'POST', body: '{"a":1}' })
    expect(heard).toContain('POST /v1.0/x token-1 {"a":1}')
  })

  it('says what is at hand, and gives an answer without news as it is', async () => {
    const { heard, url } = await startHub(() => ({ status: 304 }))
    const hub = createHubLink(fixedAddress(url))
    const answer = await hub.request(MARTA, '/v1.0/reference', { ifNoneMatch: '"r1"' })
    expect([answer.status, await answer.text()]).toEqual([304, ''])
    expect(heard).toContain('GET /v1.0/reference token-1 "r1"')
  })

  it('asks once for a new token when the old one is refused', async () => {
    const { heard, url } = await startHub((_path, token) => ({ status: token === 'token-1' ? 401 : 200 }))
    const hub = createHubLink(fixedAddress(url))
    expect((await hub.request(MARTA, '/v1.0/a')).status).toBe(200)
    expect(heard).toEqual([
      'sign-in u-marta',
      'GET /v1.0/a token-1',
      'sign-in u-marta',
      'GET /v1.0/a token-2',
    ])
  })

  it('gives a lasting refusal back instead of asking for ever', async () => {
    const { heard, url } = await startHub(() => ({ status: 401 }))
    expect((await createHubLink(fixedAddress(url)).request(MARTA, '/v1.0/a')).status).toBe(401)
    expect(heard.length).toBe(4)
  })

  it('follows links of the hub itself and sends a token nowhere else', async () => {
    const there = await startHub()
    const { heard, url } = await startHub()
    const hub = createHubLink(fixedAddress(url))
    await hub.request(MARTA, `${url.origin}/v1.0/claims/delta?$skiptoken=1`)
    expect(heard).toContain('GET /v1.0/claims/delta?$skiptoken=1 token-1')
    const elsewhere = [
      `${there.url.origin}/v1.0/a`,
      `//${there.url.host}/v1.0/a`,
      `http://x@${there.url.host}/`,
      `${url.protocol}//${url.host}.evil.tld/`,
      'file:///etc/passwd',
      'not a link',
    ]
    for (const link of elsewhere) {
      await hub.request(MARTA, link).catch(() => undefined)
    }
    expect(there.heard).toEqual([])
  })

  it('follows no redirect, since that may lead anywhere', async () => {
    const there = await startHub()
    const { url } = await startHub(() => ({ status: 302, headers: { location: there.url.href } }))
    await expect(createHubLink(fixedAddress(url)).request(MARTA, '/v1.0/a')).rejects.toThrow()
    expect(there.heard).toEqual([])
  })

  it('rejects when the sign-in is refused, and tries it anew the next time', async () => {
    const { heard, url } = await startHub()
    const hub = createHubLink(fixedAddress(url))
    const nobody = UserId.parse('u-nobody')
    await expect(hub.request(nobody, '/v1.0/a')).rejects.toThrow('404')
    await expect(hub.request(nobody, '/v1.0/a')).rejects.toThrow('404')
    expect(heard).toEqual(['sign-in u-nobody', 'sign-in u-nobody'])
  })

  it('rejects while nobody listens', async () => {
    const { url } = await startHub()
    const closed = new URL(url)
    closed.port = '9'
    await expect(createHubLink(fixedAddress(closed)).request(MARTA, '/v1.0/a')).rejects.toThrow()
  })

  it('takes an embedded hub that moved as another one, and signs in anew', async () => {
    const first = await startHub()
    const second = await startHub()
    let now: URL | undefined
    const listeners: (() => void)[] = []
    const address: HubAddress = {
      current: () => now,
      onChange(listener) {
        listeners.push(listener)
        return () => undefined
      },
    }
    const moveTo = (url: URL | undefined) => {
      now = url
      for (const listener of listeners) listener()
    }
    const hub = createHubLink(address)
    expect(hub.state()).toBe('starting')
    await expect(hub.request(MARTA, '/v1.0/a')).rejects.toThrow()
    moveTo(first.url)
    expect(hub.state()).toBe('ready')
    await hub.request(MARTA, '/v1.0/a')
    moveTo(second.url)
    await hub.request(MARTA, '/v1.0/a')
    expect(second.heard).toEqual(['sign-in u-marta', 'GET /v1.0/a token-1'])
  })

  it('is no way at all without a hub', async () => {
    expect(noHub.state()).toBe('none')
    await expect(noHub.request(MARTA, '/v1.0/a')).rejects.toThrow('without a hub')
  })
})

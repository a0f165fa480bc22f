import { describe, expect, it } from 'vitest'
import { startHost, type TestHost } from './loopbackHost.ts'
import { rawRequest } from './rawRequest.ts'

const statusOf = async (host: TestHost, lines: readonly string[]) =>
  (await rawRequest(host.port, lines)).status

function get(host: TestHost, path: string, ...headers: string[]) {
  return rawRequest(host.port, [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${host.port}`, ...headers])
}

function getFromViewer(host: TestHost, path: string, ...headers: string[]) {
  return rawRequest(host.port, [`GET ${path} HTTP/1.1`, `Host: viewer.localhost:${host.port}`, ...headers])
}

describe('the Host of a request', () => {
  it('is one of the two exact names, or the answer is 403 whatever else is right', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const { port } = host
    const wrong = [
      'rebind.evil.tld',
      `rebind.evil.tld:${port}`,
      `localhost:${port}`,
      `127.0.0.1`,
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.:${port}`,
      `2130706433:${port}`,
      `0x7f.0.0.1:${port}`,
      `[::1]:${port}`,
      `0.0.0.0:${port}`,
      `viewer.localhost.evil.tld:${port}`,
      `evil.viewer.localhost:${port}`,
      `viewer.localhost.:${port}`,
      `127.0.0.1:${port}@evil.tld`,
      '',
    ]
    const statuses = await Promise.all(
      wrong.map((name) => statusOf(host, ['GET / HTTP/1.1', `Host: ${name}`, `Cookie: ${cookie}`])),
    )
    expect(statuses).toEqual(wrong.map(() => 403))
  })

  it('must be there, and only once', async () => {
    const host = await startHost()
    const cookie = `Cookie: ${await host.signIn()}`
    const right = `Host: 127.0.0.1:${host.port}`
    expect(await statusOf(host, ['GET / HTTP/1.1', cookie])).toBe(403)
    expect(await statusOf(host, ['GET / HTTP/1.1', right, 'Host: rebind.evil.tld', cookie])).toBe(403)
    expect(await statusOf(host, ['GET / HTTP/1.1', right, right, cookie])).toBe(403)
  })

  it('is asked before the session, the path and the method', async () => {
    const host = await startHost()
    for (const line of ['GET /launch?token=x', 'DELETE /', 'GET /nothing']) {
      expect(await statusOf(host, [`${line} HTTP/1.1`, 'Host: evil.tld'])).toBe(403)
    }
  })

  it('cannot be replaced by an address in the request line', async () => {
    const host = await startHost()
    const lines = [`GET http://127.0.0.1:${host.port}/ HTTP/1.1`, `Host: 127.0.0.1:${host.port}`]
    expect(await statusOf(host, [...lines, `Cookie: ${await host.signIn()}`])).toBe(403)
  })
})

describe('the Origin of a request', () => {
  it('is ours when there is one', async () => {
    const host = await startHost()
    const cookie = `Cookie: ${await host.signIn()}`
    const { app, viewer } = host.server.origins
    for (const origin of ['http://evil.tld', 'null', viewer, `${app}0`, app.replace('http', 'https')]) {
      expect((await get(host, '/', cookie, `Origin: ${origin}`)).status).toBe(403)
    }
    expect((await get(host, '/', cookie, `Origin: ${app}`)).status).toBe(200)
  })

  it('is the viewer’s own on the viewer origin', async () => {
    const host = await startHost()
    const { app, viewer } = host.server.origins
    expect((await getFromViewer(host, '/', `Origin: ${app}`)).status).toBe(403)
    expect((await getFromViewer(host, '/', `Origin: ${viewer}`)).status).toBe(200)
  })

  it('may not hide behind another page of this machine', async () => {
    const host = await startHost()
    const cookie = `Cookie: ${await host.signIn()}`
    expect((await get(host, '/', cookie, 'Sec-Fetch-Site: cross-site')).status).toBe(403)
    expect((await get(host, '/', cookie, 'Sec-Fetch-Site: same-site')).status).toBe(403)
    expect((await get(host, '/', cookie, 'Sec-Fetch-Site: same-origin')).status).toBe(200)
    expect((await get(host, '/', cookie, 'Sec-Fetch-Site: none')).status).toBe(200)
  })

  it('never earns a grant to read across origins', async () => {
    const host = await startHost()
    const { head } = await get(host, '/', `Cookie: ${await host.signIn()}`)
    expect(head.toLowerCase()).not.toContain('access-control-')
  })
})

describe('the session', () => {
  it('is asked for on every path of the app’s origin', async () => {
    const host = await startHost()
    const paths = [
      '/',
      '/index.html',
      '/door/loopback.js',
      '/documents/x',
      '/nothing',
      '/launched',
      '/bridge',
    ]
    const answers = await Promise.all(paths.map((path) => get(host, path)))
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 401))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  })

  it('is not opened by a made-up, empty or foreign cookie', async () => {
    const host = await startHost()
    const [name = ''] = (await host.signIn()).split('=')
    const other = await (await startHost()).signIn()
    for (const cookie of [
      `${name}=`,
      `${name}=x`,
      name,
      other,
      `x${name}=y`,
      other.replace(/^[^=]+/, name),
    ]) {
      expect((await get(host, '/', `Cookie: ${cookie}`)).status).toBe(401)
    }
  })

  it('comes in a cookie that scripts and other sites never see', async () => {
    const host = await startHost()
    const answer = await fetch(host.server.mintLaunchUrl(), { redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^proofdesk-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    )
  })

  it('is given once for a token', async () => {
    const host = await startHost()
    const url = host.server.mintLaunchUrl()
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303)
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(401)
  })

  it('is not given for a token of more than five minutes, a wrong one or none', async () => {
    const host = await startHost()
    const late = host.server.mintLaunchUrl()
    host.advance(5 * 60_000)
    expect((await fetch(late, { redirect: 'manual' })).status).toBe(401)
    for (const path of ['/launch', '/launch?token=', '/launch?token=x', '/launch?other=1']) {
      expect((await get(host, path)).status).toBe(401)
    }
  })

  it('is not given to a token that was posted', async () => {
    const host = await startHost()
    const path = new URL(host.server.mintLaunchUrl())
    const lines = [`POST ${path.pathname}${path.search} HTTP/1.1`, `Host: 127.0.0.1:${host.port}`]
    expect(await statusOf(host, [...lines, 'Content-Length: 0'])).toBe(401)
  })

  it('begins on a page of our own when a file of this machine led to it', async () => {
    const host = await startHost()
    const { pathname, search } = new URL(host.server.mintLaunchUrl())
    const navigation = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document']
    const answer = await get(host, pathname + search, ...navigation)
    expect(answer.status).toBe(200)
    expect(answer.head).toMatch(/^refresh: 0; url=\/$/im)
    expect(answer.head).toMatch(/^referrer-policy: no-referrer$/im)
  })

  it('is not begun inside a frame or by a script of another site', async () => {
    const host = await startHost()
    const { pathname, search } = new URL(host.server.mintLaunchUrl())
    for (const [mode, dest] of [
      ['navigate', 'iframe'],
      ['no-cors', 'image'],
      ['cors', 'empty'],
    ]) {
      const how = ['Sec-Fetch-Site: cross-site', `Sec-Fetch-Mode: ${mode}`, `Sec-Fetch-Dest: ${dest}`]
      expect((await get(host, pathname + search, ...how)).status).toBe(403)
    }
    expect((await get(host, pathname + search)).status).toBe(303)
  })
})

describe('what is served', () => {
  const CLIMBS = [
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/%252e%252e/secret.json',
    '/index.html%00.json',
    '//secret.json',
    '//127.0.0.1/secret.json',
    '/app/../../secret.json',
  ]

  it('is never a file beside the pages, on neither origin', async () => {
    const host = await startHost()
    const cookie = `Cookie: ${await host.signIn()}`
    for (const path of CLIMBS) {
      for (const answer of [await get(host, path, cookie), await getFromViewer(host, path)]) {
        expect([path, answer.status]).toEqual([path, 404])
        expect(answer.body).not.toContain('secret')
      }
    }
  })

  it('is the app with its door before its scripts, under its policy', async () => {
    const host = await startHost()
    const cookie = `Cookie: ${await host.signIn()}`
    const page = await get(host, '/', cookie)
    expect(page.body).toContain('<head><script src="/door/loopback.js"></script>')
    expect(page.head).toMatch(/^content-security-policy: default-src 'none'; script-src 'self';/im)
    expect((await get(host, '/door/loopback.js', cookie)).body).toContain('window.bridge = 1')
  })

  it('is on the viewer origin the viewer alone, with and without a session', async () => {
    const host = await startHost()
    const cookie = `Cookie: ${await host.signIn()}`
    expect((await getFromViewer(host, '/')).body).toContain('the viewer')
    for (const path of ['/launch', '/door/loopback.js', '/documents/x', '/bridge']) {
      expect((await getFromViewer(host, path)).status).toBe(404)
      expect((await getFromViewer(host, path, cookie)).status).toBe(404)
    }
  })

  it('gives the viewer origin no cookie and no session for a launch token', async () => {
    const host = await startHost()
    const { pathname, search } = new URL(host.server.mintLaunchUrl())
    const answer = await getFromViewer(host, pathname + search)
    expect(answer.status).toBe(404)
    expect(answer.head.toLowerCase()).not.toContain('set-cookie')
    expect((await get(host, pathname + search)).status).toBe(303)
  })

  it('can only be read', async () => {
    const host = await startHost()
    const cookie = `Cookie: ${await host.signIn()}`
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const lines = [`${method} / HTTP/1.1`, 'Content-Length: 0']
      expect(await statusOf(host, [...lines, `Host: 127.0.0.1:${host.port}`, cookie])).toBe(405)
      expect(await statusOf(host, [...lines, `Host: viewer.localhost:${host.port}`])).toBe(405)
    }
    const head = await rawRequest(host.port, ['HEAD / HTTP/1.1', `Host: 127.0.0.1:${host.port}`, cookie])
    expect([head.status, head.body]).toEqual([200, ''])
  })

  it('takes a file to be looked at from a page of the app that is signed in, and from nobody else', async () => {
    const host = await startHost()
    const cookie = `Cookie: ${await host.signIn()}`
    const own = `Host: 127.0.0.1:${host.port}`
    const from = (origin: string) => `Origin: http://${origin}:${host.port}`
    const put = ['PUT /records HTTP/1.1', 'Content-Length: 0']
    expect(await statusOf(host, [...put, own, from('127.0.0.1'), cookie])).not.toBe(405)
    expect(await statusOf(host, [...put, own, from('127.0.0.1')])).toBe(401)
    expect(await statusOf(host, [...put, own, from('localhost'), cookie])).toBe(403)
    expect(await statusOf(host, [...put, own, cookie])).toBe(405)
    expect(
      await statusOf(host, [...put, `Host: viewer.localhost:${host.port}`, from('viewer.localhost')]),
    ).toBe(405)
    expect(
      await statusOf(host, ['PUT /records/x HTTP/1.1', 'Content-Length: 0', own, from('127.0.0.1'), cookie]),
    ).toBe(405)
  })

  it('goes out on 127.0.0.1 alone', async () => {
    const host = await startHost()
    await expect(fetch(`http://[::1]:${host.port}/`)).rejects.toThrow()
    await expect(fetch(`http://127.0.0.2:${host.port}/`)).rejects.toThrow()
  })

  it('leaves nothing of refused requests in the log', async () => {
    const host = await startHost()
    await get(host, '/launch?token=tell-nobody')
    await rawRequest(host.port, ['GET /tell-nobody HTTP/1.1', 'Host: tell-nobody', 'Cookie: tell-nobody'])
    await rawRequest(host.port, ['tell-nobody'])
    expect(JSON.stringify(host.log)).not.toContain('tell-nobody')
  })
})

import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ROUTES } from '../../../../src-main/hub/api/routes.ts'
import { RATE_CLASSES, type Route } from '../../../../src-main/hub/api/routeShape.ts'
import { DEFAULT_LIMITS } from '../../../../src-main/hub/http/limits.ts'
import { hubMetrics } from '../../../../src-main/hub/metrics/hubMetrics.ts'
import { aHubClaim, anOperation, hold, sha256Of } from '../../../builders/hub/hubClaim.ts'
import { serveApp, type TestHub } from '../../../builders/hub/testHub.ts'

const MEGABYTE = 1_000_000

/** What holds for every request, whoever sends it and whatever comes of it. */
export function describeServing(hub: () => TestHub): void {
  describe('every route', () => {
    it('has a limit of how often and, where it takes a body, of how much', () => {
      const routes = Object.entries<Route>(ROUTES)
      expect(routes.length).toBeGreaterThan(40)
      for (const [name, { rate, method, body }] of routes) {
        expect([name, RATE_CLASSES.includes(rate), DEFAULT_LIMITS[rate] > 0]).toEqual([name, true, true])
        if (body !== undefined) expect(body.maxBytes).toBeLessThanOrEqual(200 * MEGABYTE)
        if (method === 'GET') expect([name, body]).toEqual([name, undefined])
      }
    })
  })

  describe('every answer', () => {
    it('forbids to guess, frame, keep and run it, also where it is an error', async () => {
      await hub().put(aHubClaim())
      const answers = await Promise.all([
        hub().get(null, '/healthz'),
        hub().get('reviewer', '/v1.0/claims/C-1'),
        hub().get('reviewer', `/v1.0/claims/C-1/documents/${sha256Of('gone')}`),
        fetch(`${hub().url}/nowhere`),
        fetch(`${hub().url}/v1.0/claims/delta`, { method: 'DELETE' }),
        fetch(`${hub().url}/v1.0/me`),
        fetch(`${hub().url}/healthz`, { headers: { origin: 'https://evil.example' } }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 405, 401, 403])
      for (const { headers } of answers) {
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
        expect(headers.get('referrer-policy')).toBe('no-referrer')
        expect(headers.get('cache-control')).not.toBeNull()
        for (const name of ['server', 'x-powered-by', 'strict-transport-security'])
          expect(headers.get(name)).toBeNull()
      }
    })

    it('keeps browsers to https where the hub was told that callers come by it', async () => {
      const served = await serveApp({ ...hub().ports, isBehindTls: true })
      const { headers } = await fetch(`${served.url}/healthz`)
      await served.close()
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    })
  })

  describe('who is counted', () => {
    it.each([
      ['the socket, whatever it says of itself', [], ['203.0.113.1', '203.0.113.2'], [200, 429]],
      ['whom a trusted proxy names', ['127.0.0.1'], ['203.0.113.1', '203.0.113.2'], [200, 200]],
      [
        'the last hop that is no proxy',
        ['127.0.0.1'],
        ['203.0.113.9, 198.51.100.1', '203.0.113.8, 198.51.100.1'],
        [200, 429],
      ],
    ])('is %s', async (_who, trustedProxies, forwarded, expected) => {
      const { limits } = hub().ports
      const served = await serveApp({ ...hub().ports, trustedProxies, limits: { ...limits, open: 1 } })
      const statuses: number[] = []
      for (const said of forwarded)
        statuses.push((await fetch(`${served.url}/healthz`, { headers: { 'x-forwarded-for': said } })).status)
      await served.close()
      expect(statuses).toEqual(expected)
    })
  })

  describe('readiness', () => {
    it('is told while database and documents answer, and not once the hub ends, while it lives on', async () => {
      let isStopping = false
      const served = await serveApp({ ...hub().ports, isStopping: () => isStopping })
      const statuses = async () =>
        Promise.all(['/healthz', '/readyz'].map(async (path) => (await fetch(served.url + path)).status))
      expect(await statuses()).toEqual([200, 200])
      isStopping = true
      expect(await statuses()).toEqual([200, 503])
      await served.close()
    })

    it('is not told while the documents cannot be reached', async () => {
      const documents = { ...hub().ports.documents, size: () => Promise.reject(new Error('unreachable')) }
      const served = await serveApp({ ...hub().ports, documents })
      const answer = await fetch(`${served.url}/readyz`)
      const said = await answer.text()
      await served.close()
      expect([answer.status, said]).toEqual([503, expect.not.stringContaining('unreachable')])
    })
  })

  describe('the figures', () => {
    it('count requests and operations by words of closed lists, and name no person, claim or text', async () => {
      await hub().put(aHubClaim())
      const metrics = hubMetrics({
        db: hub().ports.db,
        connections: () => ({ open: 1, idle: 1, waiting: 0 }),
      })
      const served = await serveApp({ ...hub().ports, metrics })
      const headers = { ...(await hub().bearer('reviewer')), 'content-type': 'application/json' }
      const operate = (request: object) =>
        fetch(`${served.url}/v1.0/claims/C-1/operations`, {
          method: 'POST',
          headers,
          body: JSON.stringify(request),
        })
      await operate(anOperation(await hub().record('C-1'), hold()))
      for (const path of [
        '/v1.0/claims/C-1',
        '/v1.0/claims/Carla%20Customer',
        '/v1.0/me?carla@customer.example',
        '/Paolo',
      ])
        await fetch(served.url + path, { headers })
      await fetch(`${served.url}/healthz`, { method: 'PROPFIND' })
      const text = await metrics.text()
      await served.close()
      expect(text).toContain(
        'proofdesk_request_seconds_count{route="/v1.0/claims/:claimId",method="GET",status="2xx"} 1',
      )
      expect(text).toMatch(
        /proofdesk_operations_total\{kind="hold_for_arbitration",outcome="\w+",reason="\w*"\} 1/,
      )
      expect(text).toMatch(/proofdesk_feed_held_transactions \d/)
      expect(text).toContain('method="other"')
      for (const word of ['C-1', 'Carla', 'Paolo', 'reviewer', 'example', '4711', '127.0.0.1'])
        expect(text).not.toContain(word)
    })
  })

  describe('a log of everything that happens', () => {
    it('holds no name, mail, word, token or address of what was asked, also where the database quotes it', async () => {
      await hub().put(aHubClaim())
      const secrets = [
        'Zebedee Quux',
        'zebedee@quux.example',
        'a very private remark',
        "O'); drop table claims; --",
      ]
      const token = (await hub().bearer('reviewer'))['authorization'] ?? ''
      for (const secret of secrets) {
        const claim = await hub().record('C-1')
        const said = { kind: 'comment', text: secret, visibility: 'internal', inReplyTo: null } as const
        await hub().operate('reviewer', 'C-1', anOperation(claim, said))
        await fetch(`${hub().url}/v1.0/claims/${encodeURIComponent(secret)}`, {
          headers: { authorization: token },
        })
        await fetch(`${hub().url}/v1.0/claims/delta?$deltatoken=${encodeURIComponent(secret)}`, {
          headers: { authorization: token },
        })
        await fetch(`${hub().url}/v1.0/claims/C-1/operations`, {
          method: 'POST',
          headers: { authorization: token, 'content-type': 'application/json' },
          body: `{"secret": "${secret}`,
        })
        await fetch(`${hub().url}/v1.0/me`, {
          headers: { authorization: `Bearer ${secret.replaceAll(/\W/g, 'x')}.a.b` },
        })
      }
      // A database that quotes what it was asked: the error goes to the log as far as it may.
      const failing = { ...hub().ports, lookup: hub().ports.lookup, db: hub().ports.db }
      const served = await serveApp({
        ...failing,
        documents: { ...failing.documents, size: () => Promise.reject(new Error(secrets.join(' '))) },
      })
      await fetch(`${served.url}/readyz`)
      await hub()
        .ports.db.execute(`insert into claim_locator (tenant_id) values ('${secrets[0]}')`)
        .catch((error: unknown) => hub().ports.log({ level: 'error', event: 'failed', error }))
      await served.close()
      const log = hub().logged.join('\n')
      expect(hub().logged.length).toBeGreaterThan(20)
      expect(log).toContain('not ready')
      const seeded = [
        'Carla',
        'carla@customer.example',
        'Paolo',
        'paolo@partner.example',
        'Example Customer',
        '4711',
      ]
      for (const word of [...secrets, ...seeded, token.slice(7)]) expect(log).not.toContain(word)
    })
  })

  describe('who sends a request by drops', () => {
    it('is cut off', async () => {
      const served = await serveApp(hub().ports, {
        headersMs: 100,
        requestMs: 200,
        keepAliveMs: 1000,
        lookEveryMs: 20,
      })
      const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
      socket.write('GET /healthz HTTP/1.1\r\nHost: ')
      const said = await new Promise<string>((resolve) => {
        let text = ''
        socket.on('data', (part) => (text += String(part)))
        socket.on('close', () => resolve(text))
      })
      await served.close()
      expect(said).toMatch(/^HTTP\/1\.1 408 /)
    })

    it('has no room for endless headers', async () => {
      const served = await serveApp(hub().ports, {
        headersMs: 5000,
        requestMs: 5000,
        keepAliveMs: 1000,
        lookEveryMs: 1000,
      })
      const answer = await fetch(`${served.url}/healthz`, { headers: { 'x-long': 'a'.repeat(20_000) } })
      await served.close()
      expect(answer.status).toBe(431)
    })
  })
}

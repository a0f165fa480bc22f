import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openHubSession } from '../../../../../src-main/hosts/cli/hub/hubSession.ts'
import { intakeClient } from '../../../../../src-main/hosts/cli/hub/intakeClient.ts'
import { ClaimId, UserId } from '../../../../../src-preload/contract/vocabulary/idShapes.ts'

const CLAIM = ClaimId.parse('P-1')
const GONE = { outcome: 'gone', claimId: 'P-1' }
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void
const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))
const broken: Answer = (request) => void request.socket.destroy()

/** A server that lets everybody in and gives these answers one after another, the last one for ever. */
async function hubAnswering(...answers: readonly Answer[]) {
  const asked: { path: string; requestId: string; token: string }[] = []
  const waits: number[] = []
  let signIns = 0
  const server = createServer((request, response) => {
    if (request.url === '/v1.0/demo/sign-in') {
      signIns += 1
      const user = { userId: 'partner-center', name: 'Partner Center', role: 'intake' }
      return json({ user, token: `${signIns}`.padEnd(32, 'x') })(request, response)
    }
    const { 'ms-requestid': requestId, authorization } = request.headers
    const answer = answers[Math.min(asked.length, answers.length - 1)]
    asked.push({ path: request.url ?? '', requestId: String(requestId), token: authorization ?? '' })
    answer?.(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  closers.push(() => server.close().closeAllConnections())
  // A server that listens on a port has an address of this kind.
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const session = openHubSession({ url, userId: UserId.parse('partner-center') }, (ms) =>
    Promise.resolve(waits.push(ms)),
  )
  const end = () => intakeClient(session).act(CLAIM, 'cancel', { claimRevision: 1 })
  return { asked, waits, end, url, signIns: () => signIns }
}

describe('a session with a hub', () => {
  it('sends what got no answer again, under the same id', async () => {
    const hub = await hubAnswering(broken, broken, json(GONE))
    expect(await hub.end()).toEqual(GONE)
    expect(hub.asked).toHaveLength(3)
    expect(new Set(hub.asked.map(({ requestId }) => requestId)).size).toBe(1)
    expect(hub.asked[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(hub.waits).toEqual([250, 1000])
    await hub.end()
    expect(hub.asked[3]?.requestId).not.toBe(hub.asked[0]?.requestId)
  })

  it('gives up after the fourth try, and says in one line that the hub is away', async () => {
    const hub = await hubAnswering(broken)
    await expect(hub.end()).rejects.toThrow(`The hub at ${hub.url.origin} cannot be reached.`)
    expect(hub.asked).toHaveLength(4)
  })

  it('waits as long as the hub asks for', async () => {
    const hub = await hubAnswering(json({}, 429, { 'retry-after': '7' }), json(GONE))
    await hub.end()
    expect(hub.waits).toEqual([7000])
  })

  it('signs in once, and again when its token is not known any more', async () => {
    const hub = await hubAnswering(json(GONE), json({}, 401), json(GONE))
    await hub.end()
    await hub.end()
    expect(hub.signIns()).toBe(2)
    expect(hub.asked.map(({ token }) => token.slice(0, 8))).toEqual(['Bearer 1', 'Bearer 1', 'Bearer 2'])
  })

  it('reads a problem into one line, with the incident to look for', async () => {
    const problem = {
      type: 'urn:proofdesk:problem:internal',
      title: 'Internal error',
      status: 500,
      code: 'internal',
      detail: 'Try again later.',
    }
    const hub = await hubAnswering(json(problem, 500, { 'x-incident': 'abc' }))
    await expect(hub.end()).rejects.toThrow(
      'The hub answered 500: Internal error. Try again later. (incident abc)',
    )
  })

  it('does not take an answer that it does not know for a good one', async () => {
    const hub = await hubAnswering(json({ outcome: 'splendid' }))
    await expect(hub.end()).rejects.toThrow('a form that this version does not know')
    const page = await hubAnswering((_, response) => void response.end('<html>'))
    await expect(page.end()).rejects.toThrow('a form that this version does not know')
  })

  it('follows nobody to another place', async () => {
    const hub = await hubAnswering((_, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    )
    await expect(hub.end()).rejects.toThrow('cannot be reached')
  })
})

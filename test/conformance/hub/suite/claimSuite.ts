import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { Problem } from '../../../../src-main/hub/api/problem.ts'
import { type RouteName, ROUTES } from '../../../../src-main/hub/api/routes.ts'
import { createHubApp } from '../../../../src-main/hub/http/createHubApp.ts'
import { openApiDocument } from '../../../../src-main/hub/http/openApi.ts'
import { operations } from '../../../../src-main/hub/store/schema.ts'
import { aHubClaim, anOperation, comment, sha256Of } from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const CLAIM = '/v1.0/claims/C-1'

export function describeClaims(hub: () => TestHub): void {
  describe('one claim', () => {
    const claim = aHubClaim()
    const operate = (request: object, headers: Record<string, string> = {}) =>
      hub().ask('reviewer', 'POST', `${CLAIM}/operations`, request, headers)

    it('is given as it stands now, and not again while its revision is the same', async () => {
      await hub().put(claim)
      const first = await hub().get('reviewer', CLAIM)
      expect(first.headers.get('etag')).toMatch(/^(W\/)?"3"$/)
      expect(ClaimRecord.parse(await first.json())).toEqual(await hub().record('C-1'))
      const tag = first.headers.get('etag') ?? ''
      for (const known of [tag, '"3"', 'W/"3"', '"1", "3"', '*']) {
        const again = await hub().get('reviewer', CLAIM, { 'if-none-match': known })
        expect([again.status, await again.text()]).toEqual([304, ''])
      }
      await hub().operate('reviewer', 'C-1', anOperation(claim, comment()))
      const changed = await hub().get('reviewer', CLAIM, { 'if-none-match': tag })
      expect([changed.status, changed.headers.get('etag')]).toEqual([200, expect.stringContaining('"4"')])
    })

    it('is not there when the hub never had it, or does not have it any more', async () => {
      expect((await hub().get('reviewer', CLAIM)).status).toBe(404)
      expect((await hub().get('reviewer', `/v1.0/claims/${'x'.repeat(65)}`)).status).toBe(404)
      expect((await hub().get('reviewer', '/v1.0/claims/%00')).status).toBe(404)
    })

    it('changes only while it has the revision that If-Match names; else nothing is stored', async () => {
      await hub().put(claim)
      const request = anOperation(claim, comment())
      for (const wanted of ['"2"', '"4", "5"', '3']) {
        const refused = await operate(request, { 'if-match': wanted })
        expect([refused.status, Problem.parse(await refused.json()).code]).toEqual([
          412,
          'precondition_failed',
        ])
      }
      expect(await hub().ports.db.select().from(operations)).toEqual([])
      expect((await hub().record('C-1')).comments).toEqual([])
      const applied = { outcome: 'applied', revision: 4 }
      expect(await (await operate(request, { 'if-match': 'W/"3"' })).json()).toEqual(applied)
      // What was answered before gets the same answer, whatever the claim has become.
      expect(await (await operate(request, { 'if-match': '"3"' })).json()).toEqual(applied)
      const other = {
        ...anOperation(claim, comment('Once more.')),
        clientId: request.clientId,
        sequence: 2,
        claimRevision: 4,
      }
      expect((await operate(other, { 'if-match': '"3"' })).status).toBe(412)
      expect((await operate(other, { 'if-match': '*' })).status).toBe(200)
    })
  })

  describe('compression', () => {
    it('keeps the tag of what it packs, and never touches bytes of documents or their ranges', async () => {
      await hub().put(aHubClaim())
      await hub().ports.documents.put(Buffer.from('proof'))
      const packed = await raw(hub(), CLAIM)
      expect(packed).toMatchObject({
        'content-encoding': 'gzip',
        etag: expect.stringContaining('"3"') as string,
      })
      const known = await hub().get('reviewer', CLAIM, { 'if-none-match': String(packed['etag']) })
      expect(known.status).toBe(304)
      const document = `${CLAIM}/documents/${sha256Of('proof')}`
      const whole = await raw(hub(), document)
      expect(whole).toMatchObject({ etag: `"${sha256Of('proof')}"`, 'content-length': '5' })
      const part = await raw(hub(), document, { range: 'bytes=1-2', 'if-range': whole['etag'] ?? '' })
      expect(part).toMatchObject({ 'content-range': 'bytes 1-2/5', 'content-length': '2' })
      expect([whole['content-encoding'], part['content-encoding']]).toEqual([undefined, undefined])
    })
  })

  describe('the description of the interface', () => {
    it('is given out to everybody, and names what is served and nothing else', async () => {
      const answer = await hub().get(null, '/v1.0/openapi.json')
      expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
      const tag = answer.headers.get('etag') ?? ''
      expect((await hub().get(null, '/v1.0/openapi.json', { 'if-none-match': tag })).status).toBe(304)
      const served = (['open', 'codes'] as const).flatMap((signIn) =>
        createHubApp({ ...hub().ports, signIn })
          .routes.filter(({ method, path }) => method !== 'ALL' && path !== '/*')
          .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
      )
      const places = Object.keys(ROUTES).map(
        (name) => `${ROUTES[name as RouteName].method} ${ROUTES[name as RouteName].path}`,
      ) // its own keys
      expect([...new Set(served)].sort()).toEqual(places.sort())
    })
  })
}

/** The headers as they come, before a client unpacks anything. */
async function raw(hub: TestHub, path: string, headers: Record<string, string> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<Record<string, string | undefined>>()
  const signedIn = { ...(await hub.bearer('reviewer')), 'accept-encoding': 'gzip' }
  httpRequest(hub.url + path, { headers: { ...headers, ...signedIn } }, (answer) => {
    answer.resume()
    answer.on('end', () => resolve(answer.headers as Record<string, string | undefined>)) // none of these comes twice
  })
    .on('error', reject)
    .end()
  return promise
}

import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Sightings } from '../../../../src-main/hub/api/facts.ts'
import { documentFacts } from '../../../../src-main/hub/store/schema.ts'
import { aHubClaim, at, sha256Of, TENANT_B } from '../../../builders/hub/hubClaim.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { linkToPartner } from './leaseSuite.ts'

const FACTS = { pages: [{ text: 'Größe \u{1F50D}' }], dates: ['2026-01-31'], size: 1.5 }
const document = (text = 'proof', claimId = 'C-1') => `/v1.0/claims/${claimId}/documents/${sha256Of(text)}`
const facts = (version = 'reader-2.1', text = 'proof') => `${document(text)}/facts/${version}`

/** What readers read off documents, and where else the same bytes came up. */
export function describeFacts(hub: () => TestHub): void {
  describe('facts of a document', () => {
    const put = async (
      who: Parameters<TestHub['get']>[0],
      path: string,
      body: string | Uint8Array<ArrayBuffer>,
      headers: Record<string, string> = {},
    ) => {
      const bearer = await hub().bearer(who)
      const answer = await fetch(hub().url + path, {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/json', ...headers, ...bearer },
      })
      return [answer.status, ((await answer.json()) as { outcome?: string }).outcome] // shaped by each test
    }
    const json = JSON.stringify(FACTS)

    it('are kept once for each reader version, and given to every workstation', async () => {
      await hub().put(aHubClaim())
      expect((await hub().get('reviewer', facts())).status).toBe(404)
      expect(await put('reviewer', facts(), json)).toEqual([201, 'stored'])
      const turned = JSON.stringify(Object.fromEntries(Object.entries(FACTS).toReversed()))
      expect(await put('reviewer-2', facts(), turned)).toEqual([200, 'known'])
      expect(await put('reviewer-2', facts('reader-3'), json)).toEqual([201, 'stored'])
      const answer = await hub().get('reviewer-2', facts())
      expect(await answer.json()).toEqual(FACTS)
      const tag = answer.headers.get('etag') ?? ''
      expect((await hub().get('reviewer', facts(), { 'if-none-match': tag })).status).toBe(304)
      expect(await hub().ports.db.$count(documentFacts)).toBe(2)
    })

    it('stay what they are when a reader says something else, and the log says so without a word of them', async () => {
      await hub().put(aHubClaim())
      await put('reviewer', facts(), json)
      expect(await put('reviewer', facts(), '{"secret":"word"}')).toEqual([200, 'differs'])
      expect(await (await hub().get('reviewer', facts())).json()).toEqual(FACTS)
      const line = hub().logged.find((one) => one.includes('facts differ'))
      expect(line).toContain(sha256Of('proof'))
      expect(hub().logged.join()).not.toContain('secret')
    })

    it('come gzipped where they are long, and unpack to no more than eight megabytes', async () => {
      await hub().put(aHubClaim())
      const gzip = { 'content-encoding': 'gzip' }
      const long = JSON.stringify({ text: 'x'.repeat(7_900_000) })
      expect(await put('reviewer', facts(), gzipSync(long), gzip)).toEqual([201, 'stored'])
      const bomb = gzipSync(JSON.stringify({ text: 'x'.repeat(80_000_000) }))
      expect(bomb.length).toBeLessThan(1_000_000)
      expect((await put('reviewer', facts('r2'), bomb, gzip))[0]).toBe(413)
      expect((await put('reviewer', facts('r2'), json, gzip))[0]).toBe(400)
      expect((await put('reviewer', facts('r2'), json, { 'content-encoding': 'br' }))[0]).toBe(415)
      expect((await put('reviewer', facts('r2'), 'x'.repeat(8_000_001)))[0]).toBe(413)
      expect(await hub().ports.db.$count(documentFacts)).toBe(1)
    })

    it('are a JSON object that can be stored', async () => {
      await hub().put(aHubClaim())
      const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
      for (const body of ['', '[]', '"x"', '{', '{"a":"nul \\u0000"}', '{"a":"half \\ud83d"}', deep])
        expect({ body: body.slice(0, 20), status: (await put('reviewer', facts(), body))[0] }).toEqual({
          body: body.slice(0, 20),
          status: 400,
        })
      expect((await put('reviewer', facts(), json, { 'content-type': 'text/plain' }))[0]).toBe(400)
      expect((await put('reviewer', facts('a b'), json))[0]).toBe(404)
    })

    it('belong to a document of a claim that the caller may see', async () => {
      await hub().put(aHubClaim())
      await put('reviewer', facts(), json)
      expect((await put('reviewer', facts('r', 'never seen'), json))[0]).toBe(404)
      expect((await put('auditor', facts('r'), json))[0]).toBe(403)
      expect((await hub().get('auditor', facts())).status).toBe(200)
      await linkToPartner(hub(), 'reviewer')
      expect((await hub().get('reviewer', facts())).status).toBe(404)
      expect((await hub().get('reviewer', `${document()}/sightings`)).status).toBe(404)
      expect((await put('reviewer', facts('r'), json))[0]).toBe(404)
    })
  })

  describe('sightings of a document', () => {
    it('name the other claims with the same bytes, of any customer, but for those of linked partners', async () => {
      const other = aHubClaim({ claimId: 'C-3', documents: ['proof', 'proof'] })
      const elsewhere = {
        ...other,
        form: { ...other.form, mpnId: '815', partnerCompanyName: 'Other Partner' },
      }
      await hub().put(
        aHubClaim(),
        aHubClaim({ claimId: 'C-2', tenantId: TENANT_B }),
        elsewhere,
        aHubClaim({ claimId: 'C-4', documents: ['another proof'] }),
      )
      const seen = async (who: 'reviewer' | 'reviewer-2', path: string) =>
        Sightings.parse(await (await hub().get(who, path)).json()).claims
      const path = `${document()}/sightings`
      expect((await seen('reviewer', path)).map(({ claimId }) => claimId as string)).toEqual(['C-2', 'C-3'])
      expect((await seen('reviewer', path))[0]).toEqual({
        claimId: 'C-2',
        partnerName: 'Example Partner',
        customerName: 'Example Customer',
        mpnId: '4711',
        tenantId: TENANT_B,
        fileName: 'proof 1.pdf',
        addedAt: at(-26),
      })
      expect(await seen('reviewer', `${document('another proof', 'C-4')}/sightings`)).toEqual([])
      await linkToPartner(hub(), 'reviewer', '815')
      expect((await seen('reviewer', path)).map(({ claimId }) => claimId as string)).toEqual(['C-2'])
    })
  })
}

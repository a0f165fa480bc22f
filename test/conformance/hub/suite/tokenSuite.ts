import { createPublicKey } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { decodeJwt, decodeProtectedHeader, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HubCaller } from '../../../../src-main/hub/api/people.ts'
import { Problem } from '../../../../src-main/hub/api/problem.ts'
import { ownIssuer } from '../../../../src-main/hub/identity/ownIssuer.ts'
import { signingKeys, users } from '../../../../src-main/hub/store/schema.ts'
import { putDemoUsers } from '../../../../src-main/hub/store/peopleRepo.ts'
import { ensureSigningKey } from '../../../../src-main/hub/store/signingKeysRepo.ts'
import { NOW, TENANT_A } from '../../../builders/hub/hubClaim.ts'
import { startIssuer, type TestIssuer, type TokenWish } from '../../../builders/hub/outsideIssuer.ts'
import { PEOPLE, postJson, serveApp, type TestHub } from '../../../builders/hub/testHub.ts'

const seconds = Math.floor(NOW / 1000)

export function describeTokens(hub: () => TestHub): void {
  describe('tokens of a directory', () => {
    let directory: TestIssuer
    let served: Awaited<ReturnType<typeof serveApp>>
    beforeAll(async () => {
      directory = await startIssuer()
      served = await serveApp({ ...hub().ports, issuers: [directory] })
    })
    afterAll(async () => {
      await served.close()
      await directory.close()
      await hub().owner.delete(users).where(eq(users.isDemo, false))
    })

    const askWith = (token: string, path = '/v1.0/me', url = served.url) =>
      fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
    const ask = async (wish: TokenWish = {}) => askWith(await directory.token(wish))
    const answer = async (wish: TokenWish) => {
      const said = await ask(wish)
      return [said.status, Problem.parse(await said.json()).code]
    }

    it('say who asks: the person is known from then on, with the role of the last token', async () => {
      const me = await ask()
      expect(await me.json()).toEqual({ userId: 'greta', name: 'Greta Reviewer', role: 'reviewer' })
      const promoted = await ask({ claims: { roles: ['TeamLead'], name: 'Greta Lead' } })
      expect(await promoted.json()).toMatchObject({ name: 'Greta Lead', role: 'team_lead' })
      const people = await askWith(await directory.token({ claims: { roles: ['TeamLead'] } }), '/v1.0/people')
      expect(await people.json()).toMatchObject({
        people: expect.arrayContaining([
          { userId: 'greta', name: 'Greta Reviewer', role: 'team_lead' },
        ]) as unknown,
      })
    })

    it.each([
      [['Reviewer'], 'reviewer'],
      [['ArbitrationLead', 'Reviewer'], 'arbitration_lead'],
      [['Reviewer', 'TeamLead', 'Something else'], 'team_lead'],
      [['Auditor'], 'auditor'],
    ])('with the app roles %j are of a %s', async (roles, role) => {
      expect(await (await ask({ claims: { roles } })).json()).toMatchObject({ role })
    })

    it('let partners and customers in to their own side alone', async () => {
      for (const claims of [
        { oid: 'pia', roles: ['Partner'], mpn_id: '4711' },
        { oid: 'carl', roles: ['Customer'], tid: TENANT_A },
      ])
        expect(await answer({ claims })).toEqual([403, 'forbidden'])
      const rows = await hub().ports.db.select().from(users).where(eq(users.isDemo, false))
      expect(rows).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ userId: 'pia', role: 'partner', mpnId: '4711' }),
          expect.objectContaining({ userId: 'carl', role: 'customer', customerTenantId: TENANT_A }),
        ]) as unknown[],
      )
    })

    it('are refused without a signature', async () => {
      const [, payload] = (await directory.token()).split('.')
      const none = Buffer.from('{"alg":"none"}').toString('base64url')
      for (const token of [`${none}.${payload}.`, `${none}.${payload}.AA`])
        expect((await askWith(token)).status).toBe(401)
    })

    it('are refused when they are signed by HMAC with the public key, which everybody has', async () => {
      const pem = createPublicKey({ key: { ...directory.publicJwk }, format: 'jwk' }).export({
        type: 'spki',
        format: 'pem',
      })
      const secret = new TextEncoder().encode(pem.toString())
      expect(await answer({ header: { alg: 'HS256' }, key: secret })).toEqual([401, 'unauthenticated'])
    })

    const badClaims: readonly (readonly [string, NonNullable<TokenWish['claims']>])[] = [
      ['for somebody else', { aud: 'api://other' }],
      ['for nobody', { aud: undefined }],
      ['of another issuer', { iss: 'https://login.evil.example' }],
      ['of no issuer', { iss: undefined }],
      ['that has run out', { exp: seconds - 31 }],
      ['without an end', { exp: undefined }],
      ['that is not good yet', { nbf: seconds + 31 }],
      ['without a beginning', { nbf: undefined }],
      ['of nobody', { oid: undefined }],
      ['of a demo person', { oid: 'reviewer' }],
    ]
    it.each(badClaims)('are refused when one is %s', async (_, claims) => {
      expect(await answer({ claims })).toEqual([401, 'unauthenticated'])
    })

    it('are good while clocks are less than half a minute apart', async () => {
      expect((await ask({ claims: { exp: seconds - 29 } })).status).toBe(200)
      expect((await ask({ claims: { nbf: seconds + 29 } })).status).toBe(200)
    })

    it('are refused under a key that the directory does not have', async () => {
      expect(await answer({ header: { kid: 'key-2' } })).toEqual([401, 'unauthenticated'])
      const { privateKey } = await generateKeyPair('RS256')
      expect(await answer({ key: privateKey })).toEqual([401, 'unauthenticated'])
    })

    const badRoles: readonly (readonly [string, NonNullable<TokenWish['claims']>])[] = [
      ['no role', { roles: [] }],
      ['no list of roles', { roles: undefined }],
      ['an unknown role', { roles: ['Owner'] }],
      ['a role of each side', { roles: ['Reviewer', 'Partner'], mpn_id: '4711' }],
      ['a partner’s role and no location', { roles: ['Partner'] }],
    ]
    it.each(badRoles)('are good and open nothing with %s', async (_, claims) => {
      expect(await answer({ claims })).toEqual([403, 'forbidden'])
    })

    it('are verified with keys that the directory’s configuration leads to', async () => {
      const found = await serveApp({ ...hub().ports, issuers: [{ ...directory, jwksUrl: null }] })
      expect((await askWith(await directory.token(), '/v1.0/me', found.url)).status).toBe(200)
      await found.close()
    })

    it('wait, with 503, while the keys cannot be had', async () => {
      const token = await directory.token()
      const issuers = [{ ...directory, jwksUrl: new URL('http://127.0.0.1:9/keys') }]
      const lonely = await serveApp({ ...hub().ports, issuers })
      const said = await askWith(token, '/v1.0/me', lonely.url)
      expect([said.status, Problem.parse(await said.json()).code]).toEqual([503, 'unavailable'])
      await lonely.close()
    })

    it('need the keys once for many', async () => {
      const before = directory.asked()
      await Promise.all([ask(), ask(), ask()])
      expect(directory.asked()).toBe(before)
    })

    it('never reach the log', async () => {
      const token = await directory.token()
      await askWith(token)
      await askWith(`${token}x`)
      expect(hub().logged.join('\n')).not.toContain(token.slice(0, 40))
    })
  })

  describe('tokens of the hub itself', () => {
    const tokenOf = async (userId: string): Promise<string> => {
      const said = await postJson(`${hub().url}/v1.0/demo/sign-in`, { userId })
      return ((await said.json()) as { token: string }).token // shaped by the test of sign-in
    }
    const meWith = async (token: string, url = hub().url) =>
      fetch(`${url}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })

    it('have the form of the directory’s, signed with a pair of keys, for seven days', async () => {
      const token = await tokenOf('team_lead')
      expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', kid: expect.any(String) as string })
      expect(decodeJwt(token)).toMatchObject({
        iss: 'urn:proofdesk:hub',
        aud: 'api://proofdesk-hub',
        oid: 'team_lead',
        roles: ['TeamLead'],
        nbf: seconds,
        exp: seconds + 7 * 86_400,
      })
    })

    it('are good at every hub on the database, which share one key, also when they start at once', async () => {
      const { db } = hub().ports
      await hub().owner.delete(signingKeys)
      const made = await Promise.all([ensureSigningKey(db, NOW), ensureSigningKey(db, NOW)])
      expect(new Set(made.map(({ kid }) => kid)).size).toBe(1)
      const other = await serveApp(hub().ports)
      expect((await meWith(await tokenOf('reviewer'), other.url)).status).toBe(200)
      await other.close()
    })

    it('are refused under a key of somebody else, under none, and before their time', async () => {
      const { db } = hub().ports
      const person = HubCaller.parse({ userId: 'reviewer', name: 'x', role: 'team_lead' })
      const foreign = await startIssuer()
      const { privateKey } = await generateKeyPair('ES256')
      const wish = { iss: 'urn:proofdesk:hub', aud: 'api://proofdesk-hub', oid: 'team_lead' }
      const { kid } = await ensureSigningKey(db, NOW)
      const forged = [
        await foreign.token({ claims: wish, header: { alg: 'ES256', kid }, key: privateKey }),
        await foreign.token({ claims: wish, header: { alg: 'ES256', kid: 'nobody’s' }, key: privateKey }),
        await foreign.token({ claims: wish }),
        await ownIssuer(db, () => NOW + 60_000).issue(person),
      ]
      await foreign.close()
      for (const token of forged) expect((await meWith(token)).status).toBe(401)
    })

    it('give the role that a person has now, whatever the token says', async () => {
      const token = await tokenOf('reviewer-2')
      const { db } = hub().ports
      const them = PEOPLE.filter(({ userId }) => userId === 'reviewer-2')
      await putDemoUsers(
        db,
        them.map((one) => ({ ...one, role: 'auditor' })),
      )
      const me: unknown = await (await meWith(token)).json()
      await putDemoUsers(db, them)
      expect(me).toMatchObject({ role: 'auditor' })
    })
  })
}

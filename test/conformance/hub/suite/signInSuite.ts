import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DemoSignedIn } from '../../../../src-main/hub/api/people.ts'
import { Problem } from '../../../../src-main/hub/api/problem.ts'
import { DEFAULT_LIMITS } from '../../../../src-main/hub/http/limits.ts'
import { signInCodes } from '../../../../src-main/hub/store/schema.ts'
import { makeSignInCode } from '../../../../src-main/hub/store/signInCodesRepo.ts'
import { UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { postJson, serveApp, type TestHub } from '../../../builders/hub/testHub.ts'

export function describeSignIn(hub: () => TestHub): void {
  describe('sign-in by a code', () => {
    let served: Awaited<ReturnType<typeof serveApp>>
    beforeAll(async () => {
      const limits = { ...hub().ports.limits, wrongCode: 100 }
      served = await serveApp({ ...hub().ports, signIn: 'codes', limits })
    })
    afterAll(() => served.close())
    let code = ''
    beforeEach(async () => {
      code = await makeSignInCode(hub().ports.db, UserId.parse('team_lead'), hub().clock.now)
    })
    const signIn = (tried: unknown, url = served.url) => postJson(`${url}/v1.0/sign-in`, { code: tried })
    const refusal = async (answer: Response) => [answer.status, Problem.parse(await answer.json()).code]

    it('gives a token, once', async () => {
      expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
      const { user, token } = DemoSignedIn.parse(await (await signIn(code)).json())
      expect(user).toMatchObject({ userId: 'team_lead', role: 'team_lead' })
      const me = await fetch(`${served.url}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })
      expect(await me.json()).toMatchObject({ userId: 'team_lead' })
      expect(await refusal(await signIn(code))).toEqual([403, 'code_refused'])
    })

    it('takes it however it was typed', async () => {
      expect((await signIn(` ${code.toLowerCase().replaceAll('-', ' ')}`)).status).toBe(200)
    })

    it('gives one of many who send it at once a token', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(code)))
      const statuses = answers.map(({ status }) => status).sort((a, b) => a - b)
      expect(statuses).toEqual([200, ...Array<number>(7).fill(403)])
    })

    it('refuses one that is unknown or older than thirty minutes', async () => {
      expect(await refusal(await signIn('AAAA-AAAA-AAAA'))).toEqual([403, 'code_refused'])
      hub().clock.now += 30 * 60_000
      expect(await refusal(await signIn(code))).toEqual([403, 'code_refused'])
    })

    it('keeps and logs nothing by which anybody could sign in', async () => {
      const kept = JSON.stringify(await hub().ports.db.select().from(signInCodes))
      await signIn(code)
      await signIn(code)
      for (const text of [kept, hub().logged.join('\n')]) {
        expect(text).not.toContain(code)
        expect(text).not.toContain(code.replaceAll('-', ''))
      }
    })

    it('stops who guesses after ten tries a minute from one address', async () => {
      const strict = await serveApp({ ...hub().ports, signIn: 'codes', limits: DEFAULT_LIMITS })
      for (let tries = 1; tries <= 10; tries += 1)
        expect((await signIn(`WRONG-CODE-${tries}`, strict.url)).status).toBe(403)
      const answer = await signIn(code, strict.url)
      expect(await refusal(answer)).toEqual([429, 'too_many_requests'])
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      await strict.close()
    })

    it('counts no try that was right', async () => {
      const strict = await serveApp({ ...hub().ports, signIn: 'codes', limits: DEFAULT_LIMITS })
      for (let person = 1; person <= 15; person += 1) {
        const good = await makeSignInCode(hub().ports.db, UserId.parse('reviewer'), hub().clock.now)
        expect((await signIn(good, strict.url)).status).toBe(200)
      }
      await strict.close()
    })

    it('leaves no other way in, and there is none of its own where sign-in is open', async () => {
      expect((await fetch(`${served.url}/v1.0/demo/users`)).status).toBe(404)
      expect((await postJson(`${served.url}/v1.0/demo/sign-in`, { userId: 'reviewer' })).status).toBe(404)
      expect((await signIn(code, hub().url)).status).toBe(404)
    })

    it('lets demo people of a hub in that others can reach', async () => {
      const open = await serveApp({ ...hub().ports, signIn: 'codes', isLoopback: false })
      const answer = await signIn(code, open.url)
      await open.close()
      expect(answer.status).toBe(200)
    })
  })

  describe('limits of requests', () => {
    const few = { ...DEFAULT_LIMITS, read: 3, open: 2 }

    it('stop a loop with 429 and say when to go on, and nobody else', async () => {
      const served = await serveApp({ ...hub().ports, limits: few })
      const tokenFor = async (userId: string) => {
        const said = await postJson(`${served.url}/v1.0/demo/sign-in`, { userId })
        return DemoSignedIn.parse(await said.json()).token
      }
      const askAs = async (userId: string, path = '/v1.0/me') =>
        fetch(served.url + path, { headers: { authorization: `Bearer ${await tokenFor(userId)}` } })
      const statuses = []
      for (let turn = 0; turn < 4; turn += 1) statuses.push((await askAs('reviewer')).status)
      expect(statuses).toEqual([200, 200, 200, 429])
      const refused = await askAs('reviewer')
      expect(await refusal429(refused)).toBe('too_many_requests')
      const wait = Number(refused.headers.get('retry-after'))
      expect(wait >= 1 && wait <= 60).toBe(true)
      // Another person, and another kind of request of the same one.
      expect((await askAs('auditor')).status).toBe(200)
      expect((await askAs('reviewer', '/v1.0/claims/delta')).status).toBe(200)
      await served.close()
    })

    it('count by address where nobody signs in', async () => {
      const served = await serveApp({ ...hub().ports, limits: few })
      const statuses = []
      for (let turn = 0; turn < 3; turn += 1) statuses.push((await fetch(`${served.url}/healthz`)).status)
      await served.close()
      expect(statuses).toEqual([200, 200, 429])
    })

    it('never hit a workstation that reads 100,000 claims in pages of 200 within a minute', () => {
      expect(DEFAULT_LIMITS.feed).toBeGreaterThan(2 * (100_000 / 200))
    })
  })
}

const refusal429 = async (answer: Response) => Problem.parse(await answer.json()).code

import { listLivingCasesOf } from '../../../../src-main/hub/store/arbitrationRepo.ts'
import { keyOf } from '../../../../src-main/hub/store/claimWrites.ts'
import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../src-main/hub/api/problem.ts'
import { DemoPeople } from '../../../../src-main/hub/api/people.ts'
import { createHubApp } from '../../../../src-main/hub/http/createHubApp.ts'
import { isAssignmentAct, leavesRevision } from '../../../../src-main/domain/assignment/lease.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import {
  type OperationKind,
  OPERATION_KINDS,
  ROLES,
} from '../../../../src-preload/contract/vocabulary/words.ts'
import {
  actionOf,
  aHubClaim,
  anOperation,
  type ClaimWish,
  comment,
  sha256Of,
} from '../../../builders/hub/hubClaim.ts'
import { PEOPLE, postJson, serveApp, type TestHub } from '../../../builders/hub/testHub.ts'

const DOCUMENT = `/v1.0/claims/C-1/documents/${sha256Of('proof')}`
const OPERATIONS = '/v1.0/claims/C-1/operations'

/** Where an operation is legal that is not legal under review. */
const LEGAL_FROM: Partial<Record<OperationKind, ClaimWish>> = {
  start_review: { state: 'submitted' },
  reopen: { state: 'approved', subState: 'consent_open' },
  settle_escalation: {
    matters: {
      escalation: {
        at: Instant.parse('2026-11-02T09:00:00.000Z'),
        byUserId: UserId.parse('reviewer'),
        reason: 'Look.',
      },
    },
  },
}

export function describeAccess(hub: () => TestHub): void {
  describe('who may ask', () => {
    it.each([
      ['GET', '/v1.0/me'],
      ['GET', '/v1.0/claims/delta'],
      ['GET', DOCUMENT],
      ['POST', OPERATIONS],
    ])('asks for a token at %s %s', async (method, path) => {
      for (const authorization of [
        undefined,
        'Bearer',
        `Bearer ${'x'.repeat(43)}`,
        'Bearer a.b.c',
        'Basic eDp5',
      ]) {
        const headers = authorization === undefined ? {} : { authorization }
        const answer = await fetch(hub().url + path, { method, headers })
        expect(answer.status).toBe(401)
        expect(answer.headers.get('www-authenticate')).toBe('Bearer')
        expect(Problem.parse(await answer.json()).code).toBe('unauthenticated')
      }
    })

    it.each(ROLES)('lets the %s read who they are, the feed and documents', async (role) => {
      await hub().put(aHubClaim())
      await hub().ports.documents.put(Buffer.from('proof'))
      const me = await hub().get(role, '/v1.0/me')
      expect(await me.json()).toEqual(PEOPLE.find(({ userId }) => userId === role))
      expect((await hub().get(role, '/v1.0/claims/delta')).status).toBe(200)
      expect((await hub().get(role, DOCUMENT)).status).toBe(200)
    })

    const LEADS_ONLY: readonly string[] = ['reopen', 'case_ask']
    const TEAM_LEADS_ONLY: readonly string[] = ['settle_escalation', 'nudge']
    const cells = ROLES.flatMap((role) => OPERATION_KINDS.map((kind) => ({ role, kind })))
    it.each(cells)('answers a legal $kind of the $role by their role', async ({ role, kind }) => {
      // What one gives up one holds.
      const until = Instant.parse(new Date(hub().clock.now + 60_000).toISOString())
      const assignedTo =
        isAssignmentAct(kind) || kind === 'nudge' ? { userId: UserId.parse(role), name: role, until } : null
      const claim = aHubClaim({ ...LEGAL_FROM[kind], assignedTo })
      const isContested = ['case_ask', 'case_tell', 'hold_for_arbitration'].includes(kind)
      await hub().put(claim, ...(isContested ? [aHubClaim({ claimId: 'C-2', mpnId: '4712' })] : []))
      const [contest] = await listLivingCasesOf(hub().ports.db, keyOf(claim))
      const plain = actionOf(kind, aHubClaim())
      const action = 'caseId' in plain && contest ? { ...plain, caseId: contest.caseId } : plain
      const result = await hub().operate(role, 'C-1', anOperation(claim, action))
      expect(result).toEqual(
        role === 'auditor' ||
          (LEADS_ONLY.includes(kind) && role === 'reviewer') ||
          (TEAM_LEADS_ONLY.includes(kind) && role !== 'team_lead')
          ? { outcome: 'conflict', reason: 'role_lost', currentRevision: 3 }
          : { outcome: 'applied', revision: leavesRevision(kind) ? 3 : 4 },
      )
    })

    it('goes by the role that a person has now, not by the one they signed in with', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      await hub().get('reviewer-2', '/v1.0/me')
      const { putDemoUsers } = await import('../../../../src-main/hub/store/peopleRepo.ts')
      const demoted = PEOPLE.filter(({ userId }) => userId === 'reviewer-2')
      await putDemoUsers(
        hub().ports.db,
        demoted.map((person) => ({ ...person, role: 'auditor' })),
      )
      const result = await hub().operate('reviewer-2', 'C-1', anOperation(claim, comment()))
      await putDemoUsers(hub().ports.db, demoted)
      expect(result).toMatchObject({ outcome: 'conflict', reason: 'role_lost' })
    })

    it('refuses a token that has run out', async () => {
      const signIn = await postJson(`${hub().url}/v1.0/demo/sign-in`, { userId: 'reviewer' })
      const { token } = (await signIn.json()) as { token: string } // shaped by the test of sign-in below
      const ask = () => fetch(`${hub().url}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })
      expect((await ask()).status).toBe(200)
      hub().clock.now += 7 * 86_400_000
      // Clocks may be half a minute apart.
      expect((await ask()).status).toBe(200)
      hub().clock.now += 31_000
      expect((await ask()).status).toBe(401)
    })

    it('locks demo people out of a hub without them', async () => {
      const served = await serveApp({ ...hub().ports, hasDemo: false, signIn: 'none' })
      const signIn = await postJson(`${hub().url}/v1.0/demo/sign-in`, { userId: 'reviewer' })
      const { token } = (await signIn.json()) as { token: string } // shaped by the test of sign-in below
      const me = await fetch(`${served.url}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })
      const again = await postJson(`${served.url}/v1.0/demo/sign-in`, { userId: 'reviewer' })
      const people = await fetch(`${served.url}/v1.0/demo/users`)
      await served.close()
      expect([me.status, again.status, people.status]).toEqual([401, 404, 404])
    })

    it('never lets demo people in without a code beyond its own machine', () => {
      expect(() => createHubApp({ ...hub().ports, isLoopback: false })).toThrow('this machine alone')
    })
  })

  describe('demo sign-in', () => {
    it('names the people and gives one of them a token', async () => {
      const people = DemoPeople.parse(await (await fetch(`${hub().url}/v1.0/demo/users`)).json())
      expect(people.users.map(({ userId }) => userId as string)).toEqual(
        PEOPLE.map(({ userId }) => userId as string).sort(),
      )
      const signIn = await postJson(`${hub().url}/v1.0/demo/sign-in`, { userId: 'team_lead' })
      expect(await signIn.json()).toEqual({
        user: {
          userId: 'team_lead',
          name: 'The team_lead',
          role: 'team_lead',
          mpnId: null,
          customerTenantId: null,
        },
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      })
    })

    it('refuses a stranger and a body that is none', async () => {
      const url = `${hub().url}/v1.0/demo/sign-in`
      expect((await postJson(url, { userId: 'nobody' })).status).toBe(404)
      expect((await postJson(url, '{')).status).toBe(400)
      expect((await postJson(url, { userId: 'reviewer' }, { 'content-type': 'text/plain' })).status).toBe(400)
    })
  })

  describe('the door of a hub on this machine', () => {
    it('opens for the loopback address with its port and for no other name', async () => {
      const { port } = new URL(hub().url)
      const hosts: Record<string, number> = {
        [`127.0.0.1:${port}`]: 200,
        [`[::1]:${port}`]: 200,
        [`localhost:${port}`]: 403,
        [`rebind.evil.example:${port}`]: 403,
        [`127.0.0.1.:${port}`]: 403,
        [`2130706433:${port}`]: 403,
        '127.0.0.1': 403,
        '127.0.0.1:1': 403,
        // The HTTP library itself refuses what is no host at all.
        [`evil@127.0.0.1:${port}`]: 400,
        '': 400,
      }
      for (const [host, status] of Object.entries(hosts)) {
        expect({ host, status: await statusWith(hub().url, { host }) }).toEqual({ host, status })
      }
    })

    it('stays shut for a page of the web', async () => {
      const { host } = new URL(hub().url)
      for (const origin of ['https://evil.example', hub().url, 'null']) {
        expect(await statusWith(hub().url, { host, origin })).toBe(403)
      }
    })

    it('says 404 to unknown addresses and 405 with the way to do it to wrong methods', async () => {
      const status = async (method: string, path: string) => {
        const answer = await fetch(hub().url + path, { method })
        return [answer.status, answer.headers.get('allow'), Problem.parse(await answer.json()).code]
      }
      expect(await status('GET', '/')).toEqual([404, null, 'not_found'])
      expect(await status('GET', '/v1.0/claims')).toEqual([404, null, 'not_found'])
      expect(await status('GET', '/v1.0/claims/C-1/operations/x')).toEqual([404, null, 'not_found'])
      expect(await status('POST', '/v1.0/claims/delta')).toEqual([405, 'GET, HEAD', 'method_not_allowed'])
      expect(await status('GET', OPERATIONS)).toEqual([405, 'POST', 'method_not_allowed'])
      expect(await status('DELETE', DOCUMENT)).toEqual([405, 'GET, HEAD', 'method_not_allowed'])
      expect(await status('GET', '/v1.0/demo/sign-in')).toEqual([405, 'POST', 'method_not_allowed'])
    })

    it('tells that it is well without a token', async () => {
      const answer = await fetch(`${hub().url}/healthz`)
      expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }])
    })
  })
}

/** fetch sets Host by itself, so this goes a level lower. */
function statusWith(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}/healthz`, { headers, setHost: false }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode))
    })
    request.on('error', reject)
    request.end()
  })
}

import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TenantId, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { HubUser } from '../../../../src-main/hub/api/people.ts'
import type { HubDatabase } from '../../../../src-main/hub/store/database.ts'
import { notePair } from '../../../../src-main/hub/store/fourEyesRepo.ts'
import { fourEyes } from '../../../../src-main/hub/store/schema.ts'
import { putDemoUsers } from '../../../../src-main/hub/store/peopleRepo.ts'
import { transact } from '../../../../src-main/hub/store/transact.ts'
import {
  actionOf,
  aHubClaim,
  anOperation,
  approve,
  at,
  reject,
  TENANT_A,
} from '../../../builders/hub/hubClaim.ts'
import { ruleDesk, TEAM_CALENDAR, withTwoLeads } from '../../../builders/hub/ruleDesk.ts'
import { openTestHub, type TestCaller, type TestHub } from '../../../builders/hub/testHub.ts'

const ATTEMPTS = 1_000

/** Whoever made a thing never lets it count, however many try at once. */
export function describeFourEyes(open: () => Promise<HubDatabase>): void {
  describe('four eyes under a thousand attempts at once', () => {
    let hub: TestHub
    beforeAll(async () => {
      hub = await openTestHub(await open())
    })
    beforeEach(() => hub.clear())
    afterAll(() => hub.close())

    const pairs = () => hub.ports.db.select().from(fourEyes)
    const rejectedBy = (userId: string) => {
      const rejection = { at: at(-3), reasons: [], byUserId: UserId.parse(userId), judged: [] }
      return aHubClaim({ subState: 'dispute_review', matters: { rejection, disputes: 1 } })
    }

    it('no reviewer decides the dispute of their own rejection: as themselves, in another role, behind a hand-over, from two workstations', async () => {
      const claim = rejectedBy('reviewer')
      await hub.put(claim)
      const stations = [randomUUID(), randomUUID()]
      const reasons = new Map<string, number>()
      const counted = await all(async (turn) => {
        if (turn % 100 === 50) await inRole(hub, turn % 200 === 50 ? 'arbitration_lead' : 'reviewer')
        if (turn === ATTEMPTS / 2) {
          const handOver = anOperation(claim, actionOf('hand_over', claim), { clientId: randomUUID() })
          await hub.send('reviewer', 'C-1', handOver)
        }
        const action = turn % 2 === 0 ? approve(claim) : reject()
        // A quarter from two workstations, whose counts let one of them all through; the rest each as if from a new one.
        const clientId = turn % 4 === 0 ? (stations[turn % 8 === 0 ? 0 : 1] ?? '') : randomUUID()
        const response = await hub.send('reviewer', 'C-1', anOperation(claim, action, { clientId }))
        const answer = (await response.json()) as { outcome?: string; reason?: string; code?: string } // of a result or a problem
        const reason = answer.reason ?? answer.code ?? ''
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        return answer.outcome === 'applied'
      })
      expect(counted).toBe(0)
      expect(reasons.get('four_eyes_self')).toBeGreaterThan(ATTEMPTS / 4)
      expect(await pairs()).toEqual([])
      await inRole(hub, 'reviewer')
      const decided = await Promise.all(
        Array.from({ length: 20 }, () =>
          hub.operate('reviewer-2', 'C-1', anOperation(claim, approve(claim), { clientId: randomUUID() })),
        ),
      )
      expect(decided.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1)
      expect(await pairs()).toMatchObject([{ kind: 'dispute', makerId: 'reviewer', checkerId: 'reviewer-2' }])
    }, 600_000)

    it('no lead publishes what they wrote, also while another one writes and publishes', async () => {
      await withTwoLeads(hub, async () => {
        const desk = ruleDesk(hub)
        await desk.write('team_lead', TEAM_CALENDAR, desk.withHolidays('2027-04-02'))
        await desk.act('team_lead', TEAM_CALENDAR, { act: 'propose', revision: 1 })
        const own = await all(async () => {
          const answer = await desk.act('team_lead', TEAM_CALENDAR, { act: 'publish', revision: 2 })
          return answer.outcome === 'done'
        })
        expect(own).toBe(0)
        const both = await Promise.all(
          Array.from({ length: 40 }, async (_, turn) => {
            const who = turn % 2 === 0 ? 'team_lead' : 'team_lead-2'
            const answer = await desk.act(who, TEAM_CALENDAR, { act: 'publish', revision: 2 })
            return answer.outcome === 'done' ? [who] : []
          }),
        )
        expect(both.flat()).toEqual(['team_lead-2'])
        expect(await pairs()).toMatchObject([
          { kind: 'rule', makerId: 'team_lead', checkerId: 'team_lead-2' },
        ])
      })
    }, 600_000)

    it('no lead puts in force the profile that they proposed, and one other lead does so once', async () => {
      await withTwoLeads(hub, async () => {
        const wish = { profile: { id: 'seed-2020', version: 1 }, fromDay: '2027-06-01' }
        const assign = async (who: TestCaller, body: object) =>
          (await (await hub.ask(who, 'POST', '/v1.0/policyAssignments', body)).json()) as {
            outcome: string
          }
        await assign('team_lead', { act: 'propose', because: 'As agreed.', ...wish })
        const own = await all(
          async () => (await assign('team_lead', { act: 'put_in_force', ...wish })).outcome === 'assigned',
        )
        expect(own).toBe(0)
        const both = await Promise.all(
          Array.from({ length: 40 }, async (_, turn) => {
            const who = turn % 2 === 0 ? 'team_lead' : 'team_lead-2'
            return (await assign(who, { act: 'put_in_force', ...wish })).outcome === 'assigned' ? [who] : []
          }),
        )
        expect(both.flat()).toEqual(['team_lead-2'])
      })
    }, 600_000)

    describe('the database itself', () => {
      const pair = (makerId: string, checkerId: string, item = 'C-1 7') => ({
        tenantId: TenantId.parse(TENANT_A),
        kind: 'dispute' as const,
        item,
        makerId: UserId.parse(makerId),
        checkerId: UserId.parse(checkerId),
        at: new Date(hub.clock.now),
      })
      const note = (one: ReturnType<typeof pair>) => transact(hub.ports.db, (tx) => notePair(tx, one))

      it('takes no pair of one person, where every rule were wrong', async () => {
        expect(
          await all(async () =>
            note(pair('reviewer', 'reviewer')).then(
              () => true,
              () => false,
            ),
          ),
        ).toBe(0)
        expect(await pairs()).toEqual([])
      }, 600_000)

      it('takes one of a thousand who check the same thing', async () => {
        const kept = await all(async (turn) =>
          note(pair('reviewer', `checker-${turn}`)).then(
            () => true,
            () => false,
          ),
        )
        expect(kept).toBe(1)
        expect(await pairs()).toHaveLength(1)
      }, 600_000)

      it('lets no pair be changed or taken away', async () => {
        await note(pair('reviewer', 'reviewer-2'))
        for (const text of [`update four_eyes set checker_id = 'x'`, 'delete from four_eyes'])
          for (const db of [hub.ports.db, hub.owner])
            await expect(db.execute(sql.raw(text))).rejects.toThrow()
      })
    })
  })
}

async function inRole(hub: TestHub, role: 'reviewer' | 'arbitration_lead'): Promise<void> {
  await putDemoUsers(hub.ports.db, [HubUser.parse({ userId: 'reviewer', name: 'The reviewer', role })])
}

/** How many of a thousand attempts counted; all of them are on their way before the first is answered. */
async function all(attempt: (turn: number) => Promise<boolean>): Promise<number> {
  const counted = await Promise.all(Array.from({ length: ATTEMPTS }, (_, turn) => attempt(turn)))
  return counted.filter(Boolean).length
}

import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Capacities, CapacityAnswer, Workstations } from '../../../../src-main/hub/api/team.ts'
import type { OperationAction } from '../../../../src-main/hub/api/operations.ts'
import { capacityChanges } from '../../../../src-main/hub/store/schema.ts'
import { Instant, UserId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aHubClaim, anOperation, approve, NOW } from '../../../builders/hub/hubClaim.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'
import { readRound } from './feedSuite.ts'

const HOUR = 3_600_000
const room = (claimsADay: number | null, ...absences: [from: string, to: string][]) => ({
  claimsADay,
  absences: absences.map(([from, to]) => ({ from, to, note: '' })),
  programs: [],
})
const held = {
  userId: UserId.parse('reviewer'),
  name: 'The reviewer',
  until: Instant.parse('2030-01-01T00:00:00.000Z'),
}
const act = (
  kind: 'escalate' | 'settle_escalation' | 'nudge',
  reason = 'The director asked.',
): OperationAction => ({
  kind,
  reason,
})

/** What a team lead does about the team, and what workstations say of themselves. */
export function describeTeam(hub: () => TestHub): void {
  const put = async (who: TestCaller, revision: number, wish: unknown, person = 'reviewer') =>
    hub().ask(who, 'PUT', `/v1.0/people/${person}/capacity`, { revision, room: wish })
  const answered = async (response: Response) => CapacityAnswer.parse(await response.json())
  const capacities = async () =>
    Capacities.parse(await (await hub().get('reviewer', '/v1.0/team/capacities')).json()).capacities
  const changes = () =>
    hub()
      .ports.db.select()
      .from(capacityChanges)
      .where(eq(capacityChanges.userId, 'reviewer'))
      .orderBy(capacityChanges.revision)

  describe('how much a person takes on', () => {
    it('is set by a lead, read by all of the team, and each change is written down with who made it', async () => {
      const before = (await changes()).length
      const first = await answered(await put('team_lead', before, room(6)))
      expect(first).toEqual({ outcome: 'kept', revision: before + 1, room: room(6) })
      const away = room(6, ['2026-12-01', '2026-12-05'])
      await put('team_lead', before + 1, away)
      expect(await capacities()).toContainEqual({ userId: 'reviewer', revision: before + 2, room: away })
      const written = (await changes()).slice(before)
      expect(
        written.map(({ byUserId, before: was, after }) => [byUserId, was?.claimsADay ?? null, after]),
      ).toEqual([
        ['team_lead', written[0]?.before?.claimsADay ?? null, room(6)],
        ['team_lead', 6, away],
      ])
      expect(written[1]?.at.toISOString()).toBe(new Date(hub().clock.now).toISOString())
    })

    it('is not written over by a lead who saw an older state, also when two are the first at the same moment', async () => {
      const before = (await changes()).length
      const answers = await Promise.all(
        [1, 2, 3].map(async (n) => answered(await put('team_lead', before, room(n)))),
      )
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['kept', 'stale', 'stale'])
      const kept = answers.find(({ outcome }) => outcome === 'kept')?.room
      for (const { room: told } of answers) expect(told).toEqual(kept)
      expect(await changes()).toHaveLength(before + 1)
    })

    it('is nobody’s who is not of the team, and no nonsense', async () => {
      expect((await put('team_lead', 0, room(5), 'intake')).status).toBe(404)
      expect((await put('team_lead', 0, room(5, ['2026-12-05', '2026-12-01']))).status).toBe(400)
      expect((await put('team_lead', 0, room(-1))).status).toBe(400)
    })
  })

  describe('a claim that is raised to the lead', () => {
    it('says who asked and why, leaves the revision alone, and goes with the lead’s word', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const { deltaLink } = await readRound(hub(), '/v1.0/claims/delta')
      expect(await hub().operate('reviewer', 'C-1', anOperation(claim, act('escalate')))).toEqual({
        outcome: 'applied',
        revision: 3,
      })
      expect((await readRound(hub(), deltaLink)).pages.flat()).toMatchObject([
        { matters: { escalation: { byUserId: 'reviewer', reason: 'The director asked.' } } },
      ])
      const again = await hub().operate('reviewer-2', 'C-1', anOperation(claim, act('escalate')))
      expect(again).toMatchObject({ outcome: 'conflict', reason: 'claim_changed' })
      await hub().operate(
        'team_lead',
        'C-1',
        anOperation(claim, act('settle_escalation', 'Called the director.')),
      )
      const { matters, history } = await hub().record('C-1')
      expect(matters.escalation).toBeUndefined()
      expect(history.slice(-2).map(({ kind, detail }) => [kind, detail])).toEqual([
        ['escalated', 'The director asked.'],
        ['escalation_settled', 'Called the director.'],
      ])
    })

    it('needs a reason, meets no decision that was made meanwhile, and is over with it', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      const wordless = await hub().operate('reviewer', 'C-1', anOperation(claim, act('escalate', '  ')))
      expect(wordless).toMatchObject({ outcome: 'conflict', reason: 'not_allowed' })
      await hub().operate('reviewer', 'C-1', anOperation(claim, act('escalate')))
      expect(await hub().operate('reviewer-2', 'C-1', anOperation(claim, approve(claim)))).toMatchObject({
        outcome: 'applied',
      })
      expect((await hub().record('C-1')).matters.escalation).toBeUndefined()
    })
  })

  describe('a reminder', () => {
    it('goes to whoever holds the claim, once a day at most', async () => {
      const claim = aHubClaim({ assignedTo: held })
      await hub().put(claim)
      const nudge = () => hub().operate('team_lead', 'C-1', anOperation(claim, act('nudge', 'Due today.')))
      expect(await nudge()).toEqual({ outcome: 'applied', revision: 3 })
      expect((await hub().record('C-1')).matters.nudge).toMatchObject({
        toUserId: 'reviewer',
        byUserId: 'team_lead',
      })
      expect(await nudge()).toMatchObject({ outcome: 'conflict', reason: 'claim_changed' })
      hub().clock.now += 24 * HOUR
      expect(await nudge()).toMatchObject({ outcome: 'applied' })
    })

    it('has nobody to go to where nobody holds the claim', async () => {
      const claim = aHubClaim()
      await hub().put(claim)
      expect(await hub().operate('team_lead', 'C-1', anOperation(claim, act('nudge')))).toMatchObject({
        outcome: 'conflict',
        reason: 'claim_changed',
      })
    })

    it('and what is raised to the lead are no matter of the partner', async () => {
      const claim = aHubClaim({ assignedTo: held })
      await hub().put(claim)
      await hub().operate('team_lead', 'C-1', anOperation(claim, act('nudge', 'A word of the team')))
      await hub().operate('reviewer', 'C-1', anOperation(claim, act('escalate', 'A word of the team')))
      const seen = await (await hub().get('partner', '/v1.0/intake/claims/C-1')).text()
      expect(seen).toContain('C-1')
      expect(seen).not.toMatch(/A word of the team|nudge|escalat/)
    })
  })

  describe('a workstation', () => {
    it('says what waits there, and a lead reads when it was last here by the hub’s clock', async () => {
      const quiet = randomUUID()
      const busy = randomUUID()
      const say = (who: TestCaller, clientId: string, said: object) =>
        hub().ask(who, 'PUT', `/v1.0/workstations/${clientId}`, {
          version: '1.2.3',
          host: 'loopback',
          unsent: 0,
          oldestAt: null,
          decidedClaims: [],
          ...said,
        })
      expect((await say('reviewer', quiet, {})).status).toBe(200)
      const oldestAt = new Date(NOW - HOUR).toISOString()
      await say('reviewer-2', busy, { unsent: 3, oldestAt, decidedClaims: ['C-7'] })
      hub().clock.now += HOUR
      await say('reviewer', quiet, {})
      const { workstations } = Workstations.parse(
        await (await hub().get('team_lead', '/v1.0/workstations')).json(),
      )
      const known = workstations.filter(({ clientId }) => clientId === quiet || clientId === busy)
      expect(known).toMatchObject([
        { clientId: busy, userId: 'reviewer-2', unsent: 3, oldestAt, decidedClaims: ['C-7'] },
        { clientId: quiet, userId: 'reviewer', seenAt: new Date(hub().clock.now).toISOString() },
      ])
      expect((await say('reviewer', 'not-an-id', {})).status).toBe(404)
      expect((await say('reviewer', quiet, { unsent: -1 })).status).toBe(400)
    })
  })
}

import { describe, expect, it } from 'vitest'
import { Reference } from '../../../../src-main/hub/api/reference.ts'
import { listAssignments } from '../../../../src-main/hub/store/referenceRepo.ts'
import { partnerSide, statedClaim } from '../../../builders/hub/partnerSide.ts'
import { ruleDesk, SEED_PROFILE, withTwoLeads } from '../../../builders/hub/ruleDesk.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'
import { SEED_2020 } from '../../../builders/policy.ts'

const DOCS = { id: 'docs-2023', version: 1 }
const SEED = { id: 'seed-2020', version: 1 }

/** What claims are judged and timed by. */
export function describeReference(hub: () => TestHub): void {
  describe('profiles and calendars', () => {
    type Lead = 'team_lead' | 'team_lead-2'
    const ask = async (who: Parameters<TestHub['post']>[0], wish: object) =>
      hub().post(who, '/v1.0/policyAssignments', wish)
    const propose = async (who: Lead, profile: typeof DOCS, fromDay: string, because = 'The new articles.') =>
      (await ask(who, { act: 'propose', profile, fromDay, because })).json()
    const putInForce = async (who: Lead, profile: typeof DOCS, fromDay: string) =>
      (await ask(who, { act: 'put_in_force', profile, fromDay })).json()
    const refusedBy = (...problems: readonly string[]) => ({ outcome: 'refused', problems })
    it('are given to workstations whole, and not again while nothing changed', async () => {
      const answer = await hub().get('reviewer', '/v1.0/reference')
      const reference = Reference.parse(await answer.json())
      expect(reference.policies.map(({ id }) => id)).toEqual(['docs-2023', 'seed-2020'])
      expect(reference.assignments).toEqual([{ profile: SEED, fromDay: '2019-10-01', toDay: null }])
      expect(reference.calendars).toMatchObject([{ id: 'review-team', zone: 'Europe/Rome' }])
      const again = await hub().get('reviewer', '/v1.0/reference', {
        'if-none-match': answer.headers.get('etag') ?? '',
      })
      expect(again.status).toBe(304)
    })

    it('are put in force by two team leads, for days to come: one proposes, another follows', async () => {
      await withTwoLeads(hub(), async () => {
        const wish = { act: 'propose', profile: DOCS, fromDay: '2026-12-01', because: 'The new articles.' }
        expect((await ask('reviewer', wish)).status).toBe(403)
        expect(await propose('team_lead', DOCS, '2026-11-19')).toEqual(refusedBy('changes_the_past'))
        const unknown = { ...DOCS, version: 9 }
        expect(await propose('team_lead', unknown, '2026-12-01')).toEqual(refusedBy('unknown_profile'))
        expect(await propose('team_lead', DOCS, '2026-11-20', ' ')).toEqual(refusedBy('reason_missing'))
        expect(await putInForce('team_lead-2', DOCS, '2026-11-20')).toEqual(refusedBy('not_proposed'))

        const asShipped = [{ profile: SEED, fromDay: '2019-10-01', toDay: null }]
        expect(await propose('team_lead', DOCS, '2026-11-20')).toEqual({
          outcome: 'proposed',
          assignments: asShipped,
        })
        expect(await putInForce('team_lead', DOCS, '2026-11-20')).toEqual(refusedBy('second_person'))
        expect(await listAssignments(hub().ports.db)).toEqual(asShipped)
        expect(hub().ports.rules.profileFor('2026-11-20T08:00:00Z')).toMatchObject(SEED)
        expect(await putInForce('team_lead-2', DOCS, '2026-11-20')).toEqual({
          outcome: 'assigned',
          assignments: [
            { profile: SEED, fromDay: '2019-10-01', toDay: '2026-11-19' },
            { profile: DOCS, fromDay: '2026-11-20', toDay: null },
          ],
        })
        expect(hub().ports.rules.profileFor('2026-11-20T08:00:00Z')).toMatchObject(DOCS)
        expect((await ruleDesk(hub()).book()).acts).toMatchObject([
          { act: 'assigned', by: { userId: 'team_lead-2' }, writtenBy: { userId: 'team_lead' } },
          { act: 'assignment_proposed', by: { userId: 'team_lead' }, because: 'The new articles.' },
        ])
        expect(await putInForce('team_lead-2', DOCS, '2026-11-20')).toEqual(refusedBy('not_proposed'))
      })
    })

    it('are not put in force by what was proposed before another profile was published', async () => {
      await withTwoLeads(hub(), async () => {
        await propose('team_lead', DOCS, '2026-12-01')
        hub().clock.now += 1000
        const longer = { ...SEED_2020, clocks: { ...SEED_2020.clocks, reviewBusinessDays: 7 } }
        const { publish } = ruleDesk(hub())
        await publish(SEED_PROFILE, { kind: 'profile', profile: longer }, '2026-12-15')
        expect(await putInForce('team_lead-2', DOCS, '2026-12-01')).toEqual(refusedBy('not_proposed'))
      })
    })

    it('stay with a claim: the one of its submission day, whatever is put in force later', async () => {
      await withTwoLeads(hub(), async () => {
        const side = partnerSide(hub())
        await side.submitted(undefined, 'P-1')
        await side.create(undefined, { claimId: 'P-2' })
        await propose('team_lead', DOCS, '2026-11-20')
        await putInForce('team_lead-2', DOCS, '2026-11-20')
        hub().clock.now += 86_400_000
        // The draft was begun under the first profile and is submitted under the second, which asks for the ticks.
        await side.addDocument('P-2')
        expect(JSON.stringify(await side.now('P-2', 'submit'))).toContain('acknowledgement_missing')
        expect((await hub().record('P-1')).policy).toEqual(SEED)
        expect((await hub().record('P-2')).policy).toEqual(SEED)
        const later = { acknowledged: true, optOutOfIncentivePayment: false }
        const other = statedClaim({ laterFlow: later, items: [{ productId: 'm365.intune' }] })
        await side.submitted(other, 'P-3')
        expect((await hub().record('P-3')).policy).toEqual(DOCS)
        expect((await hub().record('P-3')).clocks).toMatchObject([
          { timer: 'pickup' },
          { timer: 'decision_target' },
        ])
      })
    })

    it('are asked for by nobody but the team', async () => {
      expect((await hub().get(null, '/v1.0/reference')).status).toBe(401)
    })
  })
}

import { describe, expect, it } from 'vitest'
import { Reference } from '../../../../src-main/hub/api/reference.ts'
import { listAssignments, putAssignments } from '../../../../src-main/hub/store/referenceRepo.ts'
import { partnerSide, statedClaim } from '../../../builders/hub/partnerSide.ts'
import type { TestHub } from '../../../builders/hub/testHub.ts'

const DOCS = { id: 'docs-2023', version: 1 }
const SEED = { id: 'seed-2020', version: 1 }

/** What claims are judged and timed by. */
export function describeReference(hub: () => TestHub): void {
  describe('profiles and calendars', () => {
    const assign = async (who: Parameters<TestHub['post']>[0], profile: typeof DOCS, fromDay: string) =>
      hub().post(who, '/v1.0/policyAssignments', { profile, fromDay })
    const restored = async (run: () => Promise<void>) => {
      const before = await listAssignments(hub().ports.db)
      try {
        await run()
      } finally {
        await hub().ports.db.transaction((tx) => putAssignments(tx, before))
      }
    }

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

    it('are put in force by a team lead, for days to come', async () => {
      await restored(async () => {
        expect((await assign('reviewer', DOCS, '2026-12-01')).status).toBe(403)
        expect(await (await assign('team_lead', DOCS, '2026-11-19')).json()).toEqual({
          outcome: 'refused',
          problems: ['changes_the_past'],
        })
        expect(await (await assign('team_lead', { ...DOCS, version: 9 }, '2026-12-01')).json()).toMatchObject(
          {
            outcome: 'refused',
            problems: ['unknown_profile'],
          },
        )
        expect(await (await assign('team_lead', DOCS, '2026-11-20')).json()).toEqual({
          outcome: 'assigned',
          assignments: [
            { profile: SEED, fromDay: '2019-10-01', toDay: '2026-11-19' },
            { profile: DOCS, fromDay: '2026-11-20', toDay: null },
          ],
        })
      })
    })

    it('stay with a claim: the one of its submission day, whatever is put in force later', async () => {
      await restored(async () => {
        const side = partnerSide(hub())
        await side.submitted(undefined, 'P-1')
        await side.create(undefined, { claimId: 'P-2' })
        await assign('team_lead', DOCS, '2026-11-20')
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
